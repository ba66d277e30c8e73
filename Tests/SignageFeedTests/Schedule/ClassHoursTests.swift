import Foundation
import Testing

@testable import SignageFeed

@Suite struct ClassHoursTests {
    private let now = FeedSamples.now

    private func state(_ trust: ClockTrust = .known, publishedAt: Date? = FeedSamples.now) -> WallState {
        let classes = [(0.0, 3_600.0), (7_200, 9_000)].map { start, end in
            ClassSession(id: "\(start)", programme: "노래", startsAt: now + start, endsAt: now + end)
        }
        return WallState(trust: trust, facts: WallFacts(classesPublishedAt: publishedAt, classes: classes))
    }

    @Test(arguments: [
        (-1.0, nil, 0.0), (0, "0.0", 3_600), (3_599, "0.0", 3_600), (3_600, nil, 7_200), (7_200, "7200.0", 9_000),
    ])
    func `a class is on from its start to its end, and the next change is told`(
        at: Double, id: String?, change: Double
    ) {
        let hours = ClassHours(state(), at: now + at)
        #expect(hours.running?.id == id && hours.nextChange == now + change)
    }

    @Test func `of two that overlap the later one is on`() {
        var state = state()
        state.facts.classes.append(
            ClassSession(id: "late", programme: "윷놀이", startsAt: now + 1_800, endsAt: now + 5_400))
        #expect(ClassHours(state, at: now + 2_000).running?.id == "late")
    }

    @Test func `no clock that is unsure, no unpublished and no old timetable has a class`() {
        for state in [
            state(.unknown), state(.suspect(lastGood: now)), state(publishedAt: nil),
            state(publishedAt: now - 9 * 86_400),
        ] {
            let hours = ClassHours(state, at: now + 60)
            #expect(hours.running == nil && hours.nextChange == .distantFuture)
        }
    }

    @Test func `a timetable that is no longer believed ends its class`() {
        let hours = ClassHours(state(publishedAt: now - 8 * 86_400 + 600), at: now + 60)
        #expect(hours.running != nil && hours.nextChange == now + 600)
    }
}
