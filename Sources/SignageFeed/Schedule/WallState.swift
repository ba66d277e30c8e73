import Foundation

/// All that decides, besides the playlist and the time, what is on the wall.
public struct WallState: Equatable, Sendable {
    public var trust: ClockTrust
    public var facts: WallFacts
    /// Ids of items that failed and wait for the office.
    public var quarantined: Set<String>
    /// Pictures that have not arrived, or are broken.
    public var missingPictures: Set<ContentHash>
    /// The alerts that hold, gravest first.
    public private(set) var alerts: [CurrentAlert] = []
    public private(set) var activity: Activity?
    private(set) var pauses = Pauses()

    public init(
        trust: ClockTrust, facts: WallFacts = WallFacts(), quarantined: Set<String> = [],
        missingPictures: Set<ContentHash> = []
    ) {
        (self.trust, self.facts) = (trust, facts)
        (self.quarantined, self.missingPictures) = (quarantined, missingPictures)
    }

    /// Takes in what may have the screen before content. What was there goes on afterwards with the time it had left.
    public mutating func take(alerts: [CurrentAlert], activity: Activity?, at now: Date) {
        (self.alerts, self.activity) = (alerts, activity)
        let second = Int(now.timeIntervalSince1970.rounded(.down))
        pauses.note(isPaused: activity != nil || alerts.contains { $0.style(at: now) == .fullScreen }, at: second)
    }
}
