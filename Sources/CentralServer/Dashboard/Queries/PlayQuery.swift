import Foundation
import GRDB

/// Which plays are asked for.
struct PlayFilter: Equatable, Sendable {
    var first: LocalDay
    var last: LocalDay
    /// A kiosk's device id; all that may be seen when absent.
    var kiosk: String?
    /// An item of the playlist with all of its pages or lines; everything when absent.
    var item: String?

    fileprivate func arguments(_ scope: Scope, _ more: [String: (any DatabaseValueConvertible)?] = [:])
        -> StatementArguments
    {
        let mine: [String: (any DatabaseValueConvertible)?] = [
            "first": first.description, "last": last.description, "kiosk": kiosk, "item": item,
        ]
        return scope.arguments(mine.merging(more) { _, theirs in theirs })
    }
}

/// What was visible on one kiosk on one day.
struct PlayRow: Equatable, Sendable, Decodable, FetchableRecord {
    var day: String
    var deviceId: String
    var kiosk: String
    var centre: String
    var item: String
    var seconds: Int
    var times: Int
    // Of the playlist's entry, where the item is one of the office's, also of one that was taken off since.
    var kind: ContentKind?
    var itemText: ContentText?
}

/// An item's sum over kiosks and days.
struct PlaySum: Equatable, Sendable, Decodable, FetchableRecord {
    var item: String
    var seconds: Int
    var times: Int
    var kiosks: Int
    var kind: ContentKind?
    var itemText: ContentText?
}

/// The sum of all that was asked for.
struct PlayTotals: Equatable, Sendable, Decodable, FetchableRecord {
    var rows: Int
    var seconds: Int
    var times: Int
    var kiosks: Int
}

/// What kiosks told of their walls.
enum PlayQuery {
    /// An entry may have pages or lines: `item/2`.
    private static let root =
        "CASE INSTR(p.item, '/') WHEN 0 THEN p.item ELSE SUBSTR(p.item, 1, INSTR(p.item, '/') - 1) END"

    private static let source = """
        FROM play p JOIN kiosk k ON k.deviceId = p.deviceId JOIN centre c ON c.id = k.centreId
        LEFT JOIN contentItem i ON i.id = \(root) AND i.municipalityId = c.municipalityId
        WHERE p.day BETWEEN :first AND :last AND (:kiosk IS NULL OR p.deviceId = :kiosk)
          AND (:item IS NULL OR \(root) = :item) AND \(Scope.condition)
        """

    private static let row = """
        SELECT p.day, p.deviceId, k.name AS kiosk, c.name AS centre, p.item, p.seconds, p.times, i.kind,
               i.text AS itemText
        """

    static func totals(_ db: Database, _ filter: PlayFilter, scope: Scope) throws -> PlayTotals {
        let sql = """
            SELECT COUNT(*) AS rows, IFNULL(SUM(p.seconds), 0) AS seconds, IFNULL(SUM(p.times), 0) AS times,
                   COUNT(DISTINCT p.deviceId) AS kiosks \(source)
            """
        return try PlayTotals.fetchOne(db, sql: sql, arguments: filter.arguments(scope))
            ?? PlayTotals(rows: 0, seconds: 0, times: 0, kiosks: 0)
    }

    /// Items by how long they were visible, at most `limit`.
    static func sums(_ db: Database, _ filter: PlayFilter, scope: Scope, limit: Int) throws -> [PlaySum] {
        let sql = """
            SELECT p.item, SUM(p.seconds) AS seconds, SUM(p.times) AS times, COUNT(DISTINCT p.deviceId) AS kiosks,
                   i.kind, i.text AS itemText
            \(source) GROUP BY p.item ORDER BY 2 DESC, p.item LIMIT :limit
            """
        return try PlaySum.fetchAll(db, sql: sql, arguments: filter.arguments(scope, ["limit": limit]))
    }

    /// One page of rows, the newest day first, what was visible for longest above.
    static func list(_ db: Database, _ filter: PlayFilter, scope: Scope, page: PageNumber) throws -> [PlayRow] {
        let sql = """
            \(row) \(source) ORDER BY p.day DESC, c.name, k.name, p.seconds DESC, p.item LIMIT :limit OFFSET :offset
            """
        return try PlayRow.fetchAll(
            db, sql: sql,
            arguments: filter.arguments(scope, ["limit": PageNumber.rows, "offset": page.offset]))
    }

    /// The rows after one, in the order of their key, for going through all of them.
    static func after(
        _ db: Database, _ last: PlayRow?, _ filter: PlayFilter, scope: Scope, limit: Int
    ) throws -> [PlayRow] {
        let sql = """
            \(row) \(source) AND (p.day, p.deviceId, p.item) > (:afterDay, :afterDevice, :afterItem)
            ORDER BY p.day, p.deviceId, p.item LIMIT :limit
            """
        return try PlayRow.fetchAll(
            db, sql: sql,
            arguments: filter.arguments(
                scope,
                [
                    "afterDay": last?.day ?? "", "afterDevice": last?.deviceId ?? "", "afterItem": last?.item ?? "",
                    "limit": limit,
                ]))
    }

    /// How often each entry of a municipality's playlist was shown since a day; nil if no kiosk told of anything.
    static func times(_ db: Database, municipality: String, since day: LocalDay) throws -> [String: Int]? {
        let sql = """
            SELECT \(root) AS item, SUM(p.times) AS times FROM play p
            JOIN kiosk k ON k.deviceId = p.deviceId JOIN centre c ON c.id = k.centreId
            WHERE c.municipalityId = ? AND p.day >= ? GROUP BY 1
            """
        let rows = try Row.fetchAll(db, sql: sql, arguments: [municipality, day.description])
        guard !rows.isEmpty else { return nil }
        return Dictionary(uniqueKeysWithValues: rows.map { ($0["item"] as String, $0["times"] as Int) })
    }
}
