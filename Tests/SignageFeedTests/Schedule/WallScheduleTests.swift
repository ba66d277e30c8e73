import Foundation
import Testing

@testable import SignageFeed

@Suite struct WallScheduleTests {
    private let known = WallState(trust: .known)

    @Test func `an item is on for its time, then the next`() {
        let schedule = WallSamples.schedule(["a", "b", "c"].map { WallSamples.item($0) })
        var at = FeedSamples.now
        var seen: [String] = []
        for _ in 0..<6 {
            let plan = schedule.wall(at: at, known)
            #expect(plan.zones[0].until.timeIntervalSince(plan.zones[0].since) == 20)
            #expect(plan.nextChange == plan.zones[0].until && plan.zones[0].reasons == .rotation)
            seen.append(WallSamples.shown(plan) ?? "")
            at = plan.nextChange
        }
        #expect(seen[..<3] == seen[3...] && Set(seen).count == 3)
    }

    @Test func `alone, an item stays until something else may run`() throws {
        let noon = ShowWindow(hours: try WallSamples.hours("12:00", "13:00"))
        let schedule = WallSamples.schedule([WallSamples.item("a"), WallSamples.item("b", noon)])
        let plan = schedule.wall(at: FeedSamples.now, known)
        #expect(WallSamples.shown(plan) == "a")
        #expect(plan.zones[0].since == FeedSamples.korean("2026-11-20 00:00"))
        #expect(plan.zones[0].until == FeedSamples.korean("2026-11-20 12:00"))
    }

    @Test func `each page of a text has its time`() {
        let text = String(repeating: "가나다라마 ", count: 50)
        let schedule = WallSamples.schedule([
            SignageItem(id: "a", content: .notice(title: "제목", text: text)), WallSamples.item("b"),
        ])
        var at = FeedSamples.now
        var pages: [Int] = []
        for _ in 0..<12 {
            let plan = schedule.wall(at: at, known)
            if WallSamples.shown(plan) == "a" { pages.append(plan.zones[0].page) }
            at = plan.nextChange
        }
        #expect(pages.count >= 6 && Set(pages) == [0, 1])
        #expect(zip(pages, pages.dropFirst()).allSatisfy { $0 != $1 })
    }

    @Test func `zones have their own turns, and a screen only what is meant for it`() {
        var lobby = WallSamples.item("lobby", zones: [.side])
        lobby.screens = ["lobby"]
        let items = [WallSamples.item("a"), WallSamples.item("s", zones: [.side]), lobby]
        let plan = WallSamples.schedule(items, ScreenProfile(zones: [.main, .side])).wall(at: FeedSamples.now, known)
        #expect(plan.zones.map(\.shown) == [.item("a"), .item("s")])
        let both = ScreenProfile(names: ["lobby", "3층"], zones: [.side])
        let schedule = WallSamples.schedule(items, both)
        let seen = (0..<4).compactMap { WallSamples.shown(schedule.wall(at: FeedSamples.now + Double($0 * 20), known)) }
        #expect(Set(seen) == ["s", "lobby"])
    }

    @Test func `a screen without zones has one`() {
        let plan = WallSamples.schedule([], ScreenProfile(zones: [])).wall(at: FeedSamples.now, known)
        #expect(plan.zones.map(\.zone) == [.main] && plan.zones[0].reasons == .nothingScheduled)
    }

    @Test func `one who cannot be shown has a stand-in`() throws {
        let hash = try #require(ContentHash(String(repeating: "0", count: 64)))
        let items =
            [WallSamples.item("a"), WallSamples.item("b"), WallSamples.item("c")]
            + [SignageItem(id: "picture", content: .picture(hash, caption: nil), seconds: 20)]
        let schedule = WallSamples.schedule(items)
        var state = known
        state.missingPictures = [hash]
        state.quarantined = ["b"]
        var stands: [String] = []
        for turn in 0..<400 {
            let plan = schedule.wall(at: FeedSamples.now + Double(turn * 20), state)
            let shown = try #require(WallSamples.shown(plan))
            #expect(shown == "a" || shown == "c")
            if plan.zones[0].reasons.contains(.standIn) { stands.append(shown) }
        }
        #expect((199...201).contains(stands.count))
        let share = Double(stands.count { $0 == "a" }) / Double(stands.count)
        #expect((0.3...0.7).contains(share))
    }

