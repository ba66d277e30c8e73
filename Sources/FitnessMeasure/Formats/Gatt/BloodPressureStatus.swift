/// What a blood pressure monitor noticed while it measured.
public enum BloodPressureStatus: String, CaseIterable, Sendable {
    case bodyMovement = "body_movement"
    case cuffTooLoose = "cuff_too_loose"
    case irregularPulse = "irregular_pulse"
    case pulseAboveRange = "pulse_above_range"
    case pulseBelowRange = "pulse_below_range"
    case improperPosition = "improper_position"

    /// The flag that a reading carries for it.
    public var qualityFlag: QualityFlag {
        switch self {
        case .bodyMovement: .bodyMovement
        case .cuffTooLoose: .cuffLoose
        case .irregularPulse: .irregularPulse
        case .improperPosition: .improperPosition
        case .pulseAboveRange, .pulseBelowRange: QualityFlag(rawValue: rawValue)
        }
    }
}

extension ByteReader {
    /// Bits 0 movement, 1 cuff, 2 irregular, 3–4 rate range as one number (1 above, 2 below, 3 reserved), 5 position.
    mutating func bloodPressureStatus() throws(GattFrameError) -> [BloodPressureStatus] {
        let bits = try uint16("status")
        let range = bits >> 3 & 0b11
        warn(.reservedStatus, if: bits & 0xFFC0 != 0 || range == 3)
        let isSet: [BloodPressureStatus: Bool] = [
            .bodyMovement: bits.bit(0), .cuffTooLoose: bits.bit(1), .irregularPulse: bits.bit(2),
            .pulseAboveRange: range == 1, .pulseBelowRange: range == 2, .improperPosition: bits.bit(5),
        ]
        return BloodPressureStatus.allCases.filter { isSet[$0] == true }
    }
}
