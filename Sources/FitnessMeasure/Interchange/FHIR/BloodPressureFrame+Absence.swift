/// What a frame named and had no number for, so that it leaves the house as a reason and not as a missing row.
extension BloodPressureFrame {
    public var absences: [QuantityKind: FHIRAbsence] {
        var absences: [QuantityKind: FHIRAbsence] = [:]
        let numbers: [(QuantityKind, GattNumber?)] = [
            (.systolic, systolic), (.diastolic, diastolic), (.meanArterialPressure, meanArterialPressure),
            (.pulse, pulse),
        ]
        for (kind, number) in numbers { absences[kind] = number?.absence }
        return absences
    }
}

extension GattNumber {
    /// Why it is no number, in HL7's words; nil if it is one.
    public var absence: FHIRAbsence? {
        switch self {
        case .finite: nil
        case .notANumber: .notANumber
        case .positiveInfinity: .positiveInfinity
        case .negativeInfinity: .negativeInfinity
        case .notAtThisResolution, .reserved: .error
        }
    }
}
