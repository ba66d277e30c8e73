/// Sensors that are worn, and machines: what they show while somebody moves.
extension HeartRateFrame: LiveFrame {
    /// Without contact to skin the rate means nothing.
    var liveValue: QuantityValue? {
        let value = DecimalValue(mantissa: Int64(rate))
        guard contact != .notDetected, BloodPressurePlausibility.pulse.contains(value) else { return nil }
        return QuantityValue(.pulse, value, .perMinute)
    }
}

extension WalkingSpeedFrame: LiveFrame {
    var liveValue: QuantityValue? { QuantityValue(.speed, speed, .metrePerSecond) }
}

extension TreadmillFrame: LiveFrame {
    var liveValue: QuantityValue? { speed.map { QuantityValue(.speed, $0, .kilometrePerHour) } }
}

extension StepClimberFrame: LiveFrame {
    var liveValue: QuantityValue? {
        steps.map { QuantityValue(.steps, DecimalValue(mantissa: Int64($0)), .steps) }
    }
}
