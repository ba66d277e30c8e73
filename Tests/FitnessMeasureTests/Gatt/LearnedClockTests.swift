import Testing

@testable import FitnessMeasure

/// A clock that dates records and cannot be read. Seconds; the true clock is 100 ahead.
@Suite struct LearnedClockTests {
    private var clock = LearnedClock()

    /// A record that was made at `made` and came `delay` later.
    private mutating func hear(_ made: Int, after delay: Int, ahead: Int = 100, seen: Bool = false)
        -> LearnedClock.Standing
    {
        clock.hear(date: made + ahead, ahead: ahead - delay, isSeenBeingMade: seen)
    }

    @Test mutating func `of a record alone nothing is known`() {
        #expect(hear(0, after: 4) == .unknown)
        #expect(clock.offset == nil)
    }

    @Test mutating func `the third that agrees is believed, and the soonest sent tells the clock`() {
        #expect(hear(0, after: 4) == .unknown)
        #expect(hear(100, after: 2) == .unknown)
        #expect(hear(200, after: 7) == .aged(5))
        #expect(clock.offset == 98)
        #expect(hear(300, after: 2) == .aged(0))
    }

    @Test mutating func `the same record sent again is no second witness`() {
        for delay in [4, 5, 6, 7] { #expect(hear(0, after: delay) == .unknown) }
    }

    @Test mutating func `old records that came by themselves agree on nothing`() {
        #expect(hear(0, after: 5000) == .unknown)
        #expect(hear(100, after: 700) == .unknown)
        #expect(hear(200, after: 60) == .unknown)
        #expect(clock.offset == nil)
    }

    @Test mutating func `a record that was seen being made tells the clock at once`() {
        #expect(hear(0, after: 0, seen: true) == .now)
        #expect(hear(100, after: 600) == .aged(600))
        #expect(hear(900, after: 3) == .aged(3))
    }

    @Test mutating func `a clock that was moved on is unknown again`() {
        _ = hear(0, after: 0, seen: true)
        #expect(hear(100, after: 2, ahead: 4000) == .unknown)
        #expect(hear(200, after: 2, ahead: 4000) == .unknown)
        #expect(hear(300, after: 2, ahead: 4000) == .aged(0))
    }

    @Test mutating func `a clock that was put back is believed after five, and until then its records are old`() {
        _ = hear(0, after: 0, seen: true)
        for made in [100, 200, 300, 400] { #expect(hear(made, after: 2, ahead: -500) == .aged(602)) }
        // For ten minutes a record of before the move would look the same.
        #expect(hear(500, after: 2, ahead: -500) == .unknown)
        #expect(hear(900, after: 2, ahead: -500) == .aged(0))
    }

    @Test mutating func `five records that waited for different times move nothing`() {
        _ = hear(0, after: 0, seen: true)
        for delay in [60, 90, 130, 300, 700] { #expect(hear(delay * 10, after: delay) == .aged(delay)) }
        #expect(clock.offset == 100)
    }
}
