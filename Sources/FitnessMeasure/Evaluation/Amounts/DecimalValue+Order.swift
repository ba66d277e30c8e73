/// Order by amount: 2.0 and 2.00 are equal in amount though not the same value, so `<` is exact and `==` is stricter.
extension DecimalValue {
    public static func < (a: DecimalValue, b: DecimalValue) -> Bool { compare(a, b) < 0 }
    public static func <= (a: DecimalValue, b: DecimalValue) -> Bool { compare(a, b) <= 0 }
    public static func > (a: DecimalValue, b: DecimalValue) -> Bool { compare(a, b) > 0 }
    public static func >= (a: DecimalValue, b: DecimalValue) -> Bool { compare(a, b) >= 0 }

    /// Negative, zero or positive as `a` is less than, equal to or more than `b`. No rounding, no overflow.
    private static func compare(_ a: DecimalValue, _ b: DecimalValue) -> Int {
        let apart = a.exponent - b.exponent
        if apart == 0 { return order(a.mantissa, b.mantissa) }
        if a.mantissa.signum() != b.mantissa.signum() || a.mantissa == 0 {
            return order(a.mantissa.signum(), b.mantissa.signum())
        }
        // A mantissa is below 10^19: with exponents further apart than that, the exponent alone decides.
        guard abs(apart) < Int128.powersOfTen.count else { return (apart > 0) == (a.mantissa > 0) ? 1 : -1 }
        return apart > 0
            ? order(Int128(a.mantissa) * Int128.powersOfTen[apart], Int128(b.mantissa))
            : order(Int128(a.mantissa), Int128(b.mantissa) * Int128.powersOfTen[-apart])
    }

    private static func order<Number: Comparable>(_ a: Number, _ b: Number) -> Int { a == b ? 0 : a < b ? -1 : 1 }
}

extension Int128 {
    /// 10^0 to 10^19; times any Int64 these still fit.
    static let powersOfTen: [Int128] = (1..<20).reduce(into: [1]) { powers, place in
        powers.append(powers[place - 1] * 10)
    }
}
