import Foundation

/// Which issue of the weather office to ask for at an instant.
public enum KMABaseTime: Sendable {
    /// Every three hours from 02:00, published ten minutes later.
    case village
    /// Every hour on the hour, published ten minutes later.
    case nowcast
    /// Every hour at half past, published fifteen minutes later.
    case ultraShort

    /// The newest issue that is published by `now`.
    public func latest(at now: Date) -> Date {
        let issued = now.addingTimeInterval(-delay)
        // Counted from an issue long ago: 1970-01-01 02:00, 00:00 and 00:30 in Korea.
        let origin = firstOfDay - TimeInterval(KoreanTime.offset)
        let periods = ((issued.timeIntervalSince1970 - origin) / period).rounded(.down)
        return Date(timeIntervalSince1970: origin + periods * period)
    }

    private var period: TimeInterval { self == .village ? 3 * 3_600 : 3_600 }
    private var delay: TimeInterval { self == .ultraShort ? 15 * 60 : 10 * 60 }
    private var firstOfDay: TimeInterval {
        switch self {
        case .village: 2 * 3_600
        case .nowcast: 0
        case .ultraShort: 30 * 60
        }
    }
}
