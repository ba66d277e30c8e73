import Foundation

/// Moves the times of a recorded GTFS Realtime message. Seconds since 1970 take five bytes from 1978 to 3058, so that
/// each is written over the old one and nothing else moves.
enum DemoGTFS {
    /// A message on the way to a time, by the field numbers of `gtfs-realtime.proto`.
    private enum Part {
        case feed, header, entity, trip, descriptor, stopTime, event, alert, period

        func child(_ field: Int) -> Part? {
            switch (self, field) {
            case (.feed, 1): .header
            case (.feed, 2): .entity
            case (.entity, 3): .trip
            case (.entity, 5): .alert
            case (.trip, 1): .descriptor
            case (.trip, 2): .stopTime
            case (.stopTime, 2), (.stopTime, 3): .event
            case (.alert, 1): .period
            default: nil
            }
        }

        func isTime(_ field: Int) -> Bool {
            switch (self, field) {
            case (.header, 3), (.trip, 4), (.event, 2), (.period, 1), (.period, 2): true
            default: false
            }
        }

        /// `yyyyMMdd` of the trip's service day.
        func isDay(_ field: Int) -> Bool { self == .descriptor && field == 3 }
    }

    /// What is written where.
    private enum Change {
        case time(end: Int, Part, Int)
        case day(Range<Int>)
    }

    /// The same message as if it had been made at `now`; bytes that are no message stay as they are.
    static func rebased(_ bytes: [UInt8], now: Date) -> [UInt8] {
        guard let feed = try? GTFSRealtime(bytes), let recorded = feed.timestamp,
            let changes = try? changes(bytes, 0..<bytes.count, .feed)
        else { return bytes }
        var moved = bytes
        for change in changes {
            switch change {
            case .day(let range): moved.replaceSubrange(range, with: Array(KoreanTime(now).compactDay.utf8))
            case .time(let end, let part, let value):
                let ahead = value - Int(recorded.timeIntervalSince1970)
                let seconds = part == .event ? DemoFeed.seconds(ahead, at: now) : ahead
                write(Int(now.timeIntervalSince1970) + seconds, before: end, in: &moved)
            }
        }
        return moved
    }

    private static func changes(_ bytes: [UInt8], _ range: Range<Int>, _ part: Part) throws(WireError) -> [Change] {
        var reader = WireReader(range)
        var found: [Change] = []
        while try reader.next(bytes) {
            if let value = reader.integer, part.isTime(reader.field), GTFSRealtime.date(value) != nil {
                found.append(.time(end: reader.valueEnd, part, value))
            } else if let inner = reader.range, let child = part.child(reader.field) {
                found += try changes(bytes, inner, child)
            } else if let text = reader.range, part.isDay(reader.field), text.count == 8 {
                found.append(.day(text))
            }
        }
        return found
    }

    private static func write(_ value: Int, before end: Int, in bytes: inout [UInt8]) {
        for place in 0..<5 {
            let bits = UInt8(truncatingIfNeeded: value >> (7 * place)) & 0x7F
            bytes[end - 5 + place] = place < 4 ? bits | 0x80 : bits
        }
    }
}
