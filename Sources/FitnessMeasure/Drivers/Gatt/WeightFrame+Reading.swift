/// What a scale's frame means for a reading. The height and the index come from what the scale believes of its own
/// user, so they are not kept.
extension WeightFrame: MeasurementFrame {
    var failure: MeasureFailure? {
        guard let weight else { return .deviceError(code: nil) }
        return weight.mantissa == 0 ? .implausible : nil
    }

    var quantities: [QuantityValue] {
        guard failure == nil, let weight else { return [] }
        return [QuantityValue(.weight, weight, isImperial ? .pound : .kilogram)]
    }

    var deviceTime: DeviceTime? { timestamp?.deviceTime }
    var userSlot: Int? { Self.slot(userID) }
    var qualityFlags: Set<QualityFlag> { warnings.qualityFlags }
}
