import Foundation
import GRDB
import SyncWire

/// A reading as it is listed.
struct ReadingRow: Equatable, Sendable, Decodable, FetchableRecord {
    var id: String
    var testId: String
    var takenAt: Date
    var valuesJSON: String
    var simulated: Bool
    var flagsJSON: String
    var clockState: String
    var unclaimedReason: String?
    var claimedAt: Date?
    var claimedWhy: String?
    // Absent in rows of before it was kept.
    var protocolId: String?
    var side: String?
    var source: String?
    var tables: String?

    /// - Throws: `DecodingError` if the row is not what the projection writes.
    func values() throws -> [WireReading.Value] {
        try CanonicalJSON.decode([WireReading.Value].self, from: Data(valuesJSON.utf8))
    }

    func flags() throws -> [String] { try CanonicalJSON.decode([String].self, from: Data(flagsJSON.utf8)) }
}

enum ReadingQuery {
    static let columns = """
        SELECT id, testId, takenAt, valuesJSON, simulated, flagsJSON, clockState, unclaimedReason, claimedAt, claimedWhy,
            protocolId, side, source, tables FROM reading
        """

    static func count(_ db: Database, person: String) throws -> Int {
        try Int.fetchOne(db, sql: "SELECT COUNT(*) FROM reading WHERE personId = ?", arguments: [person]) ?? 0
    }

    /// A person's readings, the newest first.
    static func list(_ db: Database, person: String, limit: Int, offset: Int) throws -> [ReadingRow] {
        try ReadingRow.fetchAll(
            db, sql: "\(columns) WHERE personId = ? ORDER BY takenAt DESC LIMIT ? OFFSET ?",
            arguments: [person, limit, offset])
    }

    static func unclaimedCount(_ db: Database, centre: String) throws -> Int {
        try Int.fetchOne(
            db, sql: "SELECT COUNT(*) FROM reading WHERE centreId = ? AND personId IS NULL", arguments: [centre]) ?? 0
    }

    /// A centre's readings that belong to nobody, the newest first.
    static func unclaimed(_ db: Database, centre: String, page: PageNumber) throws -> [ReadingRow] {
        try ReadingRow.fetchAll(
            db,
            sql: "\(columns) WHERE centreId = ? AND personId IS NULL ORDER BY takenAt DESC LIMIT ? OFFSET ?",
            arguments: [centre, PageNumber.rows, page.offset])
    }
}
