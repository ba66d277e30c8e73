import Foundation

extension ShowWindow {
    /// Whether its days and hours hold at an instant in Korea, and when that changes next; nil when it never will.
    public func state(at now: Date) -> (isOpen: Bool, changesAt: Date?) {
        let phase = phase(at: now.wholeSecond + KoreanTime.offset)
        let change = phase.until == .max ? nil : phase.until - KoreanTime.offset
        return (phase.isOpen, change.map { Date(timeIntervalSince1970: TimeInterval($0)) })
    }

    /// How a window stands at an instant, and when it changed and will change. Seconds on a clock that shows local time
    /// and never jumps; `Int.min` and `Int.max` when it never did or will.
    struct Phase: Equatable {
        var isOpen: Bool
        var since: Int
        var until: Int
    }

    /// The phase at `local` seconds since 1970-01-01 00:00 on the wall's own clock.
    func phase(at local: Int) -> Phase {
        let today = CivilDay(second: local)
        guard let hours else { return wholeDays(today) }
        let span = hours.seconds
        for start in [today.number - 1, today.number] {
            let open = start * 86_400 + span.lowerBound..<start * 86_400 + span.upperBound
            if open.contains(local), allows(CivilDay(number: start)) {
                return Phase(isOpen: true, since: open.lowerBound, until: open.upperBound)
            }
        }
        return closed(at: local, today.number, span)
    }

    private func closed(at local: Int, _ today: Int, _ span: Range<Int>) -> Phase {
        var phase = Phase(isOpen: false, since: .min, until: .max)
        // Yesterday's stretch may have ended today, today's may already be over.
        if let before = lastAllowed(upTo: today, where: { $0 * 86_400 + span.upperBound <= local }) {
            phase.since = before * 86_400 + span.upperBound
        }
        if let next = firstAllowed(from: today, where: { $0 * 86_400 + span.lowerBound > local }) {
            phase.until = next * 86_400 + span.lowerBound
        }
        return phase
    }

    private func wholeDays(_ today: CivilDay) -> Phase {
        let isOpen = allows(today)
        let change = isOpen ? forbidden : allowed
        let (since, until) = (change(today.number, -1), change(today.number, 1))
        return Phase(
            isOpen: isOpen, since: since.map { ($0 + 1) * 86_400 } ?? .min, until: until.map { $0 * 86_400 } ?? .max)
    }

    /// The nearest day after (`step` 1) or before (-1) `day` that is not allowed, nil when there is none.
    private func forbidden(_ day: Int, _ step: Int) -> Int? {
        let bound = (step > 0 ? last : first).map { $0.number + step }
        guard weekdays != .all else { return bound }
        for distance in 1...7 where !weekdays.holds(CivilDay(number: day + step * distance)) {
            let candidate = day + step * distance
            return bound.map { step > 0 ? min($0, candidate) : max($0, candidate) } ?? candidate
        }
        return bound
    }

    /// The nearest day after or before `day` that is allowed.
    private func allowed(_ day: Int, _ step: Int) -> Int? {
        step > 0 ? firstAllowed(from: day + 1, where: { _ in true }) : lastAllowed(upTo: day - 1, where: { _ in true })
    }

    /// The first allowed day from `day` on. Eight days hold every weekday and a stretch of the day before.
    private func firstAllowed(from day: Int, where isWanted: (Int) -> Bool) -> Int? {
        let start = max(day, first?.number ?? day)
        return (start...start + 8).first { allows(CivilDay(number: $0)) && isWanted($0) }
    }

    private func lastAllowed(upTo day: Int, where isWanted: (Int) -> Bool) -> Int? {
        let end = min(day, last?.number ?? day)
        return (end - 8...end).last { allows(CivilDay(number: $0)) && isWanted($0) }
    }
}

extension CivilDay {
    /// The day that a second since 1970-01-01 00:00 of the same clock lies in.
    init(second: Int) { self.init(number: second >= 0 ? second / 86_400 : -((86_399 - second) / 86_400)) }
}
