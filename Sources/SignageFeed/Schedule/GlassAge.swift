import Foundation

/// The age of a fact on the glass, which is drawn beside it.
public struct GlassAge: Equatable, Sendable {
    /// When its source made it.
    public var issuedAt: Date
    /// To be said in words: "어제 소식이에요".
    public var isOld: Bool
    /// When it turns old.
    public var turnsOldAt: Date
    /// When it leaves the wall; nil for what may stay.
    public var disappearsAt: Date?
    /// Minutes may be counted down from it.
    public var allowsCountdown: Bool
}

/// How a kind of fact ages.
public enum AgeRule: CaseIterable, Sendable {
    case weather, buses, air, warnings, notices
    /// A timetable that the office published.
    case classes

    /// Seconds until a fact is old, and until it leaves the wall.
    public var ages: (old: TimeInterval, expired: TimeInterval?) {
        switch self {
        case .weather: Freshness.Kind.weather.ages
        case .buses: Freshness.Kind.buses.ages
        case .air: Freshness.Kind.air.ages
        case .warnings: Freshness.Kind.warnings.ages
        case .notices: Freshness.Kind.notices.ages
        // The office publishes each day; the timetable of a week reaches into the next one.
        case .classes: (36 * 3_600, 8 * 86_400)
        }
    }

    /// The age at `now`, or nil when the fact may not be shown: it is gone, it comes from the future, or no clock can
    /// tell. Exactly at a bound it is still the younger.
    public func age(issuedAt: Date, at now: Date, _ trust: ClockTrust) -> GlassAge? {
        let age = now.timeIntervalSince(issuedAt)
        let (old, expired) = ages
        guard trust != .unknown, age >= -Freshness.clockTolerance, age <= expired ?? .infinity else { return nil }
        let isKnown = trust == .known
        return GlassAge(
            issuedAt: issuedAt, isOld: age > old || !isKnown, turnsOldAt: issuedAt.addingTimeInterval(old),
            disappearsAt: expired.map(issuedAt.addingTimeInterval), allowsCountdown: isKnown && age <= old)
    }
}
