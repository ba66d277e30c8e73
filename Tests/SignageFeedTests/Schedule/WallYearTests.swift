import Foundation
import Testing

@testable import SignageFeed

@Suite struct WallYearTests {
    @Test func `a year has no gap, and every item its minutes`() throws {
        let items = [
            WallSamples.item("always", seconds: 600), WallSamples.item("other", seconds: 600),
            WallSamples.item("morning", ShowWindow(hours: try WallSamples.hours("09:00", "12:00")), priority: 1),
            WallSamples.item(
                "june", ShowWindow(first: try WallSamples.day("2027-06-01"), last: try WallSamples.day("2027-06-30")),
                seconds: 600),
        ]
        let report = try #require(WallYear(WallSamples.schedule(items)).report(of: 2027))
        #expect(report.gaps == 0 && report.gapSeconds == 0 && report.houseSeconds == 0)
        #expect(report.secondsByItem.values.reduce(0, +) == 365 * 86_400)
        // Four of five in three hours a day.
        let morning = Double(report.secondsByItem["morning"] ?? 0) / Double(365 * 3 * 3_600)
        #expect((0.1...0.95).contains(morning))
        let june = report.secondsByItem["june"] ?? 0
        #expect((200_000...900_000).contains(june))
        #expect(report.transitions > 50_000 && report.alerts == 0)
        #expect(report.minutesByItem["june"] == june / 60)
    }

    @Test func `in a year of cut lines old facts leave the wall, and it is never empty or wrong`() throws {
        let items = [
            SignageItem(id: "weather", content: .weather(.today), seconds: 120),
            SignageItem(id: "buses", content: .buses, seconds: 120),
            SignageItem(id: "class", content: .classOfToday, seconds: 120), WallSamples.item("notice", seconds: 120),
        ]
        let world = try #require(CutWorld(year: 2027))
        let report = try #require(WallYear(WallSamples.schedule(items), in: world).report(of: 2027))
        #expect(report.gaps == 0 && report.secondsByItem["notice", default: 0] > 0)
        #expect(Set(report.facts.keys) == ["weather", "buses", "classes"])
        for (name, fact) in report.facts {
            #expect(fact.wrongSeconds == 0 && fact.shownSeconds > 0, "\(name)")
            // An old estimate of a bus is no estimate: it goes at once.
            #expect((fact.oldSeconds > 0) == (name != "buses"), "\(name)")
        }
        // Buses leave the wall in each cut, forecasts and timetables in the long ones only.
        #expect(report.facts["buses"]?.timesGone == world.cuts.count)
        #expect((1...4).contains(report.facts["weather"]?.timesGone ?? 0))
        #expect(report.facts["classes"]?.timesGone == 2)
        // A class has an hour of each day on which it is known, by a known clock.
        #expect((320 * 3_600...330 * 3_600).contains(report.yieldedSeconds))
    }

    @Test func `a wall that showed what it may not would be found out`() throws {
        let schedule = WallSamples.schedule([SignageItem(id: "weather", content: .weather(.today))])
        let now = FeedSamples.now
        func wrong(_ age: TimeInterval, _ trust: ClockTrust = .known, _ change: (inout GlassAge) -> Void = { _ in })
            -> Int
        {
            let state = WallState(trust: trust, facts: WallFacts(weatherIssuedAt: now - age))
            var plan = schedule.wall(at: now, WallState(trust: .known, facts: WallFacts(weatherIssuedAt: now - 60)))
            let old = AgeRule.weather.ages.old
            plan.zones[0].age = GlassAge(
                issuedAt: now - age, isOld: age > old, turnsOldAt: now - age + old, disappearsAt: nil,
                allowsCountdown: age <= old)
            plan.zones[0].age.mutate(change)
            var watch = FactWatch(schedule)
            watch.count(plan, state, until: now + 10)
            return watch.reports["weather"]?.wrongSeconds ?? -1
        }
        let (old, expired) = AgeRule.weather.ages
        #expect(wrong(60) == 0 && wrong(old + 60) == 0)
        #expect(wrong((expired ?? 0) + 60) == 10 && wrong(60, .unknown) == 10)
        #expect(wrong(old + 60) { $0.isOld = false } == 10 && wrong(old + 60) { $0.allowsCountdown = true } == 10)
    }

    @Test func `a leap year has its day`() throws {
        let report = try #require(WallYear(WallSamples.schedule([WallSamples.item("a")])).report(of: 2028))
        #expect(report.secondsByItem == ["a": 366 * 86_400] && report.plans == 366)
    }

