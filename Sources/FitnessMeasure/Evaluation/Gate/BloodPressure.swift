/// One blood pressure in mmHg.
public struct BloodPressure: Equatable, Sendable {
    public var systolic: DecimalValue
    public var diastolic: DecimalValue
    /// Beats a minute, if the device gave them.
    public var pulse: DecimalValue?

    public init(systolic: DecimalValue, diastolic: DecimalValue, pulse: DecimalValue? = nil) {
        (self.systolic, self.diastolic, self.pulse) = (systolic, diastolic, pulse)
    }

    /// The pressures of a reading, brought to mmHg; nil if one is missing or in another unit.
    public init?(_ reading: Reading) {
        guard let systolic = reading[.systolic].flatMap(Self.millimetres),
            let diastolic = reading[.diastolic].flatMap(Self.millimetres)
        else { return nil }
        self.init(systolic: systolic, diastolic: diastolic, pulse: reading[.pulse]?.value)
    }

    /// 1 kPa is 7.500617 mmHg.
    private static func millimetres(_ value: QuantityValue) -> DecimalValue? {
        switch value.unit {
        case .millimetresOfMercury: value.value
        case .kilopascal: value.value.times(DecimalValue(mantissa: 7_500_617, exponent: -6))
        default: nil
        }
    }
}
