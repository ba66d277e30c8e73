import Foundation
import GRDB
import SyncClient
import SyncWire

extension KioskStore: Outbox {
    public func nextBatch(_ limit: BatchLimit, skipping held: Set<UUID>) async throws(StoreError) -> OutboxBatch? {
        try await read { db in
            let skipped = String(decoding: try CanonicalJSON.encode(held.map(\.uuidString)), as: UTF8.self)
            let rows = try Row.fetchCursor(
                db,
                sql: """
                    SELECT eventId, line FROM event
                    WHERE state = 'unsent' AND eventId NOT IN (SELECT value FROM json_each(?)) ORDER BY row LIMIT ?
                    """, arguments: [skipped, limit.events])
            var (items, bytes) = ([OutboxBatch.Item](), 0)
            while let row = try rows.next() {
                let item = try OutboxBatch.Item(row)
                bytes += item.line.count + 1
                if bytes > limit.bytes, !items.isEmpty { break }
                items.append(item)
            }
            return OutboxBatch(items)
        }
    }

    public func newestAcknowledged() async throws(StoreError) -> OutboxBatch? {
        try await read { db in
            let device = try Epoch.current(db).deviceID
            let row = try Row.fetchOne(
                db,
                sql: """
                    SELECT eventId, line FROM event
                    WHERE state = 'acknowledged' AND epoch IN (SELECT id FROM epoch WHERE deviceId = ?)
                    ORDER BY row DESC LIMIT 1
                    """, arguments: [device.uuidString])
            return OutboxBatch(try row.map { [try OutboxBatch.Item($0)] } ?? [])
        }
    }

    public func apply(_ receipt: UploadReceipt) async throws(StoreError) {
        try await record { log in try log.apply(receipt) }
    }

    public func statistics() async throws(StoreError) -> OutboxStatistics {
        try await read { db in
            var counts: [String: Int] = [:]
            for row in try Row.fetchAll(db, sql: "SELECT state, count(*) AS number FROM event GROUP BY state") {
                counts[row["state"]] = row["number"]
            }
            let oldest = try Int64.fetchOne(
                db, sql: "SELECT wall FROM event WHERE state = 'unsent' ORDER BY row LIMIT 1")
            let standing = counts.filter { $0.key != "superseded" && $0.key != "conflict" }.values.reduce(0, +)
            return OutboxStatistics(
                stored: standing, unsent: counts["unsent"] ?? 0, quarantined: counts["quarantined"] ?? 0,
                conflicts: counts["conflict"] ?? 0, oldestUnsentMilliseconds: oldest)
        }
    }

    public func recordings() -> AsyncStream<Void> { bell.listen() }
}

extension OutboxBatch.Item {
    init(_ row: Row) throws {
        guard let id = UUID(uuidString: row["eventId"]) else { throw StoreError.damaged("event") }
        self.init(eventID: id, line: row["line"])
    }
}
