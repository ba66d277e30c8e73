/// What a body composition frame means for a reading.
extension BodyCompositionFrame: MeasurementFrame {
    var failure: MeasureFailure? {
        // Without a number for fat the measurement failed; with 0 % it was never made, since nobody has none.
        guard let bodyFat else { return .deviceError(code: nil) }
        return bodyFat.mantissa == 0 && weight == nil ? .deviceError(code: "not_measured") : nil
    }

    /// Zero shares, masses and impedances are what a scale sends when a foot was lifted too early: not measured. The
    /// height is what the scale believes of its own user and is not kept.
    var quantities: [QuantityValue] {
        guard failure == nil else { return [] }
        let mass: UCUMUnit = isImperial ? .pound : .kilogram
        let metabolism = basalMetabolism.map { DecimalValue(mantissa: Int64($0)) }
        let all: [(QuantityKind, DecimalValue?, UCUMUnit)] = [
            (.bodyFat, bodyFat, .percent), (.weight, weight, mass), (.muscleShare, muscleShare, .percent),
            (.muscleMass, muscleMass, mass), (.fatFreeMass, fatFreeMass, mass), (.softLeanMass, softLeanMass, mass),
            (.bodyWaterMass, bodyWaterMass, mass), (.impedance, impedance, .ohm),
            (.basalMetabolism, metabolism, .kilojoule),
        ]
        return all.compactMap { kind, value, unit in
            guard let value, value.mantissa != 0 else { return nil }
            return QuantityValue(kind, value, unit)
        }
    }

    var deviceTime: DeviceTime? { timestamp?.deviceTime }
    var userSlot: Int? { Self.slot(userID) }

    var qualityFlags: Set<QualityFlag> {
        let isIncomplete = bodyFat?.mantissa == 0 || impedance?.mantissa == 0
        return warnings.qualityFlags.union(isIncomplete ? [.notMeasured] : [])
    }

    /// Whether this can be the rest of what that frame began: nothing that both say may differ.
    func continues(_ first: BodyCompositionFrame) -> Bool {
        isPartOfSeveral && first.isPartOfSeveral && isImperial == first.isImperial && bodyFat == first.bodyFat
            && agrees(userID, first.userID) && agrees(timestamp, first.timestamp)
    }

    private func agrees<Value: Equatable>(_ mine: Value?, _ theirs: Value?) -> Bool {
        mine == nil || theirs == nil || mine == theirs
    }
}

extension QualityFlag {
    /// A share or an impedance came as 0: the person stepped off too early.
    public static let notMeasured: QualityFlag = "not_measured"
}
