import Foundation

/// Exact arithmetic; nil where the result has more digits than a value can hold.
extension DecimalValue {
    func times(_ other: DecimalValue) -> DecimalValue? {
        let (product, overflow) = mantissa.multipliedReportingOverflow(by: other.mantissa)
        return overflow ? nil : DecimalValue(mantissa: product, exponent: exponent + other.exponent)
    }

    func minus(_ other: DecimalValue) -> DecimalValue? {
        let exponent = min(self.exponent, other.exponent)
        guard let left = mantissa(at: exponent), let right = other.mantissa(at: exponent) else { return nil }
        let (difference, overflow) = left.subtractingReportingOverflow(right)
        return overflow ? nil : DecimalValue(mantissa: difference, exponent: exponent)
    }

    /// Times a power of ten.
    func shifted(by places: Int) -> DecimalValue { DecimalValue(mantissa: mantissa, exponent: exponent + places) }

    var magnitude: DecimalValue { DecimalValue(mantissa: abs(mantissa), exponent: exponent) }

    /// The whole number that this is, if it is one.
    var wholeNumber: Int? {
        guard exponent < 0 else { return mantissa(at: 0).map(Int.init) }
        guard exponent > -19, mantissa % Int64(Int128.powersOfTen[-exponent]) == 0 else { return nil }
        return Int(mantissa / Int64(Int128.powersOfTen[-exponent]))
    }

    /// The nearest binary number, without a detour over text; for statistics only.
    var approximation: Double {
        guard abs(exponent) < Self.binaryPowers.count else { return Double(mantissa) * pow(10, Double(exponent)) }
        return exponent < 0
            ? Double(mantissa) / Self.binaryPowers[-exponent] : Double(mantissa) * Self.binaryPowers[exponent]
    }

    /// The powers of ten that a Double holds exactly.
    private static let binaryPowers: [Double] = (1...22).reduce(into: [1]) { powers, place in
        powers.append(powers[place - 1] * 10)
    }

    private func mantissa(at exponent: Int) -> Int64? {
        guard self.exponent - exponent <= 18 else { return mantissa == 0 ? 0 : nil }
        return (exponent..<self.exponent).reduce(Optional(mantissa)) { value, _ in
            guard let (product, overflow) = value?.multipliedReportingOverflow(by: 10), !overflow else { return nil }
            return product
        }
    }
}
