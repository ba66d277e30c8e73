import FitnessMeasure
import Testing

@Suite struct InputRangesTests {
    let ranges: InputRanges
    init() throws { ranges = try shippedTables().ranges }

    @Test(
        arguments: [
            ("0.4", RangeVerdict.refuse), ("0.5", .askAgain), ("5.9", .askAgain), ("6", .fine), ("55", .fine),
            ("55.1", .askAgain), ("90", .askAgain), ("90.1", .refuse),
        ] as [(DecimalValue, RangeVerdict)])
    func `a grip is refused, asked again or taken`(kilograms: DecimalValue, verdict: RangeVerdict) {
        #expect(ranges.verdict([QuantityValue(.grip, kilograms, .kilogram)], for: .grip) == verdict)
    }

    @Test func `the strictest value decides, and the needed ones must be there`() {
        let systolic = QuantityValue(.systolic, "128", .millimetresOfMercury)
        let diastolic = QuantityValue(.diastolic, "82", .millimetresOfMercury)
        let pulse = QuantityValue(.pulse, "115", .perMinute)
        #expect(ranges.verdict([systolic, diastolic], for: .bloodPressure) == .fine)
        #expect(ranges.verdict([systolic, diastolic, pulse], for: .bloodPressure) == .askAgain)
        #expect(ranges.verdict([systolic], for: .bloodPressure) == .refuse)
        #expect(ranges.verdict([QuantityValue(.grip, "24", .pound)], for: .grip) == .refuse)
    }

    @Test(
        arguments: [
            ("1", "1.0", false, false), ("1", "1.01", true, false), ("-1", "1", true, false), ("-2", "-1", true, false),
            ("0", "-0.5", false, true), ("999", "1000.0", true, false), ("10", "9.99", false, true),
        ] as [(DecimalValue, DecimalValue, Bool, Bool)])
    func `decimals are ordered by amount`(a: DecimalValue, b: DecimalValue, isLess: Bool, isMore: Bool) {
        #expect((a < b) == isLess)
        #expect((a > b) == isMore)
        #expect((a <= b) == !isMore)
        #expect((a >= b) == !isLess)
    }

    @Test func `far exponents are ordered without overflow`() {
        let huge = DecimalValue(mantissa: 9_223_372_036_854_775_807, exponent: 127)
        let tiny = DecimalValue(mantissa: 1, exponent: -128)
        #expect(tiny < huge)
        #expect(DecimalValue(mantissa: 1, exponent: 18) < DecimalValue(mantissa: 1_000_000_000_000_000_001))
    }
}
