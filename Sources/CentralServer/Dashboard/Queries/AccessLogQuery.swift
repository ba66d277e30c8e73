import Foundation
import GRDB

/// A line of the access log with the names it stands for.
struct AccessLogRow: Equatable, Sendable, Decodable, FetchableRecord {
    var at: Date
    var who: String?
    var fromAddress: String
    var what: String
    var personId: String?
    var person: String?
    var centre: String?
    var reason: String?
}

enum AccessLogQuery {
    private static let tables = """
        FROM accessLog l LEFT JOIN userAccount u ON u.id = l.userId LEFT JOIN centre c ON c.id = l.centreId
        LEFT JOIN person p ON p.id = l.personId
        WHERE (:municipality IS NULL OR COALESCE(c.municipalityId, u.municipalityId) = :municipality)
        """

    static func count(_ db: Database, scope: Scope) throws -> Int {
        try Int.fetchOne(db, sql: "SELECT COUNT(*) \(tables)", arguments: scope.arguments()) ?? 0
    }

    /// The newest first.
    static func list(_ db: Database, scope: Scope, page: PageNumber) throws -> [AccessLogRow] {
        let sql = """
            SELECT l.at, u.name AS who, l.fromAddress, l.what, l.personId, p.name AS person, c.name AS centre, l.reason
            \(tables) ORDER BY l.id DESC LIMIT :limit OFFSET :offset
            """
        return try AccessLogRow.fetchAll(
            db, sql: sql, arguments: scope.arguments(["limit": PageNumber.rows, "offset": page.offset]))
    }
}
