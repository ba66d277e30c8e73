/// What a blood pressure frame means for a reading.
extension BloodPressureFrame {
    /// Why there is no reading in it. NaN pressures are a monitor's only sure sign of an error: one with "Err" on its
    /// display left all status bits clear.
    public var failure: MeasureFailure? { PressureValues(self).failure }

    /// The pressures, and mean pressure and pulse if they can be true: some monitors fill them with what they like.
    public var quantities: [QuantityValue] { PressureValues(self).quantities }

    /// The device's own user, unless it knows none.
    public var userSlot: Int? { Self.slot(userID) }

    /// What the monitor noticed, and what is odd about its bytes.
    public var qualityFlags: Set<QualityFlag> {
        Set((status?.findings ?? []).map(\.qualityFlag)).union(warnings.qualityFlags)
    }
}

extension BloodPressureFrame: MeasurementFrame {
    var deviceTime: DeviceTime? { timestamp?.deviceTime }
}

extension BloodPressureFrame: LiveFrame {
    /// In 2A36 the first number is the cuff's pressure now.
    var liveValue: QuantityValue? { systolic.decimal.map { QuantityValue(.cuffPressure, $0, unit) } }
}

extension EnhancedBloodPressureFrame: MeasurementFrame {
    var failure: MeasureFailure? { PressureValues(self).failure }
    var quantities: [QuantityValue] { PressureValues(self).quantities }
    var userSlot: Int? { Self.slot(userID) }

    /// The time that its user saw if it sent one, else that of its own clock.
    var deviceTime: DeviceTime? {
        (userFacingTime ?? timestamp).flatMap { DeviceTime(seconds: Int($0), sinceYear: epoch) }
    }

    var qualityFlags: Set<QualityFlag> {
        Set((status?.findings ?? []).map(\.qualityFlag)).union(warnings.qualityFlags)
    }
}

/// What both layouts have in common.
private struct PressureValues {
    let unit: UCUMUnit
    let systolic, diastolic, mean: GattNumber
    let pulse: GattNumber?
    let status: BloodPressureStatus?
    let isValid: Bool

    init(_ frame: BloodPressureFrame) {
        (unit, systolic, diastolic) = (frame.unit, frame.systolic, frame.diastolic)
        (mean, pulse, status, isValid) = (frame.meanArterialPressure, frame.pulse, frame.status, frame.isValid)
    }

    init(_ frame: EnhancedBloodPressureFrame) {
        (unit, systolic, diastolic) = (frame.unit, frame.systolic, frame.diastolic)
        (mean, pulse, status, isValid) = (frame.meanArterialPressure, frame.pulse, frame.status, frame.isValid)
    }

    var failure: MeasureFailure? {
        guard systolic.decimal != nil, diastolic.decimal != nil else {
            return .deviceError(code: status?.findings.first?.rawValue)
        }
        return isValid ? nil : .implausible
    }

    var quantities: [QuantityValue] {
        guard isValid, let upper = systolic.decimal, let lower = diastolic.decimal else { return [] }
        var quantities = [QuantityValue(.systolic, upper, unit), QuantityValue(.diastolic, lower, unit)]
        if let mean = mean.decimal, mean >= lower, mean <= upper {
            quantities.append(QuantityValue(.meanArterialPressure, mean, unit))
        }
        if let rate = pulse?.decimal, BloodPressurePlausibility.pulse.contains(rate) {
            quantities.append(QuantityValue(.pulse, rate, .perMinute))
        }
        return quantities
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
