import Foundation

/// Which item a zone shows, and when that changes.
struct ZoneTurn {
    let plan: ZonePlan
    let nextChange: Date

    /// What is known of the zone at a second.
    private struct Scene {
        let zone: ZoneSchedule
        let segment: ZoneSchedule.Segment
        let now: Presence.Moment
        let state: WallState
        /// Seconds for which content ran in the segment.
        let elapsed: Int
        var reasons: PlanReasons
    }

    init(_ zone: ZoneSchedule, _ segment: ZoneSchedule.Segment, _ second: Int, _ state: WallState, isPaused: Bool) {
        var scene = Scene(
            zone: zone, segment: segment, now: .init(second: second, dayEnd: segment.dayEnd), state: state,
            elapsed: state.pauses.running(from: segment.start, to: second),
            reasons: Self.reasons(state.trust, isPaused: isPaused))
        guard let rotation = segment.rotation else {
            scene.reasons.insert(.nothingScheduled)
            self.init(houseIn: scene, atMostUntil: nil)
            return
        }
        var spot = rotation.spot(at: segment.origin + scene.elapsed)
        // Alone, it stays until something else may run.
        if rotation.slots.count == 1 { (spot.start, spot.end) = (segment.origin, .max) }
        let presence = Presence(zone.entries[spot.item], at: scene.now, state)
        if case .present(let age, let until) = presence {
            scene.reasons.insert(spot.reason)
            self.init(scene, spot, spot.item, age, until)
            return
        }
        scene.reasons.insert(.standIn)
        let (other, change) = Self.standIn(scene, spot)
        if let other {
            scene.reasons.insert(spot.reason)
            self.init(scene, spot, other.index, other.age, change)
        } else {
            self.init(houseIn: scene, atMostUntil: change)
        }
    }

    private static func reasons(_ trust: ClockTrust, isPaused: Bool) -> PlanReasons {
        let paused: PlanReasons = isPaused ? .paused : []
        switch trust {
        case .known: return paused
        case .suspect: return paused.union(.suspectClock)
        case .unknown: return paused.union(.unknownClock)
        }
    }

    /// Somebody else in the place of one who cannot be shown: each in turn, those that can be read in the time first.
    /// Answers nobody when there is nobody, and when the answer may change.
    private static func standIn(
        _ scene: Scene, _ spot: Rotation.Spot
    ) -> (other: (index: Int, age: GlassAge?)?, change: Int?) {
        var present: [(index: Int, age: GlassAge?)] = []
        var change: Int?
        for index in scene.segment.open {
            let presence = Presence(scene.zone.entries[index], at: scene.now, scene.state)
            if let until = presence.until { change = min(change ?? until, until) }
            if case .present(let age, _) = presence { present.append((index, age)) }
        }
        let fitting = present.filter { scene.zone.entries[$0.index].member.dwell <= spot.end - spot.start }
        let candidates = fitting.isEmpty ? present : fitting
        guard !candidates.isEmpty else { return (nil, change) }
        // Mixed, since the same slots of every cycle are concerned.
        let mixed = (UInt64(bitPattern: Int64(spot.ordinal)) &* 0x9E37_79B9_7F4A_7C15) >> 33
        return (candidates[Int(mixed % UInt64(candidates.count))], change)
    }

    private init(_ scene: Scene, _ spot: Rotation.Spot, _ choice: Int, _ age: GlassAge?, _ change: Int?) {
        let (entry, second) = (scene.zone.entries[choice], scene.now.second)
        let into = scene.segment.origin + scene.elapsed - spot.start
        let left = spot.end == .max ? Int.max : spot.end - spot.start - into
        let until = left == .max ? scene.segment.end : min(scene.segment.end, second + left)
        let page = Page(entry.dwell, at: into)
        plan = ZonePlan(
            zone: scene.zone.zone, shown: .item(entry.id),
            since: Self.date(scene.state.pauses.instant(into, before: second)), until: Self.date(until),
            page: page.index, pages: entry.dwell.count, age: age, reasons: scene.reasons)
        nextChange = Self.date(min(until, second + page.left, change ?? .max))
    }

    /// House cards change each minute.
    private init(houseIn scene: Scene, atMostUntil change: Int?) {
        let (dwell, second) = (60, scene.now.second)
        let (turn, into) = (scene.elapsed / dwell, scene.elapsed % dwell)
        let until = min(scene.segment.end, second + dwell - into)
        plan = ZonePlan(
            zone: scene.zone.zone, shown: .house(HouseCard.allCases[turn % HouseCard.allCases.count]),
            since: Self.date(scene.state.pauses.instant(into, before: second)), until: Self.date(until), page: 0,
            pages: 1, age: nil, reasons: scene.reasons)
        nextChange = Self.date(min(until, change ?? .max))
    }

    private static func date(_ second: Int) -> Date { Date(timeIntervalSince1970: TimeInterval(second)) }

    /// The page of an item that has been on for a while; after the last comes the first again.
    private struct Page {
        var index = 0
        /// Seconds until the next one.
        var left: Int

        init(_ dwell: [Int], at into: Int) {
            var rest = into.remainder(by: dwell.reduce(0, +))
            while rest >= dwell[index] {
                rest -= dwell[index]
                index += 1
            }
            left = dwell.count == 1 ? 1 << 40 : dwell[index] - rest
        }
    }
}
