/// What a living body can have, wide enough for every true reading and narrow enough for bytes of another layout.
///
/// Our own assumption, not a clinical limit: upper-arm monitors give 40–300 mmHg at the very most (ISO 81060-2 tests
/// them on 60–250 mmHg), and systolic pressure is above diastolic by definition. A frame of another maker's layout
/// that was published as a fault reads 182,400 mmHg.
public enum BloodPressurePlausibility {
    /// mmHg.
    public static let systolic = 40.0...300.0
    /// mmHg.
    public static let diastolic = 20.0...250.0
    /// Beats a minute.
    public static let pulse = 20.0...300.0
    /// 1 kPa is 7.500617 mmHg.
    private static let millimetresPerKilopascal = 7.500_617

    /// Whether a pair of pressures can be true; nil if there is no pair of numbers.
    static func admits(systolic: GattNumber, diastolic: GattNumber, unit: UCUMUnit) -> Bool? {
        guard let upper = systolic.decimal, let lower = diastolic.decimal else { return nil }
        let scale = unit == .kilopascal ? millimetresPerKilopascal : 1
        let (high, low) = (upper.doubleValue * scale, lower.doubleValue * scale)
        return self.systolic.contains(high) && self.diastolic.contains(low) && low < high
    }
}
