import Foundation
import Testing

@testable import SignageFeed

@Suite struct GlassAgeTests {
    private let now = FeedSamples.now

    @Test(arguments: [
        (AgeRule.weather, 14_400.0, 86_400.0 as Double?), (.buses, 90, 90), (.air, 7_200, 21_600),
        (.warnings, 1_800, 21_600),
        (.notices, 86_400, nil), (.classes, 129_600, 691_200),
    ])
    func `each kind has its own pace`(rule: AgeRule, old: Double, gone: Double?) {
        func age(_ seconds: Double, _ trust: ClockTrust = .known) -> GlassAge? {
            rule.age(issuedAt: now - seconds, at: now, trust)
        }
        #expect(age(0)?.isOld == false && age(0)?.allowsCountdown == true && age(old)?.isOld == false)
        if let gone {
            #expect(age(gone) != nil && age(gone + 1) == nil && age(0)?.disappearsAt == now + gone)
        } else {
            #expect(age(1e9)?.isOld == true && age(0)?.disappearsAt == nil)
        }
        if gone != old { #expect(age(old + 1)?.isOld == true && age(old + 1)?.allowsCountdown == false) }
        #expect(age(-301) == nil && age(-300) != nil && age(0, .unknown) == nil)
        let suspect = age(0, .suspect(lastGood: now))
        #expect(suspect?.isOld == true && suspect?.allowsCountdown == false)
    }

    @Test func `a fact leaves the wall when it is too old, and comes back with the next`() {
        let schedule = WallSamples.schedule([
            SignageItem(id: "weather", content: .weather(.today)), WallSamples.item("a", seconds: 15),
        ])
        func seen(_ issued: Date?) -> Set<String> {
            let state = WallState(trust: .known, facts: WallFacts(weatherIssuedAt: issued))
            return Set((0..<4).compactMap { WallSamples.shown(schedule.wall(at: now + Double($0 * 15), state)) })
        }
        #expect(seen(now - 3_600) == ["weather", "a"] && seen(now - 86_500) == ["a"] && seen(nil) == ["a"])
        #expect(seen(now + 7_200) == ["a"])
    }

    @Test func `the moment of turning old is a change`() throws {
        let schedule = WallSamples.schedule([SignageItem(id: "weather", content: .weather(.today))])
        var state = WallState(trust: .known, facts: WallFacts(weatherIssuedAt: now - 14_390))
        let fresh = schedule.wall(at: now, state)
        #expect(fresh.zones[0].age?.isOld == false && fresh.nextChange == now + 11)
        #expect(schedule.wall(at: fresh.nextChange, state).zones[0].age?.isOld == true)
        state.facts.weatherIssuedAt = now + 400
        let future = schedule.wall(at: now, state)
        #expect(WallSamples.shown(future) == nil && future.nextChange <= now + 101)
    }

    @Test func `a class is shown until it ends, on its own day and by a right clock`() {
        let schedule = WallSamples.schedule([SignageItem(id: "class", content: .classOfToday)])
        let facts = WallFacts(
            classesPublishedAt: now,
            classes: [ClassSession(id: "1", programme: "노래", startsAt: now + 3_600, endsAt: now + 7_200)])
        func plan(_ at: Date, _ trust: ClockTrust = .known) -> FramePlan {
            schedule.wall(at: at, WallState(trust: trust, facts: facts))
        }
        #expect(WallSamples.shown(plan(now)) == "class" && plan(now + 7_199).nextChange == now + 7_200)
        #expect(WallSamples.shown(plan(now + 7_200)) == nil && WallSamples.shown(plan(now - 86_400)) == nil)
        #expect(WallSamples.shown(plan(now, .suspect(lastGood: now))) == nil)
    }

    @Test func `a snapshot tells the times of its facts`() {
        let notice = Notice(id: "1", title: "글", text: "", from: "시", publishedAt: now - 60)
        let snapshot = WallSnapshot(
            version: 1, publishedAt: now,
            weather: Fact(Weather(hours: [], days: []), issuedAt: now - 10, fetchedAt: now),
            notices: [notice])
        let facts = WallFacts(snapshot)
        #expect(facts == WallFacts(weatherIssuedAt: now - 10, noticesIssuedAt: now - 60, classesPublishedAt: now))
    }

    @Test func `reasons have names`() {
        #expect(PlanReasons([.rotation, .standIn, .paused]).codes == ["rotation", "stand-in", "paused"])
    }
}
