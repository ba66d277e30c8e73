extension VectorFile.Vector {
    /// The profiles of the devices that such files name.
    static let profileIDs = [
        "A&D TM-2657 family": "and-tm2657", "G-Tech GL-150/GL-310": "gtech-gl150",
        "G-Tech GL-310 (F4=1, printer text)": "gtech-gl310-printer", "Omron HBP-9020 (mode 5, F3)": "omron-hbp9020",
        "Terumo BP-500": "terumo-bp500", "Tanita SC/DC CSV": "tanita-sc", "generic force gauge": "force-gauge",
    ]
}

extension LineProfile {
    /// The first message of these bytes, with silence at the end.
    func vectorOutcome(of bytes: [UInt8]) -> VectorResult.Outcome {
        var framer = LineFramer(framing)
        let frames = framer.append(bytes) + [framer.silence()].compactMap { $0 }
        guard let frame = frames.first else { return .refused(LineFault.truncated.code) }
        do throws(LineFault) {
            return try vectorOutcome(of: frame.get())
        } catch {
            return .refused(error.code)
        }
    }

    private func vectorOutcome(of frame: LineFrame) throws(LineFault) -> VectorResult.Outcome {
        switch try LineDecoder(self).decode(frame) {
        case .value(let value):
            let fields = value.values.map { ($0.vectorField, $0.vectorValue) }
            return .decoded(
                fields: Dictionary(fields) { first, _ in first }, warnings: value.flags.map(\.rawValue).sorted())
        case .live: return .refused("unstable")
        case .failed(let failure): return .refused(failure.code)
        }
    }
}

extension MeasureFailure {
    /// The failure's name on the command line.
    public var code: String {
        switch self {
        case .deviceError: "device_error"
        case .unreadable(let reason): reason
        case .implausible: "implausible"
        case .unstable: "unstable"
        }
    }
}

extension QuantityValue {
    /// Quantity and unit in one name, as such files have it: `weight_kg`; pressures and pulses have no unit there.
    fileprivate var vectorField: String {
        switch (kind, unit) {
        case (.meanArterialPressure, _): "map"
        case (_, .millimetresOfMercury), (_, .perMinute): kind.rawValue
        case (_, "%"): kind.rawValue + "_pct"
        case (_, "kgf"), (.grip, .kilogram): "force_kgf"
        case ("bmi", _): kind.rawValue
        default: kind.rawValue + "_" + unit.rawValue
        }
    }

    /// Whole pressures and pulses are numbers there, everything else is text with its precision.
    fileprivate var vectorValue: GattFieldValue {
        guard [.millimetresOfMercury, .perMinute].contains(unit), value.exponent == 0 else {
            return GattFieldValue(value)
        }
        return .whole(Int(value.mantissa))
    }
}
