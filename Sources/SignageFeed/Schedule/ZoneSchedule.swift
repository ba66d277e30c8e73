import Foundation

/// The items of one zone of one screen, ready to be asked.
struct ZoneSchedule: Sendable {
    let zone: Zone
    let entries: [Entry]

    struct Entry: Sendable {
        let id: String
        let content: SignageContent
        let window: ShowWindow
        let dwell: [Int]
        let member: Rotation.Member

        init(_ item: SignageItem, index: Int, pageSyllables: Int) {
            (id, content, window) = (item.id, item.content, item.window)
            dwell = item.dwell(pageSyllables: pageSyllables)
            member = Rotation.Member(
                item: index, dwell: dwell.reduce(0, +), priority: item.priority, share: item.share)
        }
    }

    init(_ zone: Zone, _ items: [SignageItem], pageSyllables: Int) {
        self.zone = zone
        entries = items.enumerated().map { Entry($0.element, index: $0.offset, pageSyllables: pageSyllables) }
    }

    /// A stretch in which the same items may run.
    struct Segment: Sendable {
        /// Seconds since 1970.
        let start: Int
        let end: Int
        /// When the wall's day ends.
        let dayEnd: Int
        /// Where the rotation begins: another part of the cycle each day, so that nobody is always last.
        let origin: Int
        let rotation: Rotation?
        /// Entries that may run, in order.
        let open: [Int]
    }

    /// The segment that an instant lies in. A day is a segment at most: at midnight everything begins afresh.
    func segment(at instant: Int, _ stretch: WallCalendar.Stretch, _ trust: ClockTrust) -> Segment {
        let local = instant + stretch.offset
        let midnight = local - local.remainder(by: 86_400)
        let dayEnd = midnight - stretch.offset + 86_400
        var (start, end) = (max(stretch.start, dayEnd - 86_400), min(stretch.end, dayEnd))
        var open: [Int] = []
        for index in entries.indices {
            let phase = entries[index].phase(at: instant, offset: stretch.offset, trust)
            if phase.isOpen { open.append(index) }
            start = max(start, phase.since)
            end = min(end, phase.until)
        }
        let rotation = Rotation(open.map { entries[$0].member })
        let origin = rotation.map { Self.origin($0, start + stretch.offset) } ?? 0
        return Segment(
            start: start, end: end, dayEnd: dayEnd, origin: origin, rotation: rotation, open: open)
    }

    /// Steps by the golden ratio come near every part of a cycle soon, whatever the cycle's length.
    private static func origin(_ rotation: Rotation, _ local: Int) -> Int {
        let day = local.quotient(by: 86_400)
        let part = Double(day) * 0.618_033_988_749_895 + Double(local.remainder(by: 86_400)) / 86_400
        let cycles = rotation.lower.isEmpty ? 1 : rotation.lower.count
        let position = Int((part - part.rounded(.down)) * Double(rotation.length) * Double(cycles))
        return rotation.spot(at: position).start
    }
}

extension ZoneSchedule.Entry {
    /// When the entry may run by its window, in seconds since 1970.
    fileprivate func phase(at instant: Int, offset: Int, _ trust: ClockTrust) -> ShowWindow.Phase {
        if case .unknown = content { return .never }
        if window == .always { return ShowWindow.Phase(isOpen: true, since: .min, until: .max) }
        switch trust {
        case .unknown: return .never
        case .suspect(let lastGood) where window.isOver(at: lastGood, offset: offset): return .never
        case .known, .suspect: break
        }
        var phase = window.phase(at: instant + offset)
        if phase.since != .min { phase.since -= offset }
        if phase.until != .max { phase.until -= offset }
        return phase.bounded(by: window, at: instant)
    }
}

extension ShowWindow {
    /// Whether the last day, or the end, had passed at a time that is known to be right.
    fileprivate func isOver(at lastGood: Date, offset: Int) -> Bool {
        let second = Int(lastGood.timeIntervalSince1970.rounded(.down))
        if let closesAt, closesAt <= lastGood { return true }
        return last.map { $0 < CivilDay(second: second + offset) } ?? false
    }
}

extension ShowWindow.Phase {
    fileprivate static let never = Self(isOpen: false, since: .min, until: .max)

    /// The same within the exact bounds of a window.
    fileprivate func bounded(by window: ShowWindow, at instant: Int) -> Self {
        var phase = self
        if let opens = window.opensAt.map({ Int($0.timeIntervalSince1970.rounded(.up)) }) {
            if instant < opens { return Self(isOpen: false, since: .min, until: opens) }
            phase.since = max(phase.since, opens)
        }
        if let closes = window.closesAt.map({ Int($0.timeIntervalSince1970.rounded(.down)) }) {
            if instant >= closes { return Self(isOpen: false, since: closes, until: .max) }
            phase.until = min(phase.until, closes)
        }
        return phase
    }
}
