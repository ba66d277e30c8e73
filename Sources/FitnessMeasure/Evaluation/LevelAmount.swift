/// A value to be compared with table bounds. A share is compared as two products, because dividing would round.
struct LevelAmount {
    private let numerator: DecimalValue
    /// Nil for a plain value.
    private let denominator: DecimalValue?

    init(_ value: DecimalValue) { (numerator, denominator) = (value, nil) }

    /// `part` in percent of `whole`; nil unless the whole is above zero.
    init?(percentOf whole: DecimalValue, _ part: DecimalValue) {
        guard whole.mantissa > 0, let hundredfold = part.times(DecimalValue(mantissa: 1, exponent: 2)) else {
            return nil
        }
        (numerator, denominator) = (hundredfold, whole)
    }

    /// Equality passes.
    func passes(_ bound: DecimalValue, _ better: Better) -> Bool {
        guard let denominator else { return better.passes(numerator, bound: bound) }
        // Bounds and weights have a few digits; a product that did not fit would be no measurement.
        guard let scaled = bound.times(denominator) else { return false }
        return better.passes(numerator, bound: scaled)
    }
}
