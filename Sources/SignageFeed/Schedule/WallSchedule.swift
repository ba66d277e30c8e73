import Foundation

/// One screen: which zones it has and which items mean it.
public struct ScreenProfile: Sendable {
    /// Names by which items mean it.
    public var names: Set<String>
    public var zones: [Zone]
    public var calendar: WallCalendar
    /// No chime and no voice, but for the gravest alerts.
    public var quietHours: DayHours?
    /// How much of a text a page of it holds.
    public var pageSyllables: Int

    public init(
        names: Set<String> = [], zones: [Zone] = [.main], calendar: WallCalendar = .korea,
        quietHours: DayHours? = nil, pageSyllables: Int = TextPages.syllables
    ) {
        self.pageSyllables = max(1, pageSyllables)
        (self.names, self.zones) = (names, zones.isEmpty ? [.main] : zones)
        (self.calendar, self.quietHours) = (calendar, quietHours)
    }
}

/// What a screen may show and when: a playlist made ready for one screen.
///
/// The plan of an instant is a function of the instant and the state alone. Two screens with the same playlist agree,
/// a clock that jumps needs no mending, and what was on at any time can be told afterwards.
public struct WallSchedule: Sendable {
    let screen: ScreenProfile
    let zones: [ZoneSchedule]

    public init(_ playlist: Playlist, for screen: ScreenProfile = ScreenProfile()) {
        self.screen = screen
        let items = playlist.items.filter { $0.screens.isEmpty || !$0.screens.isDisjoint(with: screen.names) }
        zones = screen.zones.map { zone in
            ZoneSchedule(zone, items.filter { $0.zones.contains(zone) }, pageSyllables: screen.pageSyllables)
        }
    }

    /// What is on at `now`.
    public func wall(at now: Date, _ state: WallState) -> FramePlan {
        let now = now.onSomeClock
        return plan(at: now, state, segments(at: now.wholeSecond, state.trust))
    }

    /// The stretch of each zone that an instant lies in.
    func segments(at second: Int, _ trust: ClockTrust) -> [ZoneSchedule.Segment] {
        let stretch = screen.calendar.stretch(at: second)
        return zones.map { $0.segment(at: second, stretch, trust) }
    }

    func plan(at now: Date, _ state: WallState, _ segments: [ZoneSchedule.Segment]) -> FramePlan {
        let second = now.wholeSecond
        let turn = AlertTurn(state, at: now, isQuiet: isQuiet(at: second, state.trust))
        let isPaused = turn.cover != nil
        var change = turn.nextChange ?? .distantFuture
        let plans = zip(zones, segments).map { zone, segment -> ZonePlan in
            let answer = ZoneTurn(zone, segment, second, state, isPaused: isPaused)
            change = min(change, answer.nextChange)
            return answer.plan
        }
        if turn.nextChange != nil, let quiet = quietChange(after: second) { change = min(change, quiet) }
        return FramePlan(
            at: now, zones: plans, cover: turn.cover, banner: turn.banner, waitingAlerts: turn.waiting,
            nextChange: change)
    }

    /// An unknown clock cannot tell night from day; then an alert is heard.
    private func isQuiet(at second: Int, _ trust: ClockTrust) -> Bool {
        guard trust != .unknown, let hours = screen.quietHours else { return false }
        let local = second + screen.calendar.stretch(at: second).offset
        return hours.contains(secondOfDay: local.remainder(by: 86_400))
    }

    private func quietChange(after second: Int) -> Date? {
        guard let hours = screen.quietHours else { return nil }
        let offset = screen.calendar.stretch(at: second).offset
        let until = ShowWindow(hours: hours).phase(at: second + offset).until
        return Date(timeIntervalSince1970: TimeInterval(until - offset))
    }
}

extension Date {
    /// The nearest instant that a clock could show.
    var onSomeClock: Date { Date(timeIntervalSince1970: min(max(timeIntervalSince1970, -1e10), 6e10)) }

    /// Seconds since 1970, rounded down.
    var wholeSecond: Int { Int(onSomeClock.timeIntervalSince1970.rounded(.down)) }
}
