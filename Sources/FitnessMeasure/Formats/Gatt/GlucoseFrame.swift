/// Glucose Measurement (2A18). The raw unit is kg/L or mol/L.
public struct GlucoseFrame: GattFrame {
    public let sequence: UInt16
    public let baseTime: GattDateTime
    /// Minutes to add to the base time.
    public let timeOffset: Int16?
    public let isMolar: Bool
    public let concentration: GattNumber?
    /// Sample type in the low, location in the high half.
    public let sampleCode: UInt8?
    public let sensorStatus: GlucoseSensorStatus?
    public let contextFollows: Bool
    public let warnings: [GattWarning]

    /// Flag bits: 0 time offset, 1 concentration with type and location, 2 mol/L, 3 sensor status, 4 context follows.
    public init(bytes: [UInt8]) throws(GattFrameError) {
        var reader = try ByteReader(bytes)
        let flags = try reader.uint8("flags")
        sequence = try reader.uint16("sequence")
        baseTime = try reader.dateTime("base_time")
        timeOffset = flags.bit(0) ? try reader.int16("time_offset") : nil
        isMolar = flags.bit(2)
        concentration = flags.bit(1) ? try reader.sfloat("concentration") : nil
        sampleCode = flags.bit(1) ? try reader.uint8("type_location") : nil
        sensorStatus = flags.bit(3) ? GlucoseSensorStatus(rawValue: try reader.uint16("sensor_status")) : nil
        contextFollows = flags.bit(4)
        if let sampleCode {
            reader.warn(.reservedCode(field: "type"), if: !(1...10).contains(sampleCode & 0x0F))
            reader.warn(.reservedCode(field: "location"), if: ![1, 2, 3, 4, 15].contains(sampleCode >> 4))
        }
        reader.warn(.reservedStatus, if: sensorStatus?.hasReserved == true)
        reader.warn(.reservedFlags, if: flags & 0xE0 != 0)
        warnings = reader.finish()
    }

    /// A test of the meter with control solution: not a person.
    public var isControl: Bool { sampleCode.map { $0 & 0x0F == 10 || $0 >> 4 == 4 } ?? false }

    /// A person's number, and nothing but the battery or the clock complained of.
    public var isValid: Bool {
        guard let amount = concentration?.decimal, amount.mantissa > 0, !isControl else { return false }
        return (sensorStatus ?? []).isDisjoint(with: .disqualifying)
    }

    public var values: [String: GattFieldValue] {
        var values: [String: GattFieldValue] = [
            "sequence": .whole(Int(sequence)), "valid": .flag(isValid), "context_follows": .flag(contextFollows),
        ]
        values.merge(baseTime.values("base_time")) { $1 }
        if let timeOffset { values["time_offset_min"] = .whole(Int(timeOffset)) }
        if let sensorStatus { values["sensor_status"] = .list(sensorStatus.names) }
        if isControl { values["control"] = .flag(true) }
        if let concentration { values.merge(amount(concentration)) { $1 } }
        if let sampleCode {
            values["type"] = GlucoseNames.types[sampleCode & 0x0F].map { .text($0) } ?? .unknown
            values["location"] = GlucoseNames.locations[sampleCode >> 4].map { .text($0) } ?? .unknown
        }
        return values
    }

    /// In the units that people use: 1 kg/L is 100,000 mg/dL, 1 mol/L is 1000 mmol/L.
    private func amount(_ concentration: GattNumber) -> [String: GattFieldValue] {
        let unit = GattFieldValue.text(isMolar ? "mol/L" : "kg/L")
        guard let raw = concentration.decimal else {
            return ["raw_unit": unit, "special": GattFieldValue(concentration)]
        }
        let scaled = DecimalValue(mantissa: raw.mantissa, exponent: raw.exponent + (isMolar ? 3 : 5))
        return ["raw_unit": unit, isMolar ? "mmol_per_l" : "mg_per_dl": GattFieldValue(scaled)]
    }
}
