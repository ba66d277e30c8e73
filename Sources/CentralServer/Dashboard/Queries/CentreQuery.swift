import Foundation
import GRDB

/// A centre in the list, with what is counted there.
struct CentreRow: Equatable, Sendable, Decodable, FetchableRecord {
    var id: String
    var name: String
    var members: Int
    var today: Int
    var unclaimed: Int
}

/// A centre by itself.
struct CentreHead: Equatable, Sendable, Decodable, FetchableRecord {
    var id: String
    var name: String
    var address: String?
}

enum CentreQuery {
    static func count(_ db: Database, scope: Scope) throws -> Int {
        try Int.fetchOne(
            db, sql: "SELECT COUNT(*) FROM centre c WHERE \(Scope.condition)", arguments: scope.arguments()) ?? 0
    }

    /// One page of centres by name.
    static func list(_ db: Database, scope: Scope, today: LocalDay, page: PageNumber) throws -> [CentreRow] {
        let sql = """
            SELECT c.id, c.name,
                   (SELECT COUNT(*) FROM person p WHERE p.centreId = c.id) AS members,
                   (SELECT COUNT(*) FROM attendance a WHERE a.centreId = c.id AND a.day = :today) AS today,
                   (SELECT COUNT(*) FROM reading r WHERE r.centreId = c.id AND r.personId IS NULL) AS unclaimed
            FROM centre c WHERE \(Scope.condition) ORDER BY c.name, c.id LIMIT :limit OFFSET :offset
            """
        return try CentreRow.fetchAll(
            db, sql: sql,
            arguments: scope.arguments([
                "today": today.description, "limit": PageNumber.rows, "offset": page.offset,
            ]))
    }

    /// The centre, if it may be seen.
    /// - Throws: ``PageRefusal/notFound`` otherwise, whether or not it exists.
    static func head(_ db: Database, id: String, scope: Scope) throws -> CentreHead {
        let sql = "SELECT c.id, c.name, c.address FROM centre c WHERE c.id = :id AND \(Scope.condition)"
        guard let centre = try CentreHead.fetchOne(db, sql: sql, arguments: scope.arguments(["id": id])) else {
            throw PageRefusal.notFound
        }
        return centre
    }
}
