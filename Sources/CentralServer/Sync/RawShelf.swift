import Foundation
import GRDB
import SyncWire

/// Puts lines on disk as they came. Whether a line was there before is the schema's answer, never a look-up's.
struct RawShelf {
    let db: Database
    let deviceID: String
    let at: Date

    /// Stores one line in a savepoint of its own, so that a line the schema refuses takes no other with it.
    func keep(_ line: EventLine) throws -> RawOutcome {
        switch line {
        case .bad(let bytes, let hash, let code):
            return try keepBad(bytes, hash: hash, code: code)
        case .event(let header, let bytes, let hash):
            var outcome = RawOutcome.quarantined("refused")
            do {
                try db.inSavepoint {
                    outcome = try keepEvent(header, bytes: bytes, hash: hash)
                    return .commit
                }
                return outcome
            } catch let error as DatabaseError where error.resultCode == .SQLITE_CONSTRAINT {
                return try keepBad(bytes, hash: hash, code: "refused")
            }
        }
    }

    private func keepEvent(_ header: EventHeader, bytes: Data, hash: String) throws -> RawOutcome {
        try db.cachedStatement(
            sql: """
                INSERT INTO eventRaw (deviceId, epoch, seq, eventId, type, typeVersion, personId, line, hash,
                    previousHash, receivedAt, state)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'pending') ON CONFLICT DO NOTHING
                """
        ).execute(arguments: [
            deviceID, header.epoch, header.sequence, header.eventID.uuidString, header.type.rawValue,
            header.typeVersion, header.personID?.uuidString, bytes, hash, header.previousHash, at,
        ])
        if db.changesCount == 1 { return .stored(row: db.lastInsertedRowID) }
        return try compare(header, bytes: bytes, hash: hash)
    }

    /// The id or the place was taken: by the very same bytes, or by others.
    private func compare(_ header: EventHeader, bytes: Data, hash: String) throws -> RawOutcome {
        let same = try Row.fetchOne(
            db.cachedStatement(
                sql: """
                    SELECT state, code FROM eventRaw
                    WHERE deviceId = ? AND epoch = ? AND seq = ? AND eventId = ? AND hash = ?
                    """),
            arguments: [deviceID, header.epoch, header.sequence, header.eventID.uuidString, hash])
        if let same {
            return same["state"] == "quarantined" ? .quarantined(same["code"] ?? "refused") : .duplicate
        }
        try db.execute(
            sql: """
                INSERT INTO eventConflict (deviceId, epoch, seq, eventId, line, hash, receivedAt)
                VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
                """,
            arguments: [deviceID, header.epoch, header.sequence, header.eventID.uuidString, bytes, hash, at])
        return .conflict
    }

    private func keepBad(_ bytes: Data, hash: String, code: String) throws -> RawOutcome {
        try db.execute(
            sql: """
                INSERT INTO badLine (deviceId, line, hash, code, receivedAt) VALUES (?, ?, ?, ?, ?)
                ON CONFLICT DO NOTHING
                """,
            arguments: [deviceID, bytes, hash, code, at])
        return .quarantined(code)
    }
}

/// What became of one line when it was put on disk.
enum RawOutcome: Equatable, Sendable {
    case stored(row: Int64)
    case duplicate
    case conflict
    case quarantined(String)

    var storedRow: Int64? {
        if case .stored(let row) = self { row } else { nil }
    }

    /// As the kiosk is told. `refused` holds the rows that were stored but not understood, with their codes.
    func result(line: Int, eventID: UUID?, refused: [Int64: String]) -> ItemResult {
        switch self {
        case .stored(let row):
            guard let code = refused[row] else { return ItemResult(line: line, eventID: eventID, status: .stored) }
            return ItemResult(line: line, eventID: eventID, status: .quarantined, code: code)
        case .duplicate:
            return ItemResult(line: line, eventID: eventID, status: .duplicate)
        case .conflict:
            return ItemResult(line: line, eventID: eventID, status: .conflict, code: "other_bytes")
        case .quarantined(let code):
            return ItemResult(line: line, eventID: eventID, status: .quarantined, code: code)
        }
    }
}
