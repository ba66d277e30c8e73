extension QuantityValue {
    /// The same amount in another unit, exactly; nil if there is no exact factor between the two (kPa and mmHg, °C and
    /// °F) or if the digits do not fit. The trailing digits then say nothing of the device's precision, so this is for
    /// comparing with limits and never for storing.
    public func converted(to other: UCUMUnit) -> QuantityValue? {
        guard other != unit else { return self }
        guard let factor = Self.factors[Conversion(from: unit, to: other)], let amount = value.times(factor) else {
            return nil
        }
        return QuantityValue(kind, amount, other)
    }

    private struct Conversion: Hashable {
        var from: UCUMUnit
        var to: UCUMUnit
    }

    /// By definition: the international pound is 0.45359237 kg, the inch 2.54 cm.
    private static let factors: [Conversion: DecimalValue] = [
        Conversion(from: .pound, to: .kilogram): DecimalValue(mantissa: 45_359_237, exponent: -8),
        Conversion(from: .metre, to: .centimetre): DecimalValue(mantissa: 1, exponent: 2),
        Conversion(from: .centimetre, to: .metre): DecimalValue(mantissa: 1, exponent: -2),
        Conversion(from: .inch, to: .centimetre): DecimalValue(mantissa: 254, exponent: -2),
    ]
}
