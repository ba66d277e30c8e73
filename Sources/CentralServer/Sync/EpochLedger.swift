import Foundation
import GRDB

/// Knows for each epoch of a kiosk up to which sequence nothing is missing.
struct EpochLedger {
    /// Epochs that are reported beside those of the batch; the newest count.
    static let reported = 16

    let db: Database
    let deviceID: String

    /// Moves the touched epochs on, and answers with them and the newest others.
    func advance(_ touched: Set<String>) throws -> [String: Int64] {
        for epoch in touched.sorted() { try advance(epoch) }
        var contiguous: [String: Int64] = [:]
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT epoch, contiguous FROM (
                    SELECT * FROM epoch WHERE deviceId = ? ORDER BY id DESC LIMIT ?)
                """, arguments: [deviceID, Self.reported])
        for row in rows { contiguous[row["epoch"]] = row["contiguous"] }
        for epoch in touched { contiguous[epoch] = try state(of: epoch).contiguous }
        return contiguous
    }

    /// Walks on from the known end, and stops at the first gap: a late arrival costs only what it connects.
    private func advance(_ epoch: String) throws {
        var state = try state(of: epoch)
        let rows = try Row.fetchCursor(
            db,
            sql: """
                SELECT seq, hash, previousHash FROM eventRaw
                WHERE deviceId = ? AND epoch = ? AND seq > ? ORDER BY seq
                """, arguments: [deviceID, epoch, state.contiguous])
        while let row = try rows.next(), row["seq"] == state.contiguous + 1 {
            if row["previousHash"] != state.lastHash { state.chainBreaks += 1 }
            state.contiguous += 1
            state.lastHash = row["hash"]
        }
        try db.execute(
            sql: "UPDATE epoch SET contiguous = ?, lastHash = ?, chainBreaks = ? WHERE deviceId = ? AND epoch = ?",
            arguments: [state.contiguous, state.lastHash, state.chainBreaks, deviceID, epoch])
    }

    private func state(of epoch: String) throws -> State {
        try db.execute(
            sql: """
                INSERT INTO epoch (deviceId, epoch, contiguous, lastHash) VALUES (?, ?, 0, ?) ON CONFLICT DO NOTHING
                """, arguments: [deviceID, epoch, String(repeating: "0", count: 64)])
        let row = try Row.fetchOne(
            db, sql: "SELECT contiguous, lastHash, chainBreaks FROM epoch WHERE deviceId = ? AND epoch = ?",
            arguments: [deviceID, epoch])
        guard let row else { throw DatabaseError(resultCode: .SQLITE_NOTFOUND) }
        return State(contiguous: row["contiguous"], lastHash: row["lastHash"], chainBreaks: row["chainBreaks"])
    }

    private struct State {
        var contiguous: Int64
        var lastHash: String
        var chainBreaks: Int
    }
}
