import Foundation

/// What a wall showed in a time.
public struct WallReport: Codable, Equatable, Sendable {
    /// Seconds for each item by its id, in all zones; what was covered does not count.
    public var secondsByItem: [String: Int] = [:]
    /// Seconds of our own cards.
    public var houseSeconds = 0
    /// Seconds in which a zone had nothing to show; none is allowed.
    public var gapSeconds = 0
    public var gaps = 0
    /// Seconds in which an alert had the screen, and how often one took it.
    public var alertSeconds = 0
    public var alerts = 0
    /// Seconds in which a class, a measuring session or a person had the screen.
    public var yieldedSeconds = 0
    /// Changes from one item to another.
    public var transitions = 0
    /// Plans that were asked for.
    public var plans = 0

    /// What it showed of the facts that age, by their kind.
    public internal(set) var facts: [String: Fact] = [:]

    /// Seconds of one kind of fact.
    public struct Fact: Codable, Equatable, Sendable {
        public var shownSeconds = 0
        /// Of these, told as old.
        public var oldSeconds = 0
        /// Older than it may be, old and not told so, or counted down when old; none is allowed.
        public var wrongSeconds = 0
        /// How often its age took it off the wall.
        public var timesGone = 0
    }

    private var last: [String: String] = [:]
    private var lastAlert: AlertMessage.Reference?

    public init() {}

    private enum CodingKeys: String, CodingKey {
        case secondsByItem, houseSeconds, gapSeconds, gaps, alertSeconds, alerts, yieldedSeconds, transitions, plans,
            facts
    }

    /// Whole minutes for each item.
    public var minutesByItem: [String: Int] { secondsByItem.mapValues { $0 / 60 } }

    mutating func count(_ plan: FramePlan, until end: Date) {
        let seconds = Int(end.timeIntervalSince(plan.at).rounded())
        plans += 1
        countAlert(plan, seconds)
        if plan.zones.isEmpty { countGap(seconds) }
        for zone in plan.zones {
            guard zone.since <= plan.at, plan.at < zone.until, plan.at < plan.nextChange else {
                countGap(seconds)
                continue
            }
            if plan.cover == nil { count(zone, seconds) }
        }
    }

    private mutating func count(_ zone: ZonePlan, _ seconds: Int) {
        let name: String
        switch zone.shown {
        case .item(let id):
            name = id
            secondsByItem[id, default: 0] += seconds
        case .house(let card):
            name = "house/" + card.rawValue
            houseSeconds += seconds
        }
        if let before = last.updateValue(name, forKey: zone.zone.rawValue), before != name { transitions += 1 }
    }

    private mutating func countAlert(_ plan: FramePlan, _ seconds: Int) {
        switch plan.cover {
        case .alert(let alert):
            alertSeconds += seconds
            if lastAlert != alert.reference { alerts += 1 }
            lastAlert = alert.reference
        case .activity:
            yieldedSeconds += seconds
            lastAlert = nil
        case nil: lastAlert = nil
        }
    }

    private mutating func countGap(_ seconds: Int) {
        gaps += 1
        gapSeconds += seconds
    }
}
