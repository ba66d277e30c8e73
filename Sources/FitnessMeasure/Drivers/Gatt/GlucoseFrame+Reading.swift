/// What a glucose meter's frame means for a reading.
extension GlucoseFrame: MeasurementFrame {
    var failure: MeasureFailure? {
        let status = sensorStatus ?? []
        if !status.isDisjoint(with: .disqualifying) { return .deviceError(code: status.firstDisqualifying) }
        guard let concentration else { return .deviceError(code: nil) }
        switch concentration {
        case .positiveInfinity: return .deviceError(code: "result_too_high")
        case .negativeInfinity: return .deviceError(code: "result_too_low")
        case .finite(let amount): return amount.mantissa > 0 ? nil : .implausible
        case .notANumber, .notAtThisResolution, .reserved: return .deviceError(code: nil)
        }
    }

    var quantities: [QuantityValue] {
        guard failure == nil, let raw = concentration?.decimal else { return [] }
        let scaled = DecimalValue(mantissa: raw.mantissa, exponent: raw.exponent + (isMolar ? 3 : 5))
        return [QuantityValue(.glucose, scaled, isMolar ? .millimolePerLitre : .milligramPerDecilitre)]
    }

    /// The base time moved by the offset that the person's own corrections made.
    var deviceTime: DeviceTime? {
        guard let time = baseTime.deviceTime else { return nil }
        return time.advanced(bySeconds: Int(timeOffset ?? 0) * 60) ?? time
    }

    var deviceSequence: Int? { Int(sequence) }

    /// A control solution is a test of the meter, not a person.
    var qualityFlags: Set<QualityFlag> {
        var flags = warnings.qualityFlags
        if isControl { flags.insert(.demonstration) }
        if sensorStatus?.contains(.batteryLow) == true { flags.insert(.batteryLow) }
        if sensorStatus?.contains(.timeFault) == true { flags.insert(.clockFault) }
        return flags
    }
}

extension GlucoseSensorStatus {
    fileprivate var firstDisqualifying: String? { intersection(.disqualifying).names.first }
}

extension GlucoseContextFrame {
    /// What of the circumstances changes a value's meaning: the meal.
    var qualityFlags: Set<QualityFlag> {
        mealCode.flatMap { Self.meals[$0] }.map { [QualityFlag(rawValue: "meal_\($0)")] } ?? []
    }
}

extension QualityFlag {
    public static let batteryLow: QualityFlag = "battery_low"
    /// The device says that its own clock cannot be right.
    public static let clockFault: QualityFlag = "clock_fault"
}