    @Test func `without anybody the house's own cards take turns`() {
        var state = known
        state.quarantined = ["a"]
        let schedule = WallSamples.schedule([WallSamples.item("a")])
        let cards = (0..<8).map { schedule.wall(at: FeedSamples.now + Double($0 * 60), state).zones[0].shown }
        #expect(Set(cards.map { "\($0)" }).count == 4)
    }

    /// The promise on which a stage sleeps: until the next change the answer is the same.
    @Test func `an answer holds until its next change, and a planner answers the same`() throws {
        let schedule = try Busy.schedule()
        var planner = WallPlanner(schedule)
        var random = SplitMix(state: 5)
        var at = FeedSamples.korean("2028-02-27 21:00")
        let end = FeedSamples.korean("2028-03-02 03:00")
        var state = known
        state.facts = WallFacts(
            weatherIssuedAt: at + 7 * 3_600, busesIssuedAt: at + 900, classesPublishedAt: at,
            classes: Busy.classes(at), careUntil: at + 20_000)
        var plans = 0
        while at < end {
            let plan = planner.wall(at: at, state)
            #expect(plan == schedule.wall(at: at, state))
            try #require(plan.nextChange > at)
            let probe = at + Double.random(in: 0..<1, using: &random) * plan.nextChange.timeIntervalSince(at)
            var later = schedule.wall(at: probe, state)
            later.at = plan.at
            later.nextChange = plan.nextChange
            #expect(later == plan, "\(at) \(probe)")
            (at, plans) = (plan.nextChange, plans + 1)
        }
        #expect(plans > 5_000)
    }

    @Test func `every day begins elsewhere, so that a long list is seen to its end`() throws {
        let morning = ShowWindow(hours: try WallSamples.hours("09:00", "12:00"))
        let schedule = WallSamples.schedule((0..<400).map { WallSamples.item("\($0)", morning, seconds: 60) })
        var seen: Set<String> = []
        for day in 0..<14 {
            for minute in 0..<180 {
                let at = FeedSamples.now + Double(day * 86_400 + minute * 60)
                seen.insert(try #require(WallSamples.shown(schedule.wall(at: at, known))))
            }
        }
        #expect(seen.count == 400)
    }
}

/// A playlist with something of everything.
enum Busy {
    static func schedule(_ screen: ScreenProfile = ScreenProfile(zones: [.main, .side])) throws -> WallSchedule {
        WallSchedule(Playlist(items: try items()), for: screen)
    }

    static func items() throws -> [SignageItem] {
        let leap = try WallSamples.day("2028-02-29")
        let night = try WallSamples.hours("22:00", "06:00")
        return [
            SignageItem(id: "weather", content: .weather(.today)), SignageItem(id: "week", content: .weather(.week)),
            SignageItem(id: "buses", content: .buses, share: 20, zones: [.main, .side]),
            SignageItem(id: "class", content: .classOfToday), SignageItem(id: "care", content: .care, priority: 5),
            WallSamples.item("leap", ShowWindow(first: leap, last: leap), priority: 3),
            WallSamples.item("night", ShowWindow(weekdays: [.monday, .friday], hours: night)),
            WallSamples.item("noon", ShowWindow(hours: try WallSamples.hours("11:30", "12:30")), priority: 9),
            WallSamples.item("over", ShowWindow(last: try WallSamples.day("2028-02-27"))),
            SignageItem(
                id: "long", content: .notice(title: "긴 글", text: String(repeating: "가나다라 ", count: 90)),
                zones: [.side]),
            SignageItem(id: "unknown", content: .unknown(kind: "x")),
        ]
    }

    static func classes(_ day: Date) -> [ClassSession] {
        [13, 30, 37].map { hour in
            let start = day + Double(hour * 3_600)
            return ClassSession(id: "\(hour)", programme: "노래", startsAt: start, endsAt: start + 3_600)
        }
    }
}
