/// What a measurement frame means for a reading.
extension BloodPressureFrame {
    /// Why there is no reading in it. NaN pressures are a monitor's only sure sign of an error: one with "Err" on its
    /// display left all status bits clear.
    public var failure: MeasureFailure? {
        guard systolic.decimal != nil, diastolic.decimal != nil else {
            return .deviceError(code: status?.findings.first?.rawValue)
        }
        return isValid ? nil : .implausible
    }

    /// The pressures, and mean pressure and pulse if they can be true: some monitors fill them with what they like.
    public var quantities: [QuantityValue] {
        guard isValid, let upper = systolic.decimal, let lower = diastolic.decimal else { return [] }
        var quantities = [QuantityValue(.systolic, upper, unit), QuantityValue(.diastolic, lower, unit)]
        if let mean = meanArterialPressure.decimal, mean >= lower, mean <= upper {
            quantities.append(QuantityValue(.meanArterialPressure, mean, unit))
        }
        if let rate = pulse?.decimal, BloodPressurePlausibility.pulse.contains(rate) {
            quantities.append(QuantityValue(.pulse, rate, .perMinute))
        }
        return quantities
    }

    /// The device's own user, unless it knows none.
    public var userSlot: Int? { userID.flatMap { $0 == 255 ? nil : Int($0) } }

    /// What the monitor noticed, and what is odd about its bytes.
    public var qualityFlags: Set<QualityFlag> {
        Set((status?.findings ?? []).map(\.qualityFlag)).union(warnings.map(\.qualityFlag))
    }
}

extension BloodPressureStatus.Finding {
    /// The flag that a reading carries for it.
    var qualityFlag: QualityFlag {
        switch self {
        case .bodyMovement: .bodyMovement
        case .cuffTooLoose: .cuffLoose
        case .irregularPulse: .irregularPulse
        case .improperPosition: .improperPosition
        case .pulseAboveRange, .pulseBelowRange: QualityFlag(rawValue: rawValue)
        }
    }
}

extension GattWarning {
    /// The flag that a reading carries for it.
    var qualityFlag: QualityFlag {
        switch self {
        case .reservedFlags, .reservedStatus, .reservedCode: .reservedBits
        case .trailingBytes: .trailingBytes
        case .ambiguousSFloat: .ambiguousFloat
        case .timestampUnknown, .timestampInvalid, .implausible, .weekdayMismatch: QualityFlag(rawValue: code)
        }
    }
}
