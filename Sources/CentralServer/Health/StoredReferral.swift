import Foundation
import GRDB

/// Somebody whom the gate stopped and whom the health centre asked to come.
struct StoredReferral: Decodable, Equatable, Sendable, FetchableRecord {
    var id: Int64
    var rulesJSON: String
    var madeBy: String
    var madeAt: Date
    var closedAt: Date?

    static func open(_ db: Database, person: String) throws -> StoredReferral? {
        try StoredReferral.fetchOne(
            db, sql: "SELECT * FROM referral WHERE personId = ? AND closedAt IS NULL", arguments: [person])
    }

    /// Asking twice is asking once.
    static func insert(_ rules: [String], of person: String, by user: String, at now: Date, _ db: Database) throws {
        try db.execute(
            sql: """
                INSERT INTO referral (personId, rulesJSON, madeBy, madeAt) VALUES (?, ?, ?, ?)
                ON CONFLICT (personId) WHERE closedAt IS NULL DO NOTHING
                """,
            arguments: [person, String(decoding: try JSONEncoder().encode(rules), as: UTF8.self), user, now])
    }

    /// They were seen.
    static func close(_ db: Database, person: String, by user: String, at now: Date) throws {
        try db.execute(
            sql: "UPDATE referral SET closedBy = ?, closedAt = ? WHERE personId = ? AND closedAt IS NULL",
            arguments: [user, now, person])
    }
}
