import FitnessMeasure
import Foundation
import GRDB

/// The pages of what was shown.
struct PlayPages: Sendable {
    let store: OfficeStore

    func list(_ visit: Visit) async throws -> Answer {
        let (wish, scope, page) = (PlayWish(visit), visit.scope, visit.page)
        let found = try await store.read { db in
            PlaysPage.Found(
                kiosks: try FleetQuery.kiosks(db, scope: scope),
                totals: try PlayQuery.totals(db, wish.filter, scope: scope),
                sums: try PlayQuery.sums(db, wish.filter, scope: scope, limit: PlayWish.mostSums),
                rows: try PlayQuery.list(db, wish.filter, scope: scope, page: page),
                itemTitle: try wish.filter.item.flatMap { try Self.title(db, $0, scope: scope) })
        }
        return .page("plays", "화면에 나온 것", in: .content, PlaysPage(found, wish, visit: visit))
    }

    /// The same as a table for spreadsheets, so many rows in memory at once.
    func file(_ visit: Visit) async throws -> Answer {
        let (wish, scope, store) = (PlayWish(visit), visit.scope, store)
        let name = "plays-\(wish.filter.first)-\(wish.filter.last).csv"
        let start = Place(after: nil, isHead: true)
        return .download(
            Download(name: name, mediaType: PlayTable.mediaType, from: start) { place in
                if place.isHead { return (Data(PlayTable.head), Place(after: nil, isHead: false)) }
                let rows = try await store.read {
                    try PlayQuery.after($0, place.after, wish.filter, scope: scope, limit: PlayTable.rowsAtOnce)
                }
                guard let last = rows.last else { return nil }
                return (Data(PlayTable.bytes(rows)), Place(after: last, isHead: false))
            })
    }

    /// How far a file is written.
    private struct Place: Sendable {
        let after: PlayRow?
        let isHead: Bool
    }

    /// What an item is called, if it is one of those that may be seen; also after it was taken off.
    private static func title(_ db: Database, _ id: String, scope: Scope) throws -> String? {
        let sql = "SELECT c.* FROM contentItem c WHERE c.id = :id AND \(Scope.condition)"
        return try ContentItem.fetchOne(db, sql: sql, arguments: scope.arguments(["id": id])).map {
            PlayWords(item: $0.id, kind: $0.kind, text: $0.text).title
        }
    }
}

/// What a page of plays was asked for.
struct PlayWish: Equatable, Sendable {
    /// Days that can be looked at together.
    static let spans = [1, 7, 30]
    /// Items in the table of sums.
    static let mostSums = 100

    let filter: PlayFilter
    let days: Int
    /// Kiosks tell of a day when it is over.
    let newest: LocalDay

    init(_ visit: Visit) {
        newest = visit.today.adding(days: -1)
        let last = min(visit.query["day"].flatMap(LocalDay.init) ?? newest, newest)
        days = visit.query["span"].flatMap { Int($0) }.flatMap { Self.spans.contains($0) ? $0 : nil } ?? 7
        filter = PlayFilter(
            first: last.adding(days: 1 - days), last: last, kiosk: Self.id(visit.query["kiosk"]),
            item: Self.id(visit.query["item"]))
    }

    /// The wish as a link has it.
    func query(item: String?) -> String {
        let parts = [("day", filter.last.description), ("span", "\(days)"), ("kiosk", filter.kiosk), ("item", item)]
        return parts.compactMap { name, value in value.map { "\(name)=\($0)" } }.joined(separator: "&")
    }

    /// Ids of kiosks and of the playlist's entries; anything else is no wish.
    private static func id(_ text: String?) -> String? {
        guard let text, (1...64).contains(text.utf8.count),
            text.utf8.allSatisfy({ (0x30...0x39).contains($0) || (0x41...0x5A).contains($0 & 0xDF) || $0 == 0x2D })
        else { return nil }
        return text
    }
}

/// Plays as a table for spreadsheets.
enum PlayTable {
    static let mediaType = "text/csv; charset=utf-8"
    static let rowsAtOnce = 1_000

    /// With a byte order mark, without which Excel takes UTF-8 for the system's code page.
    static var head: [UInt8] {
        [0xEF, 0xBB, 0xBF]
            + Array(
                CSVWriting.text([["날", "경로당", "기기", "게시물 번호", "게시물", "나눔", "나온 횟수", "나온 시간(초)"]]).utf8)
    }

    static func bytes(_ rows: [PlayRow]) -> [UInt8] {
        let records = rows.map { row in
            let words = PlayWords(item: row.item, kind: row.kind, text: row.itemText)
            return [row.day, row.centre, row.kiosk, row.item, words.title, words.under ?? ""].map(CSVWriting.guarded)
                + ["\(row.times)", "\(row.seconds)"]
        }
        return Array(CSVWriting.text(records).utf8)
    }
}
