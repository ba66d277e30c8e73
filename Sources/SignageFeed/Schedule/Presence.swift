import Foundation

/// Whether content can be shown in a second, and in which second that answer may change by itself.
enum Presence {
    case absent(until: Int?)
    case present(GlassAge?, until: Int?)

    /// What is asked about: a whole second, and the second in which the wall's day ends.
    struct Moment {
        let second: Int
        let dayEnd: Int
        var date: Date { Date(timeIntervalSince1970: TimeInterval(second)) }
    }

    init(_ entry: ZoneSchedule.Entry, at now: Moment, _ state: WallState) {
        let isBroken = entry.content.picture.map(state.missingPictures.contains) ?? false
        if isBroken || state.quarantined.contains(entry.id) {
            self = .absent(until: nil)
            return
        }
        switch entry.content {
        case .weather: self.init(.weather, state.facts.weatherIssuedAt, now, state.trust)
        case .buses: self.init(.buses, state.facts.busesIssuedAt, now, state.trust)
        case .classOfToday: self = Self.classOfToday(at: now, state)
        case .care: self = Self.care(at: now, state)
        case .noticeFeed, .unknown: self = .absent(until: nil)
        case .notice, .job, .course, .newsletter, .practice, .picture, .localPin, .frames:
            self = .present(nil, until: nil)
        }
    }

    var until: Int? {
        switch self {
        case .absent(let until), .present(_, let until): until
        }
    }

    private init(_ rule: AgeRule, _ issuedAt: Date?, _ now: Moment, _ trust: ClockTrust) {
        guard let issuedAt else {
            self = .absent(until: nil)
            return
        }
        guard let age = rule.age(issuedAt: issuedAt, at: now.date, trust) else {
            let start = issuedAt.wholeSecond - Int(Freshness.clockTolerance)
            self = .absent(until: start >= now.second ? start + 1 : nil)
            return
        }
        // At the bound itself the fact is still what it was.
        let bounds = [age.turnsOldAt, age.disappearsAt].compactMap { $0?.wholeSecond }
        self = .present(age, until: bounds.filter { $0 >= now.second }.min().map { $0 + 1 })
    }

    /// A class of a wrong day sends people on their way for nothing: only a known clock shows one.
    private static func classOfToday(at now: Moment, _ state: WallState) -> Presence {
        guard state.trust == .known, let published = state.facts.classesPublishedAt else { return .absent(until: nil) }
        let timetable = Presence(.classes, published, now, state.trust)
        guard case .present(let age, let until) = timetable else { return timetable }
        let ends = state.facts.classes.filter { $0.startsAt.wholeSecond < now.dayEnd && $0.endsAt > now.date }
            .map { Int($0.endsAt.timeIntervalSince1970.rounded(.up)) }
        guard let next = ends.min() else { return .absent(until: until) }
        return .present(age, until: min(next, until ?? .max))
    }

    private static func care(at now: Moment, _ state: WallState) -> Presence {
        guard state.trust != .unknown, let until = state.facts.careUntil, until > now.date else {
            return .absent(until: nil)
        }
        return .present(nil, until: Int(until.timeIntervalSince1970.rounded(.up)))
    }
}
