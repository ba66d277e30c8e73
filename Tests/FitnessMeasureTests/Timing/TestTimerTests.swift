import FitnessMeasure
import Testing

@Suite struct TestTimerTests {
    private let begin: Int64 = 7_000_000_000
    private static let countdown = TimerSpec(
        .countdown, length: .seconds(120), cues: [.halfway, .thirtySecondsLeft, .tenSecondsLeft])
    private static let stopwatch = TimerSpec(.stopwatch, length: .seconds(60))
    private static let hold = TimerSpec(.hold, length: .seconds(10), resolution: .hundredth)

    private func moment(_ seconds: Double) -> Int64 { begin + Int64((seconds * 1_000_000_000).rounded()) }

    private func started(_ spec: TimerSpec) -> (timer: TestTimer, cues: [TimerCue]) {
        var timer = TestTimer(spec)
        let cues = timer.update(.start, at: begin)
        return (timer, cues)
    }

    @Test func `it counts down, says when to go, and what is left`() {
        var (timer, cues) = started(Self.countdown)
        for tenth in 1...1300 { cues += timer.update(.tick, at: moment(Double(tenth) / 10)) }
        #expect(
            cues.map(\.word) == [.three, .two, .one, .go, .halfway, .thirtySecondsLeft, .tenSecondsLeft, .stop])
        #expect(cues.allSatisfy { $0.delay == .zero })
        #expect(timer.phase == .finished(elapsed: 120_000_000_000))
        #expect(timer.seconds == nil)
    }

    @Test func `a late tick brings all that it passed, once, and says how late`() {
        var (timer, _) = started(Self.countdown)
        let cues = timer.update(.tick, at: moment(64))
        #expect(cues.map(\.word) == [.two, .one, .go, .halfway])
        #expect(cues.map(\.delay) == [.seconds(63), .seconds(62), .seconds(61), .seconds(1)])
        #expect(cues.map(\.isTimely) == [false, false, false, false])
        #expect(timer.update(.tick, at: moment(64)).isEmpty)
        #expect(timer.update(.tick, at: moment(500)).map(\.word) == [.thirtySecondsLeft, .tenSecondsLeft, .stop])
        #expect(timer.phase == .finished(elapsed: 120_000_000_000))
    }

    @Test func `a clock that steps back changes nothing`() {
        var (timer, _) = started(Self.stopwatch)
        _ = timer.update(.tick, at: moment(10))
        #expect(timer.update(.tick, at: moment(1)).isEmpty)
        #expect(timer.phase == .running(elapsed: 7_000_000_000))
        _ = timer.update(.press, at: .min)
        #expect(timer.seconds == "7.0")
    }

    @Test func `a far moment ends a test and breaks nothing`() {
        var timer = TestTimer(Self.countdown)
        _ = timer.update(.start, at: .min)
        #expect(timer.update(.tick, at: .max).last?.word == .stop)
        #expect(timer.phase == .finished(elapsed: 120_000_000_000))
    }

    @Test(
        arguments: [
            (9.04, "9.0"), (9.05, "9.1"), (9.049_999_999, "9.0"), (9.95, "10.0"), (0, "0.0"), (59.96, "60.0"),
            (60, "60.0"),
        ] as [(Double, DecimalValue)])
    func `a time is given to the nearest tenth, half and more up`(seconds: Double, result: DecimalValue) {
        var (timer, _) = started(Self.stopwatch)
        #expect(timer.update(.press, at: moment(3 + seconds)).last?.word == .stop)
        #expect(timer.seconds == result)
    }

    @Test func `beyond its limit a stopwatch has no result`() {
        var (timer, _) = started(Self.stopwatch)
        _ = timer.update(.tick, at: moment(63))
        #expect(timer.phase == .running(elapsed: 60_000_000_000))
        #expect(timer.update(.tick, at: moment(63.001)).isEmpty)
        #expect(timer.phase == .gaveUp)
        _ = timer.update(.press, at: moment(64))
        #expect(timer.seconds == nil)
    }

    @Test(arguments: [(4.823, "4.82"), (9.994, "9.99"), (10, "10.00"), (12, "10.00")] as [(Double, DecimalValue)])
    func `a pose ends by itself at the best result`(seconds: Double, result: DecimalValue) {
        var (timer, _) = started(Self.hold)
        _ = timer.update(.press, at: moment(3 + seconds))
        #expect(timer.seconds == result)
    }

    @Test(arguments: [TestTimer.Event.press, .movement]) func `off before go is a false start`(event: TestTimer.Event) {
        var (timer, _) = started(Self.stopwatch)
        #expect(timer.update(event, at: moment(2.999)).map(\.word) == [.two, .one, .falseStart])
        #expect(timer.phase == .falseStart && timer.falseStarts == 1)
        #expect(timer.update(.tick, at: moment(5)).isEmpty)
        #expect(timer.update(.start, at: moment(20)).map(\.word) == [.three])
        #expect(timer.update(.press, at: moment(28)).map(\.word) == [.two, .one, .go, .stop])
        #expect(timer.seconds == "5.0" && timer.falseStarts == 1)
    }

    @Test func `moving at go or later is no false start, even if no tick came between`() {
        var (timer, _) = started(Self.stopwatch)
        _ = timer.update(.movement, at: moment(3))
        #expect(timer.phase == .running(elapsed: 0) && timer.falseStarts == 0)
    }

    @Test func `a press does not end a countdown`() {
        var (timer, _) = started(Self.countdown)
        #expect(timer.update(.press, at: moment(50)).last?.word == .go)
        #expect(timer.phase == .running(elapsed: 47_000_000_000))
    }

    @Test func `a test is not paused, a rest is`() throws {
        var (timer, _) = started(Self.countdown)
        #expect(throws: TestTimer.PauseForbidden()) { try timer.pause(at: moment(10)) }
        #expect(timer.phase == .leadIn(left: 3_000_000_000))
        var (rest, _) = started(TimerSpec(.countdown, length: .seconds(300), mayPause: true))
        _ = try rest.pause(at: moment(103))
        #expect(rest.update(.tick, at: moment(1000)).isEmpty)
        #expect(rest.phase == .paused(elapsed: 100_000_000_000))
        rest.resume(at: moment(1000))
        _ = rest.update(.tick, at: moment(1199.9))
        #expect(rest.phase == .running(elapsed: 299_900_000_000))
        #expect(rest.update(.tick, at: moment(1200)).map(\.word) == [.stop])
    }

    @Test func `passages are kept and their times add up`() {
        var (timer, _) = started(Self.stopwatch)
        _ = timer.update(.lap, at: moment(2))
        for second in [4.5, 6.25] { _ = timer.update(.lap, at: moment(second)) }
        #expect(timer.laps == [1_500_000_000, 3_250_000_000])
        #expect(timer.splits == ["1.5", "1.8"])
        for second in 0..<200 { _ = timer.update(.lap, at: moment(7 + Double(second) / 10)) }
        #expect(timer.laps.count == TestTimer.maximumLaps)
    }

    @Test func `cancelling forgets all`() {
        var (timer, _) = started(Self.stopwatch)
        _ = timer.update(.lap, at: moment(4))
        _ = timer.update(.cancel, at: moment(5))
        #expect(timer == TestTimer(Self.stopwatch))
    }

    @Test func `no cue is doubled or lost, however the ticks come`() {
        var random = SeededGenerator(seed: 20_261_121)
        for _ in 0..<500 {
            var (timer, cues) = started(Self.countdown)
            var now = begin
            while timer.phase != .finished(elapsed: 120_000_000_000) {
                now += Int64.random(in: -2_000_000_000...40_000_000_000, using: &random)
                cues += timer.update(.tick, at: now)
            }
            #expect(
                cues.map(\.word) == [.three, .two, .one, .go, .halfway, .thirtySecondsLeft, .tenSecondsLeft, .stop])
        }
    }
}
