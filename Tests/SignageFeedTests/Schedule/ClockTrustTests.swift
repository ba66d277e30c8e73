import Foundation
import Testing

@testable import SignageFeed

@Suite struct ClockTrustTests {
    private let built = FeedSamples.korean("2026-06-01 00:00")
    private let good = FeedSamples.korean("2026-11-01 09:00")

    private func trust(
        _ stated: Date, synchronised: Bool = false, good: Date? = nil, elapsed: Double? = nil, battery: Bool = false
    ) -> ClockTrust {
        ClockEvidence(
            isSynchronised: synchronised, lastGood: good, elapsedSinceGood: elapsed.map { .seconds($0) },
            hasBattery: battery, builtAt: built
        ).trust(stated)
    }

    @Test func `the network's time is right, unless it lies before we were built`() {
        #expect(trust(good, synchronised: true) == .known)
        #expect(trust(Date(timeIntervalSince1970: 0), synchronised: true) == .unknown)
    }

    @Test(arguments: [-86_400.0 * 365, -301, 1e10])
    func `a clock behind the last good time, or a lifetime ahead, is worth nothing`(ahead: Double) {
        #expect(trust(good + ahead, good: good) == .unknown)
    }

    @Test func `it stays known while the steady clock agrees`() {
        #expect(trust(good + 86_400, good: good, elapsed: 86_400) == .known)
        #expect(trust(good + 86_400 + 300, good: good, elapsed: 86_400) == .known)
        #expect(trust(good + 86_400 + 301, good: good, elapsed: 86_400) == .suspect(lastGood: good))
        #expect(trust(good + 86_400 * 5, good: good, elapsed: 86_400) == .unknown)
        #expect(trust(good + 86_400 * 40, good: good, elapsed: 86_400 * 40) == .suspect(lastGood: good))
    }

    @Test func `after a power cut it depends on the battery`() {
        #expect(trust(good + 7_200, good: good, battery: true) == .known)
        #expect(trust(good + 7_200, good: good) == .suspect(lastGood: good))
        #expect(trust(good + 86_400 * 40, good: good, battery: true) == .suspect(lastGood: good))
    }

    @Test func `a new box guesses from the day it was built`() {
        #expect(trust(good) == .suspect(lastGood: built))
        #expect(trust(built + 6 * 366 * 86_400) == .unknown)
    }

    @Test func `what had ended at the last good time stays off, however early the clock is`() throws {
        let window = ShowWindow(last: try WallSamples.day("2026-11-10"))
        let schedule = WallSamples.schedule([WallSamples.item("a", window)])
        let stated = FeedSamples.korean("2026-11-05 09:00")
        func isOn(_ trust: ClockTrust) -> Bool {
            WallSamples.shown(schedule.wall(at: stated, WallState(trust: trust))) == "a"
        }
        #expect(isOn(.known) && !isOn(.unknown))
        #expect(isOn(.suspect(lastGood: stated)))
        #expect(!isOn(.suspect(lastGood: FeedSamples.korean("2026-11-11 00:00"))))
    }

    @Test func `a schedule resumes at once when the clock is right again`() throws {
        let noon = ShowWindow(hours: try WallSamples.hours("08:00", "12:00"))
        let schedule = WallSamples.schedule([WallSamples.item("a", noon)])
        let lost = schedule.wall(at: Date(timeIntervalSince1970: 60), WallState(trust: .unknown))
        #expect(lost.zones[0].reasons == [.unknownClock, .nothingScheduled])
        #expect(WallSamples.shown(schedule.wall(at: FeedSamples.now, WallState(trust: .known))) == "a")
    }

    @Test func `a notice's own bounds count to the second`() {
        let window = ShowWindow(opensAt: FeedSamples.now, closesAt: FeedSamples.now + 60)
        let schedule = WallSamples.schedule([WallSamples.item("a", window)])
        let known = WallState(trust: .known)
        let isOn = [-1, 0, 59.9, 60].map { WallSamples.shown(schedule.wall(at: FeedSamples.now + $0, known)) == "a" }
        #expect(isOn == [false, true, true, false])
        #expect(schedule.wall(at: FeedSamples.now - 1, known).nextChange == FeedSamples.now)
        let late = WallState(trust: .suspect(lastGood: FeedSamples.now + 60))
        #expect(WallSamples.shown(schedule.wall(at: FeedSamples.now, late)) == nil)
    }
}
