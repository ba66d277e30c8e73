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

    var magnitude: DecimalValue { DecimalValue(mantissa: abs(mantissa), exponent: exponent) }

    private func mantissa(at exponent: Int) -> Int64? {
        guard self.exponent - exponent <= 18 else { return mantissa == 0 ? 0 : nil }
        return (exponent..<self.exponent).reduce(Optional(mantissa)) { value, _ in
            guard let (product, overflow) = value?.multipliedReportingOverflow(by: 10), !overflow else { return nil }
            return product
        }
    }
}
