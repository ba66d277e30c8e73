import Foundation
import GRDB
import SignageFeed
import SyncWire

extension KioskStore {
    /// Keeps what was visible on whole days, each with its event. A total that is told again changes nothing.
    public func keepPlays(_ totals: [PlayTotal]) async throws(StoreError) {
        for total in totals {
            guard CalendarDay(total.day) != nil else { throw .invalid(field: "day") }
            guard (1...1_000).contains(total.item.utf8.count) else { throw .invalid(field: "item") }
        }
        try await record { log in
            for total in totals { try Self.keep(total, log) }
        }
    }

    private static func keep(_ total: PlayTotal, _ log: EventLog) throws {
        try log.db.execute(
            sql: "INSERT INTO playTotal (day, item, seconds, times) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
            arguments: [total.day, total.item, total.seconds, total.times])
        guard log.db.changesCount == 1 else { return }
        try log.append(
            PlayCounted(day: total.day, item: total.item, seconds: total.seconds, times: total.times), about: nil)
    }
}
