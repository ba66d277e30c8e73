import Foundation

/// Whether a fact may still be shown, and how.
public enum Freshness: Equatable, Sendable {
    case fresh
    /// Shown with its age in words.
    case old
    /// Its value is not shown any more.
    case expired
    /// The clock says that the fact comes from the future: no age can be told, and no countdown.
    case unknown

    /// The kinds of facts, each of which ages at its own pace.
    public enum Kind: CaseIterable, Sendable {
        case weather, buses, air, warnings, notices

        /// Seconds until a fact is old, and until it is expired; `nil` never expires.
        var ages: (old: TimeInterval, expired: TimeInterval?) {
            switch self {
            // The weather office issues every three hours, and says so ten minutes later.
            case .weather: (4 * 3_600, 24 * 3_600)
            // GTFS Realtime's best practices: vehicle data older than 90 seconds is out of line.
            case .buses: (90, 90)
            // Stations report each hour, often twenty minutes late.
            case .air: (2 * 3_600, 6 * 3_600)
            case .warnings: (1_800, 6 * 3_600)
            case .notices: (24 * 3_600, nil)
            }
        }
    }

    /// A fact from further ahead than this shows that the clock is wrong.
    static let clockTolerance: TimeInterval = 300

    /// The freshness at `now` of a fact that was made at `issuedAt`. Exactly at a bound it is still the fresher one.
    public static func of(_ kind: Kind, issuedAt: Date, now: Date) -> Freshness {
        let age = now.timeIntervalSince(issuedAt)
        guard age >= -clockTolerance else { return .unknown }
        if let limit = kind.ages.expired, age > limit { return .expired }
        return age > kind.ages.old ? .old : .fresh
    }
}

extension BusBoard.Arrival {
    /// Whole seconds until the bus comes, nil when nothing honest can be said: the estimate is older than 90 seconds,
    /// the clock is wrong, only a state was known, or the bus has come.
    public func remaining(at now: Date, issuedAt: Date) -> Int? {
        guard let seconds, Freshness.of(.buses, issuedAt: issuedAt, now: now) == .fresh else { return nil }
        let left = Double(seconds) - max(0, now.timeIntervalSince(issuedAt))
        return left >= 0 ? Int(left) : nil
    }
}
