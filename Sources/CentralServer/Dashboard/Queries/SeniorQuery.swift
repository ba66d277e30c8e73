import Foundation
import GRDB

/// A senior in a centre's list. The name is masked before it is shown.
struct SeniorRow: Equatable, Sendable, Decodable, FetchableRecord {
    var id: String
    var name: String
    var birthYear: Int
    var birthMonth: Int
    var sex: String
    var healthConsent: Bool
    var lastDay: String?
    var thisMonth: Int
}

/// A senior by themselves.
struct SeniorHead: Equatable, Sendable, Decodable, FetchableRecord {
    var id: String
    var name: String
    var birthYear: Int
    var birthMonth: Int
    var sex: String
    var phoneLast4: String?
    var healthConsent: Bool
    var helpedBy: String?
    var enrolledAt: Date
    var centreId: String
    var centre: String
    var cards: Int
    var days: Int
    var lastDay: String?
}

enum SeniorQuery {
    static func count(_ db: Database, centre: String) throws -> Int {
        try Int.fetchOne(db, sql: "SELECT COUNT(*) FROM person WHERE centreId = ?", arguments: [centre]) ?? 0
    }

    static func list(_ db: Database, centre: String, today: LocalDay, page: PageNumber) throws -> [SeniorRow] {
        let sql = """
            SELECT p.id, p.name, p.birthYear, p.birthMonth, p.sex, p.healthConsent,
                   (SELECT MAX(day) FROM attendance a WHERE a.personId = p.id AND a.centreId = p.centreId) AS lastDay,
                   (SELECT COUNT(*) FROM attendance a
                    WHERE a.personId = p.id AND a.centreId = p.centreId AND a.day >= ?) AS thisMonth
            FROM person p WHERE p.centreId = ? ORDER BY p.name, p.id LIMIT ? OFFSET ?
            """
        return try SeniorRow.fetchAll(
            db, sql: sql, arguments: [today.firstOfMonth.description, centre, PageNumber.rows, page.offset])
    }

    /// Where a senior belongs, if they may be seen; nothing personal is read for it.
    /// - Throws: ``PageRefusal/notFound`` otherwise, whether or not they exist.
    static func centre(_ db: Database, of person: String, scope: Scope) throws -> CentreHead {
        let sql = """
            SELECT c.id, c.name, c.address FROM person p JOIN centre c ON c.id = p.centreId
            WHERE p.id = :id AND \(Scope.condition)
            """
        guard let centre = try CentreHead.fetchOne(db, sql: sql, arguments: scope.arguments(["id": person])) else {
            throw PageRefusal.notFound
        }
        return centre
    }

    static func head(_ db: Database, id: String, scope: Scope) throws -> SeniorHead {
        let sql = """
            SELECT p.id, p.name, p.birthYear, p.birthMonth, p.sex, p.phoneLast4, p.healthConsent, p.helpedBy,
                   p.enrolledAt, p.centreId, c.name AS centre,
                   (SELECT COUNT(*) FROM card WHERE personId = p.id AND state = 'active') AS cards,
                   (SELECT COUNT(*) FROM attendance a WHERE a.personId = p.id) AS days,
                   (SELECT MAX(day) FROM attendance a WHERE a.personId = p.id) AS lastDay
            FROM person p JOIN centre c ON c.id = p.centreId WHERE p.id = :id AND \(Scope.condition)
            """
        guard let senior = try SeniorHead.fetchOne(db, sql: sql, arguments: scope.arguments(["id": id])) else {
            throw PageRefusal.notFound
        }
        return senior
    }

    /// The reason for which the person was opened since signing in, if they were.
    static func openedReason(_ db: Database, person: String, staff: Staff) throws -> OpeningReason? {
        let sql = """
            SELECT reason FROM accessLog WHERE userId = ? AND personId = ? AND at >= ? AND what = ?
            ORDER BY at DESC LIMIT 1
            """
        return try String.fetchOne(
            db, sql: sql,
            arguments: [staff.userID, person, staff.signedInAt, AccessAct.openSenior.rawValue]
        ).flatMap(OpeningReason.init(rawValue:))
    }
}
