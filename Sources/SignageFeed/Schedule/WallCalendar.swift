import Foundation

/// The wall's own clock: how far it is from Greenwich, and when that changes.
///
/// A window that lies in the hour a spring day leaves out does not open; one in the hour an autumn day repeats opens
/// twice. Korea changes nothing, so its walls need no time zone file.
public struct WallCalendar: Sendable {
    /// From `at` on, `offset` seconds east of Greenwich; in order, the first from ever.
    private let changes: [Change]

    private struct Change: Sendable {
        let at: Int
        let offset: Int
    }

    /// A stretch of time in which the offset is one and the same; `Int.min` and `Int.max` when open.
    struct Stretch: Equatable {
        var offset: Int
        var start: Int
        var end: Int
    }

    public static let korea = WallCalendar(offset: KoreanTime.offset)

    /// A place that never changes its clock.
    public init(offset: Int) { changes = [Change(at: .min, offset: offset)] }

    /// A place of the time zone database, with its changes from 1970 to 2100.
    public init(_ zone: TimeZone) {
        var changes = [Change(at: .min, offset: zone.secondsFromGMT(for: Date(timeIntervalSince1970: 0)))]
        var at = Date(timeIntervalSince1970: 0)
        while let next = zone.nextDaylightSavingTimeTransition(after: at), next > at, next.timeIntervalSince1970 < 4.1e9
        {
            changes.append(
                Change(at: Int(next.timeIntervalSince1970.rounded()), offset: zone.secondsFromGMT(for: next)))
            at = next
        }
        self.changes = changes
    }

    /// The stretch that an instant, in seconds since 1970, lies in.
    func stretch(at instant: Int) -> Stretch {
        var (low, high) = (0, changes.count)
        while high - low > 1 {
            let middle = (low + high) / 2
            if changes[middle].at <= instant { low = middle } else { high = middle }
        }
        return Stretch(
            offset: changes[low].offset, start: changes[low].at, end: high < changes.count ? changes[high].at : .max)
    }
}
