import Foundation
import GRDB
import SyncWire

extension Projection {
    /// What was on a wall on a day. Told twice, by a kiosk that was restored, the longer total counts.
    func countPlay() throws -> [String] {
        let body = try event.body(PlayCounted.self)
        // A day has 86,400 seconds, and an item may stand in two places at once.
        guard CalendarDay(body.day) != nil, (1...1_000).contains(body.item.utf8.count),
            (0...172_800).contains(body.seconds), (0...172_800).contains(body.times)
        else { throw ProjectionRefusal.badBody }
        try db.execute(
            sql: """
                INSERT INTO play (deviceId, day, item, seconds, times) VALUES (?, ?, ?, ?, ?)
                ON CONFLICT (deviceId, day, item)
                DO UPDATE SET seconds = max(seconds, excluded.seconds), times = max(times, excluded.times)
                """,
            arguments: [event.header.deviceID.uuidString, body.day, body.item, body.seconds, body.times])
        return []
    }
}
