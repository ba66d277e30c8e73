import FitnessMeasure
import Testing

@Suite struct CountedTestTests {
    private func moment(_ seconds: Double) -> Int64 { Int64((seconds * 1_000_000_000).rounded()) }

    private func test(lateCount: Bool) -> CountedTest {
        var test = CountedTest(TimerSpec(.countdown, length: .seconds(120), takesLateCount: lateCount))
        test.update(.start, at: 0)
        return test
    }

    @Test func `steps are counted between go and stop`() {
        var test = test(lateCount: false)
        test.update(.tap, at: moment(2.9))
        for step in 0..<100 { test.update(.tap, at: moment(3.1 + Double(step))) }
        #expect(test.result == nil && test.count == 100)
        #expect(test.update(.tick, at: moment(123)).map(\.word) == [.stop])
        #expect(test.result == 100)
        test.update(.tap, at: moment(123.5))
        #expect(test.result == 100)
    }

    @Test func `a movement under way at the end counts where the protocol says so`() {
        var test = test(lateCount: true)
        test.update(.tap, at: moment(10))
        test.update(.tap, at: moment(124))
        test.update(.tap, at: moment(125))
        #expect(test.result == 2)
        test.update(.undo, at: moment(126))
        test.update(.tap, at: moment(127))
        #expect(test.result == 2)
    }

    @Test func `a trembling finger counts once, and undoing forgets it`() {
        var test = test(lateCount: false)
        for second in [4, 4.1, 4.249, 4.3] { test.update(.tap, at: moment(second)) }
        #expect(test.count == 2)
        test.update(.undo, at: moment(5))
        test.update(.tap, at: moment(5.01))
        #expect(test.count == 2)
        for _ in 0..<5 { test.update(.undo, at: moment(6)) }
        #expect(test.count == 0)
    }

    @Test func `moving on the mat before go is a false start, touching the screen is not`() {
        var test = test(lateCount: false)
        test.update(.tap, at: moment(1))
        #expect(test.timer.falseStarts == 0)
        #expect(test.update(.movement, at: moment(1.5)).map(\.word) == [.falseStart])
        #expect(test.timer.phase == .falseStart && test.result == nil)
        #expect(test.update(.start, at: moment(9)).map(\.word) == [.three])
    }

    @Test func `starting anew begins at none`() {
        var test = test(lateCount: false)
        test.update(.tap, at: moment(4))
        test.update(.cancel, at: moment(5))
        test.update(.start, at: moment(6))
        test.update(.tick, at: moment(10))
        #expect(test.count == 0)
    }

    @Test(
        arguments: [
            ("4", "4.82", "0.83"), ("4", "5.00", "0.80"), ("6", "7.5", "0.80"), ("4", "3", "1.33"),
            ("6.0", "7", "0.86"),
            ("4", "8.70", "0.46"), ("8", "1600", "0.01"),
        ] as [(DecimalValue, DecimalValue, DecimalValue)])
    func `speed is metres by seconds, to the hundredth`(
        metres: DecimalValue, seconds: DecimalValue, speed: DecimalValue
    ) {
        #expect(GaitSpeed.metresPerSecond(course: metres, seconds: seconds) == speed)
    }

    @Test func `no time and no way make no speed`() {
        #expect(GaitSpeed.metresPerSecond(course: "4", seconds: "0") == nil)
        #expect(GaitSpeed.metresPerSecond(course: "0", seconds: "4") == nil)
        #expect(GaitSpeed.metresPerSecond(course: "4", seconds: "-1") == nil)
        #expect(GaitSpeed.metresPerSecond(course: DecimalValue(mantissa: 1, exponent: 99), seconds: "1") == nil)
    }
}
