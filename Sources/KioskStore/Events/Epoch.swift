import Foundation
import GRDB
import SyncClient

/// One unbroken run of sequence numbers of one device.
struct Epoch: Equatable {
    let id: String
    let deviceID: UUID
    let lastSequence: Int64
    let lastHash: String

    /// The one that new events belong to.
    static func current(_ db: Database) throws -> Epoch {
        let newest = try db.cachedStatement(
            sql: "SELECT id, deviceId, lastSequence, lastHash FROM epoch ORDER BY number DESC LIMIT 1")
        let row = try Row.fetchOne(newest)
        guard let row, let device = UUID(uuidString: row["deviceId"]) else {
            throw StoreError.damaged("no epoch")
        }
        return Epoch(id: row["id"], deviceID: device, lastSequence: row["lastSequence"], lastHash: row["lastHash"])
    }

    /// Begins another run with a random name of 128 bits.
    static func begin(_ db: Database, device: UUID) throws {
        let name = HexDigest.hex((0..<16).map { _ in UInt8.random(in: .min ... .max) })
        try db.execute(
            sql: "INSERT INTO epoch (id, deviceId, lastHash) VALUES (?, ?, ?)",
            arguments: [name, device.uuidString, EventLog.firstHash])
    }
}
