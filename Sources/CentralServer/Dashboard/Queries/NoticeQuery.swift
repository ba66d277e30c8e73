import Foundation
import GRDB

/// A notice as it is listed.
struct NoticeRow: Equatable, Sendable, Decodable, FetchableRecord {
    var id: String
    var title: String
    var fromWhom: String
    var createdAt: Date
    var showFrom: Date?
    var showUntil: Date?
    var withdrawnAt: Date?
    var municipality: String
}

/// A municipality to publish to.
struct MunicipalityRow: Equatable, Sendable, Decodable, FetchableRecord {
    var id: String
    var name: String
}

enum NoticeQuery {
    private static let condition = "(:municipality IS NULL OR n.municipalityId = :municipality)"

    static func count(_ db: Database, scope: Scope) throws -> Int {
        try Int.fetchOne(
            db, sql: "SELECT COUNT(*) FROM notice n WHERE \(condition)", arguments: scope.arguments()) ?? 0
    }

    static func list(_ db: Database, scope: Scope, page: PageNumber) throws -> [NoticeRow] {
        let sql = """
            SELECT n.id, n.title, n.fromWhom, n.createdAt, n.showFrom, n.showUntil, n.withdrawnAt, m.name AS municipality
            FROM notice n JOIN municipality m ON m.id = n.municipalityId
            WHERE \(condition) ORDER BY n.createdAt DESC, n.id LIMIT :limit OFFSET :offset
            """
        return try NoticeRow.fetchAll(
            db, sql: sql, arguments: scope.arguments(["limit": PageNumber.rows, "offset": page.offset]))
    }

    /// The municipalities one may publish to.
    static func municipalities(_ db: Database, scope: Scope) throws -> [MunicipalityRow] {
        try MunicipalityRow.fetchAll(
            db,
            sql: "SELECT id, name FROM municipality WHERE (:municipality IS NULL OR id = :municipality) ORDER BY name",
            arguments: scope.arguments())
    }

    /// Writes the notice; sending the same form twice writes it once.
    static func publish(_ db: Database, _ notice: OfficeNotice) throws {
        try notice.insert(db, onConflict: .ignore)
    }

    /// Takes the notice off the walls.
    /// - Returns: whose walls.
    /// - Throws: ``PageRefusal/notFound`` if it may not be seen.
    static func withdraw(_ db: Database, id: String, scope: Scope, now: Date) throws -> String {
        let sql = """
            UPDATE notice AS n SET withdrawnAt = COALESCE(withdrawnAt, :now) WHERE n.id = :id AND \(condition)
            RETURNING municipalityId
            """
        let found = try String.fetchAll(db, sql: sql, arguments: scope.arguments(["id": id, "now": now])).first
        guard let found else { throw PageRefusal.notFound }
        return found
    }
}
