import Foundation

/// How far the clock can be believed. It decides which schedules may run; none leaves the wall empty.
public enum ClockTrust: Equatable, Sendable {
    /// Everything runs.
    case known
    /// Days and hours run, but what had ended at the last good time stays off, no countdown and no class is shown, and
    /// every fact counts as old.
    case suspect(lastGood: Date)
    /// Only items without days and hours run, and nothing whose age would have to be told.
    case unknown
}

/// What speaks for and against the clock.
public struct ClockEvidence: Equatable, Sendable {
    /// The network's time is steering the clock now.
    public var isSynchronised: Bool
    /// When the clock was last known to be right; kept on the disk.
    public var lastGood: Date?
    /// Time on the steady clock since `lastGood`; nil after a restart.
    public var elapsedSinceGood: Duration?
    /// The clock runs on while the power is off.
    public var hasBattery: Bool
    /// No right clock shows an earlier time.
    public var builtAt: Date

    public init(
        isSynchronised: Bool, lastGood: Date? = nil, elapsedSinceGood: Duration? = nil, hasBattery: Bool = false,
        builtAt: Date
    ) {
        (self.isSynchronised, self.lastGood, self.elapsedSinceGood) = (isSynchronised, lastGood, elapsedSinceGood)
        (self.hasBattery, self.builtAt) = (hasBattery, builtAt)
    }

    /// A crystal is wrong by at most 100 ppm, which is 4½ minutes in this time: less than the tolerance.
    private static let reach: TimeInterval = 30 * 86_400
    /// A box that nobody corrected for longer than this has another clock than we think.
    private static let horizon: TimeInterval = 5 * 366 * 86_400

    /// What the stated time is worth.
    public func trust(_ stated: Date) -> ClockTrust {
        guard stated >= builtAt else { return .unknown }
        if isSynchronised { return .known }
        guard let lastGood else { return guess(stated, since: builtAt) }
        let ahead = stated.timeIntervalSince(lastGood)
        // Behind a time that was right: it cannot be.
        guard ahead >= -Freshness.clockTolerance else { return .unknown }
        guard let elapsedSinceGood else {
            if hasBattery, ahead <= Self.reach { return .known }
            return guess(stated, since: lastGood)
        }
        let drift = abs(ahead - elapsedSinceGood / .seconds(1))
        if drift > 86_400 { return .unknown }
        let isSteady = drift <= Freshness.clockTolerance && ahead <= Self.reach
        return isSteady ? .known : .suspect(lastGood: lastGood)
    }

    /// Without a battery the clock may have stood still for as long as the power was off.
    private func guess(_ stated: Date, since: Date) -> ClockTrust {
        stated.timeIntervalSince(since) <= Self.horizon ? .suspect(lastGood: max(since, builtAt)) : .unknown
    }
}
