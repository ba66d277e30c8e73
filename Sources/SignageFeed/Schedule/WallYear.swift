import Foundation

/// Runs a wall through a time and counts what it showed, without waiting.
public struct WallYear: Sendable {
    private let schedule: WallSchedule
    private let site: AlertSite?
    /// In order of time.
    private let events: [Event]
    /// What the wall knows of the world at an instant.
    private let facts: @Sendable (Date) -> WallFacts

    /// Something that happens in the course of the time.
    public struct Event: Sendable {
        public var at: Date
        public var what: What

        public enum What: Sendable {
            case message(AlertMessage)
            case activity(Activity?)
            case trust(ClockTrust)
        }

        public init(at: Date, _ what: What) { (self.at, self.what) = (at, what) }
    }

    public init(
        _ schedule: WallSchedule, events: [Event] = [], site: AlertSite? = nil,
        facts: @escaping @Sendable (Date) -> WallFacts = Self.everFresh
    ) {
        (self.schedule, self.site, self.facts) = (schedule, site, facts)
        self.events = events.sorted { $0.at < $1.at }
    }

    /// The same in a world whose line is cut.
    public init(_ schedule: WallSchedule, in world: CutWorld) {
        self.init(schedule, events: world.events, facts: world.facts)
    }

    /// A world whose forecast and buses are always a minute old, with no class and no care card.
    public static let everFresh: @Sendable (Date) -> WallFacts = { now in
        WallFacts(weatherIssuedAt: now.addingTimeInterval(-60), busesIssuedAt: now.addingTimeInterval(-60))
    }

    /// The report of a calendar year on the wall's own clock; nil for years that no calendar has.
    public func report(of year: Int) -> WallReport? {
        guard let first = KoreanTime.date(year, 1, 1, offset: 0), let end = KoreanTime.date(year + 1, 1, 1, offset: 0)
        else { return nil }
        return report(from: instant(first), to: instant(end))
    }

    /// The report of any time.
    public func report(from start: Date, to end: Date) -> WallReport {
        var planner = WallPlanner(schedule)
        var stage = Rehearsal(state: WallState(trust: .known), pending: events[...])
        var report = WallReport()
        var watch = FactWatch(schedule)
        var now = start
        while now < end {
            stage.state.facts = facts(now)
            let lesson = stage.take(until: now, site)
            let plan = planner.wall(at: now, stage.state)
            // A plan that does not know when it ends would stop the world: it counts as a gap.
            let change = min(plan.nextChange, lesson.nextChange, stage.pending.first?.at ?? end, end)
            let next = max(change, now.addingTimeInterval(1))
            report.count(plan, until: min(next, end))
            watch.count(plan, stage.state, until: min(next, end))
            now = next
        }
        report.facts = watch.reports
        return report
    }

    private func instant(_ local: Date) -> Date {
        let offset = schedule.screen.calendar.stretch(at: local.wholeSecond).offset
        return local.addingTimeInterval(-TimeInterval(offset))
    }

    private struct Rehearsal {
        var state: WallState
        var pending: ArraySlice<Event>
        var ledger = AlertLedger()
        var activity: Activity?

        /// Answers the class that is on; the wall yields to it.
        mutating func take(until now: Date, _ site: AlertSite?) -> ClassHours {
            while let event = pending.first, event.at <= now {
                pending.removeFirst()
                switch event.what {
                case .message(let message): _ = ledger.take(message, at: event.at)
                case .activity(let activity): self.activity = activity
                case .trust(let trust): state.trust = trust
                }
            }
            let lesson = ClassHours(state, at: now)
            state.take(
                alerts: site.map { ledger.current(at: now, for: $0) } ?? [],
                activity: activity ?? lesson.running.map { _ in .classSession }, at: now)
            return lesson
        }
    }
}
