/// Order by amount: 2.0 and 2.00 are equal in amount though not the same value, so `<` is exact and `==` is stricter.
extension DecimalValue {
    public static func < (a: DecimalValue, b: DecimalValue) -> Bool { compare(a, b) < 0 }
    public static func <= (a: DecimalValue, b: DecimalValue) -> Bool { compare(a, b) <= 0 }
    public static func > (a: DecimalValue, b: DecimalValue) -> Bool { compare(a, b) > 0 }
    public static func >= (a: DecimalValue, b: DecimalValue) -> Bool { compare(a, b) >= 0 }

    /// Negative, zero or positive as `a` is less than, equal to or more than `b`. No rounding, no overflow.
    private static func compare(_ a: DecimalValue, _ b: DecimalValue) -> Int {
        guard a.mantissa.signum() == b.mantissa.signum(), a.mantissa != 0 else {
            return Int(a.mantissa.signum() - b.mantissa.signum())
        }
        let sign = a.mantissa.signum() == 1 ? 1 : -1
        if a.magnitudeOrder != b.magnitudeOrder { return a.magnitudeOrder < b.magnitudeOrder ? -sign : sign }
        // Same order of magnitude: the exponents differ by less than the 19 digits that a mantissa can have.
        let exponent = min(a.exponent, b.exponent)
        let (left, right) = (a.scaled(to: exponent), b.scaled(to: exponent))
        return left == right ? 0 : left < right ? -1 : 1
    }

    /// The place of the first digit: 142 is 3, 1.42 is 1, 0.05 is -1.
    private var magnitudeOrder: Int {
        var (digits, rest) = (0, mantissa.magnitude)
        while rest > 0 { (digits, rest) = (digits + 1, rest / 10) }
        return digits + exponent
    }

    private func scaled(to exponent: Int) -> Int128 {
        (exponent..<self.exponent).reduce(Int128(mantissa)) { value, _ in value * 10 }
    }
}
