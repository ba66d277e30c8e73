/// Walking speed from a course and a time.
public enum GaitSpeed {
    /// Metres a second to the hundredth, half and more up; nil unless both are above zero.
    public static func metresPerSecond(course metres: DecimalValue, seconds: DecimalValue) -> DecimalValue? {
        guard metres.mantissa > 0, seconds.mantissa > 0 else { return nil }
        // Hundredths: 100 · metres / seconds as one division of integers.
        let shift = metres.exponent - seconds.exponent + 2
        guard (-18...18).contains(shift) else { return nil }
        let power = (0..<abs(shift)).reduce(Int128(1)) { power, _ in power * 10 }
        let above = Int128(metres.mantissa) * (shift > 0 ? power : 1)
        let below = Int128(seconds.mantissa) * (shift < 0 ? power : 1)
        return Int64(exactly: (2 * above + below) / (2 * below)).map { DecimalValue(mantissa: $0, exponent: -2) }
    }
}
