/// What a living body can have, wide enough for every true reading and narrow enough for bytes of another layout.
///
/// Our own assumption, not a clinical limit: upper-arm monitors give 40–300 mmHg at the very most (ISO 81060-2 tests
/// them on 60–250 mmHg), and systolic pressure is above diastolic by definition. A frame of another maker's layout
/// that was published as a fault reads 182,400 mmHg. The kilopascal bounds are the same at 7.500617 mmHg a kilopascal,
/// rounded outwards to the tenth that such monitors show.
public enum BloodPressurePlausibility {
    /// Beats a minute.
    public static let pulse = DecimalBounds(20, 300)

    /// The bounds of both pressures.
    public static func bounds(_ unit: UCUMUnit) -> (systolic: DecimalBounds, diastolic: DecimalBounds) {
        unit == .kilopascal
            ? (DecimalBounds(53, 400, exponent: -1), DecimalBounds(26, 334, exponent: -1))
            : (DecimalBounds(40, 300), DecimalBounds(20, 250))
    }

    /// Whether a pair of pressures can be true; nil if there is no pair of numbers.
    static func admits(systolic: GattNumber, diastolic: GattNumber, unit: UCUMUnit) -> Bool? {
        guard let upper = systolic.decimal, let lower = diastolic.decimal else { return nil }
        let bounds = bounds(unit)
        return bounds.systolic.contains(upper) && bounds.diastolic.contains(lower) && lower < upper
    }
}

/// A range of decimals, both ends included, compared exactly.
public struct DecimalBounds: Hashable, Sendable {
    public let lower: DecimalValue
    public let upper: DecimalValue

    /// From `lower · 10^exponent` to `upper · 10^exponent`.
    public init(_ lower: Int64, _ upper: Int64, exponent: Int = 0) {
        self.lower = DecimalValue(mantissa: lower, exponent: exponent)
        self.upper = DecimalValue(mantissa: upper, exponent: exponent)
    }

    public func contains(_ value: DecimalValue) -> Bool { value >= lower && value <= upper }
}
