import Foundation

/// Looks whether what a wall shows of a fact may still be shown, without asking those who decided it.
struct FactWatch {
    /// Which of the items show an ageing fact.
    private let rules: [String: AgeRule]
    private var believed: [AgeRule: Date] = [:]
    private(set) var reports: [String: WallReport.Fact] = [:]

    init(_ schedule: WallSchedule) {
        let entries = schedule.zones.flatMap(\.entries).compactMap { entry in
            AgeRule(entry.content).map { (entry.id, $0) }
        }
        rules = Dictionary(entries, uniquingKeysWith: { first, _ in first })
    }

    mutating func count(_ plan: FramePlan, _ state: WallState, until end: Date) {
        countGone(plan.at, state)
        guard plan.cover == nil else { return }
        for zone in plan.zones {
            guard case .item(let id) = zone.shown, let rule = rules[id] else { continue }
            var report = reports[rule.name] ?? WallReport.Fact()
            let seconds = Int(end.timeIntervalSince(plan.at).rounded())
            report.shownSeconds += seconds
            if zone.age?.isOld == true { report.oldSeconds += seconds }
            if !isRight(zone.age, rule, state, until: end) { report.wrongSeconds += seconds }
            reports[rule.name] = report
        }
    }

    /// At the end of its time, too, a fact is no older than its rule allows, and old only if that is said; by a clock that
    /// is not sure all is old, and nothing is counted down.
    private func isRight(_ age: GlassAge?, _ rule: AgeRule, _ state: WallState, until end: Date) -> Bool {
        guard let age, let issued = rule.issued(state.facts) else { return false }
        let last = end.timeIntervalSince(issued) - 1
        let (old, expired) = rule.ages
        if last > expired ?? .infinity || state.trust == .unknown { return false }
        let isOld = last > old || state.trust != .known
        return age.isOld == isOld && age.allowsCountdown != isOld
    }

    /// A fact that nobody renewed and that is not believed any more has left the wall.
    private mutating func countGone(_ now: Date, _ state: WallState) {
        for rule in Set(rules.values) {
            guard let issued = rule.issued(state.facts) else { continue }
            if now.timeIntervalSince(issued) <= rule.ages.expired ?? .infinity {
                believed[rule] = issued
            } else if believed.removeValue(forKey: rule) == issued {
                reports[rule.name, default: WallReport.Fact()].timesGone += 1
            }
        }
    }
}

extension AgeRule {
    /// The rule by which an item's fact ages; nil for what does not.
    fileprivate init?(_ content: SignageContent) {
        switch content {
        case .weather: self = .weather
        case .buses: self = .buses
        case .classOfToday: self = .classes
        default: return nil
        }
    }

    fileprivate var name: String { "\(self)" }

    fileprivate func issued(_ facts: WallFacts) -> Date? {
        switch self {
        case .weather: facts.weatherIssuedAt
        case .buses: facts.busesIssuedAt
        case .classes: facts.classesPublishedAt
        case .air, .warnings, .notices: nil
        }
    }
}
