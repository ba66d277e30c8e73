import Foundation

/// Which issue of the weather office to ask for at an instant.
public enum KMABaseTime: Sendable {
    /// Every three hours from 02:00, published ten minutes later.
    case village
    /// Every hour on the hour, published ten minutes later.
    case nowcast
    /// Every hour at half past, published fifteen minutes later.
    case ultraShort
    /// 06:00 and 18:00, published about half an hour later.
    case midTerm

    /// The newest issue that is published by `now`.
    public func latest(at now: Date) -> Date {
        let issued = now.addingTimeInterval(-delay)
        // Counted from an issue long ago: 1970-01-01 02:00, 00:00, 00:30 and 06:00 in Korea.
        let origin = firstOfDay - TimeInterval(KoreanTime.offset)
        let periods = ((issued.timeIntervalSince1970 - origin) / period).rounded(.down)
        return Date(timeIntervalSince1970: origin + periods * period)
    }

    /// The issues to ask for in turn, the newest first: when one is not out yet, the one before it still holds.
    public func candidates(at now: Date, count: Int = 3) -> [Date] {
        let newest = latest(at: now)
        return (0..<max(1, count)).map { newest.addingTimeInterval(-TimeInterval($0) * period) }
    }

    var period: TimeInterval {
        switch self {
        case .village: 3 * 3_600
        case .nowcast, .ultraShort: 3_600
        case .midTerm: 12 * 3_600
        }
    }

    var delay: TimeInterval {
        switch self {
        case .village, .nowcast: 10 * 60
        case .ultraShort: 15 * 60
        case .midTerm: 30 * 60
        }
    }

    private var firstOfDay: TimeInterval {
        switch self {
        case .village: 2 * 3_600
        case .nowcast: 0
        case .ultraShort: 30 * 60
        case .midTerm: 6 * 3_600
        }
    }
}