    @Test func `a year that no calendar has is none`() {
        #expect(WallYear(WallSamples.schedule([])).report(of: 9_999) == nil)
    }

    @Test func `alerts, classes and a lost clock are counted, and leave no gap`() throws {
        let start = FeedSamples.korean("2026-11-20 00:00")
        let fire = WallSamples.message(from: start + 36_000, until: start + 39_600)
        let events: [WallYear.Event] = [
            .init(at: start + 36_000, .message(fire)), .init(at: start + 50_000, .activity(.classSession)),
            .init(at: start + 53_600, .activity(nil)), .init(at: start + 60_000, .trust(.unknown)),
        ]
        let year = WallYear(try Busy.schedule(), events: events.reversed(), site: WallSamples.site)
        let report = year.report(from: start, to: start + 86_400)
        #expect(report.gaps == 0 && report.alerts == 1 && report.alertSeconds == 3_600)
        #expect(report.yieldedSeconds == 3_600 && report.houseSeconds > 0)
        let shown = report.secondsByItem.values.reduce(report.houseSeconds, +)
        #expect(shown == 2 * (86_400 - 7_200))
    }

    @Test func `a plan that shows nothing, or promises nothing, is a gap`() {
        let plan = WallSamples.schedule([]).wall(at: FeedSamples.now, WallState(trust: .known))
        var report = WallReport()
        report.count(plan, until: plan.at + 60)
        #expect(report.gaps == 0 && report.houseSeconds == 60)
        var (empty, over) = (plan, plan)
        empty.zones = []
        over.zones[0].until = plan.at
        report.count(empty, until: plan.at + 60)
        report.count(over, until: plan.at + 30)
        #expect(report.gaps == 2 && report.gapSeconds == 90 && report.houseSeconds == 60)
    }

    @Test func `thirty days of eight-second items never show nothing`() {
        let items = (0..<12).map { WallSamples.item("\($0)", seconds: 8) }
        let end = FeedSamples.now + 30 * 86_400
        let report = WallYear(WallSamples.schedule(items)).report(from: FeedSamples.now, to: end)
        #expect(report.gaps == 0 && report.houseSeconds == 0)
        // Midnight cuts a turn short each day.
        #expect((324_000...324_060).contains(report.transitions + 1))
        let times = report.secondsByItem.values
        #expect((times.max() ?? 0) - (times.min() ?? 0) <= 30 * 96)
    }

    /// Any clock, any state: something is on, and never what is over.
    @Test func `at no instant is the wall empty or an ended item on it`() throws {
        let items = try Busy.items()
        let schedule = try Busy.schedule()
        var random = SplitMix(state: 3)
        let good = FeedSamples.korean("2028-02-28 12:00")
        let special = [-1e12, -1, 0, 0.5, 86_399, 2_147_483_647, 4_102_444_800, 253_402_300_800, 1e15].map {
            Date(timeIntervalSince1970: $0)
        }
        let trusts: [ClockTrust] = [.known, .suspect(lastGood: good), .unknown]
        for turn in 0..<6_000 {
            let near = good + Double.random(in: -4 * 86_400..<4 * 86_400, using: &random)
            let at = turn < 27 ? special[turn % 9] : near
            var state = WallState(trust: trusts[turn / 9 % 3])
            state.facts = WallFacts(
                weatherIssuedAt: near - Double.random(in: -7_200..<200_000, using: &random), busesIssuedAt: near - 60,
                classesPublishedAt: near - 3_600, classes: Busy.classes(near), careUntil: near + 600)
            let plan = schedule.wall(at: at, state)
            try #require(plan.zones.count == 2 && plan.nextChange > plan.at, "\(plan) \(state.trust)")
            for zone in plan.zones {
                guard case .item(let id) = zone.shown else { continue }
                let item = try #require(items.first { $0.id == id })
                let local = at.wholeSecond + KoreanTime.offset
                #expect(item.window.phase(at: local).isOpen, "\(id) at \(at)")
                if state.trust == .unknown { #expect(item.window == .always && zone.age == nil) }
                if state.trust != .known { #expect(zone.age?.allowsCountdown != true && id != "class") }
                if case .suspect = state.trust { #expect(id != "over") }
            }
        }
    }
}

extension GlassAge? {
    fileprivate mutating func mutate(_ change: (inout GlassAge) -> Void) {
        if var age = self {
            change(&age)
            self = age
        }
    }
}
