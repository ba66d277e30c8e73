/// What a blood pressure monitor noticed while it measured: bits 0 movement, 1 cuff, 2 irregular, 3–4 pulse range as
/// one number (1 above, 2 below, 3 reserved), 5 position.
public struct BloodPressureStatus: Hashable, Sendable {
    /// As it came, reserved bits included.
    public let rawValue: UInt16

    public init(rawValue: UInt16) { self.rawValue = rawValue }

    /// One thing that can be noticed, by its name in recordings.
    public enum Finding: String, CaseIterable, Sendable {
        case bodyMovement = "body_movement"
        case cuffTooLoose = "cuff_too_loose"
        case irregularPulse = "irregular_pulse"
        case pulseAboveRange = "pulse_above_range"
        case pulseBelowRange = "pulse_below_range"
        case improperPosition = "improper_position"
    }

    /// What was noticed, in the order of the bits.
    public var findings: [Finding] { Finding.allCases.filter(contains) }

    public func contains(_ finding: Finding) -> Bool {
        switch finding {
        case .bodyMovement: rawValue.bit(0)
        case .cuffTooLoose: rawValue.bit(1)
        case .irregularPulse: rawValue.bit(2)
        case .pulseAboveRange: pulseRange == 1
        case .pulseBelowRange: pulseRange == 2
        case .improperPosition: rawValue.bit(5)
        }
    }

    var hasReserved: Bool { rawValue & 0xFFC0 != 0 || pulseRange == 3 }

    private var pulseRange: UInt16 { rawValue >> 3 & 0b11 }
}

extension ByteReader {
    /// Reserved bits are a warning.
    mutating func bloodPressureStatus() throws(GattFrameError) -> BloodPressureStatus {
        let status = BloodPressureStatus(rawValue: try uint16("status"))
        warn(.reservedStatus, if: status.hasReserved)
        return status
    }
}
