import Foundation
import GRDB
import Logging
import SyncWire

/// Turns stored events into what the office shows. It runs after the bytes are safe and can run again at any time.
struct EventProjector: Sendable {
    /// Events that one transaction takes when a backlog is worked off.
    static let chunk = 500

    /// Projects stored rows, each in its own savepoint. Answers with the rows that were quarantined, and why.
    func project(_ rows: [Int64], in db: Database) throws -> [Int64: String] {
        var refused: [Int64: String] = [:]
        for row in rows { refused[row] = try project(row, in: db) }
        return refused
    }

    /// Tries everything again that is not projected: after a crash, and after an update that knows more.
    func resume(in store: OfficeStore, logger: Logger) async throws {
        var (last, tried, refused) = (Int64(0), 0, 0)
        while true {
            let from = last
            let (rows, codes) = try await store.write { db in try resumeChunk(after: from, in: db) }
            guard let end = rows.last else { break }
            (last, tried, refused) = (end, tried + rows.count, refused + codes.count)
        }
        if tried > 0 {
            logger.info("Projected again", metadata: ["tried": "\(tried)", "quarantined": "\(refused)"])
        }
    }

    private func resumeChunk(after id: Int64, in db: Database) throws -> ([Int64], [Int64: String]) {
        let rows = try Int64.fetchAll(
            db, sql: "SELECT id FROM eventRaw WHERE state <> 'projected' AND id > ? ORDER BY id LIMIT ?",
            arguments: [id, Self.chunk])
        return (rows, try project(rows, in: db))
    }

    /// The code of the quarantine, or nothing when the event was used or waits for a newer office.
    private func project(_ id: Int64, in db: Database) throws -> String? {
        guard let event = try StoredEvent.fetch(id, in: db), event.state != "projected" else { return nil }
        do {
            var freed: [String] = []
            try db.inSavepoint {
                freed = try Projection(db: db, event: event).run()
                return .commit
            }
            try mark(id, "projected", in: db)
            for key in freed { try projectWaiting(for: key, in: db) }
            return nil
        } catch let refusal as ProjectionRefusal {
            return try quarantine(id, refusal, in: db)
        } catch let error as DatabaseError where error.resultCode == .SQLITE_CONSTRAINT {
            return try quarantine(id, ProjectionRefusal("contradiction"), in: db)
        }
    }

    private func quarantine(_ id: Int64, _ refusal: ProjectionRefusal, in db: Database) throws -> String? {
        try mark(
            id, refusal.isLater ? "pending" : "quarantined", code: refusal.code, waitsFor: refusal.waitsFor, in: db)
        return refusal.isLater ? nil : refusal.code
    }

    private func projectWaiting(for key: String, in db: Database) throws {
        let rows = try Int64.fetchAll(
            db, sql: "SELECT id FROM eventRaw WHERE waitsFor = ? ORDER BY id", arguments: [key])
        for row in rows { _ = try project(row, in: db) }
    }

    private func mark(
        _ id: Int64, _ state: String, code: String? = nil, waitsFor: String? = nil, in db: Database
    ) throws {
        try db.cachedStatement(sql: "UPDATE eventRaw SET state = ?, code = ?, waitsFor = ? WHERE id = ?")
            .execute(arguments: [state, code, waitsFor, id])
    }
}

/// Why an event cannot be used, as a rule id.
struct ProjectionRefusal: Error, Equatable {
    var code: String
    /// The id of what is missing; the event is tried again when it arrives.
    var waitsFor: String?
    /// A newer office will know what to do: not the kiosk's fault, so not quarantined.
    var isLater = false

    init(_ code: String, waitsFor: String? = nil, isLater: Bool = false) {
        (self.code, self.waitsFor, self.isLater) = (code, waitsFor, isLater)
    }

    static let badBody = ProjectionRefusal("bad_body")
    static let noHealthConsent = ProjectionRefusal("no_health_consent")
    static func unknownPerson(_ id: UUID) -> ProjectionRefusal {
        ProjectionRefusal("unknown_person", waitsFor: id.uuidString)
    }
}
