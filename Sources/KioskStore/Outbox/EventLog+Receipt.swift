import Foundation
import GRDB
import SyncClient
import SyncWire

extension EventLog {
    /// Takes over what the office said of a batch.
    func apply(_ receipt: UploadReceipt) throws {
        var conflicts: [String] = []
        for result in receipt.results {
            guard let state = Self.state(result.status) else { continue }
            if state == "conflict" { conflicts.append(result.eventID.uuidString) }
            try db.execute(
                sql: """
                    UPDATE event SET state = ?, code = ? WHERE eventId = ? AND state NOT IN ('conflict', 'superseded')
                    """, arguments: [state, result.code, result.eventID.uuidString])
        }
        try settle(conflicts)
        try follow(receipt)
    }

    /// Nil where nothing changes.
    private static func state(_ status: ItemResult.Status) -> String? {
        switch status {
        case .stored, .duplicate: "acknowledged"
        case .quarantined: "quarantined"
        case .erased: "erased"
        case .conflict: "conflict"
        case .retry: nil
        }
    }

    /// The office holds other bytes under these numbers: two disks share one name. From now on this one has another,
    /// and what was refused is issued again under it, once.
    private func settle(_ conflicts: [String]) throws {
        guard !conflicts.isEmpty else { return }
        let current = try Epoch.current(db)
        let rows = try Row.fetchAll(
            db, sql: "SELECT eventId, epoch, supersedes FROM event WHERE eventId IN (SELECT value FROM json_each(?))",
            arguments: [String(decoding: try CanonicalJSON.encode(conflicts), as: UTF8.self)])
        if rows.contains(where: { $0["epoch"] == current.id }) { try Epoch.begin(db, device: current.deviceID) }
        for row in rows where row["supersedes"] == nil { try issueAgain(row["eventId"]) }
    }

    /// Notes how far the office has everything; what it has lost becomes unsent again.
    private func follow(_ receipt: UploadReceipt) throws {
        let device = try Epoch.current(db).deviceID.uuidString
        let rows = try Row.fetchAll(
            db, sql: "SELECT id, contiguousStored FROM epoch WHERE deviceId = ?", arguments: [device])
        var mark = ServerMark(incarnation: try Setting.serverIncarnation.value(db))
        for row in rows { mark.contiguous[row["id"]] = row["contiguousStored"] }
        let rewinds = mark.update(with: receipt, epochs: rows.map { $0["id"] as String })
        let heard = try CanonicalJSON.encode(receipt.results.map(\.eventID.uuidString))
        for (epoch, sequence) in rewinds {
            try db.execute(
                sql: """
                    UPDATE event SET state = 'unsent' WHERE epoch = ? AND sequence > ?
                    AND state IN ('acknowledged', 'quarantined')
                    AND eventId NOT IN (SELECT value FROM json_each(?))
                    """, arguments: [epoch, sequence, String(decoding: heard, as: UTF8.self)])
        }
        for (epoch, sequence) in mark.contiguous {
            try db.execute(
                sql: "UPDATE epoch SET contiguousStored = ?, replicatedThrough = ? WHERE id = ?",
                arguments: [sequence, receipt.replicatedThrough[epoch] ?? 0, epoch])
        }
        try Setting.serverIncarnation.set(receipt.serverIncarnation, db)
    }
}
