/// One pair of a pulse oximeter's numbers.
public struct OxygenAndPulse: Equatable, Sendable {
    /// Percent.
    public let saturation: GattNumber
    /// Beats a minute.
    public let pulse: GattNumber

    /// A share of something is 0–100 percent.
    private static let percent = DecimalBounds(0, 100)

    /// Both are numbers; the share is one, and the pulse is one that a body can have. Nil without numbers.
    var isPlausible: Bool? {
        guard let share = saturation.decimal, let rate = pulse.decimal else { return nil }
        return Self.percent.contains(share) && BloodPressurePlausibility.pulse.contains(rate)
    }

    func values(_ prefix: String = "") -> [String: GattFieldValue] {
        [prefix + "spo2": GattFieldValue(saturation), prefix + "pulse": GattFieldValue(pulse)]
    }
}

extension ByteReader {
    /// Oxygen saturation in percent and pulse a minute.
    mutating func oximeterPair() throws(GattFrameError) -> OxygenAndPulse {
        OxygenAndPulse(saturation: try sfloat("spo2"), pulse: try sfloat("pulse"))
    }
}
