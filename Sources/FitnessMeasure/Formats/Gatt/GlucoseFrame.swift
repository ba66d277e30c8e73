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
    public let sensorStatus: [String]?
    public let contextFollows: Bool
    public let warnings: [GattWarning]

    static let types: [UInt8: String] = [
        1: "capillary_whole", 2: "capillary_plasma", 3: "venous_whole", 4: "venous_plasma", 5: "arterial_whole",
        6: "arterial_plasma", 7: "undetermined_whole", 8: "undetermined_plasma", 9: "interstitial_fluid",
        10: "control_solution",
    ]
    static let locations: [UInt8: String] = [
        1: "finger", 2: "alternate_site", 3: "earlobe", 4: "control_solution", 15: "not_available",
    ]
    static let status = NamedBits([
        0: "battery_low", 1: "malfunction", 2: "sample_too_small", 3: "strip_insertion_error", 4: "strip_type_error",
        5: "result_too_high", 6: "result_too_low", 7: "temperature_too_high", 8: "temperature_too_low",
        9: "strip_pulled_early", 10: "fault", 11: "time_fault",
    ])

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
        let status = flags.bit(3) ? UInt32(try reader.uint16("sensor_status")) : nil
        sensorStatus = status.map(Self.status.names)
        contextFollows = flags.bit(4)
        reader.warn(.reservedFlags, if: flags & 0xE0 != 0)
        reader.warn(.reservedStatus, if: status.map(Self.status.hasReserved) ?? false)
        if let sampleCode {
            reader.warn(.reservedCode(field: "type"), if: Self.types[sampleCode & 0x0F] == nil)
            reader.warn(.reservedCode(field: "location"), if: Self.locations[sampleCode >> 4] == nil)
        }
        warnings = reader.finish()
    }

    /// A test of the meter with control solution: not a person.
    public var isControl: Bool { sampleCode.map { $0 & 0x0F == 10 || $0 >> 4 == 4 } ?? false }

    /// A person's number, and nothing but the battery or the clock complained of.
    public var isValid: Bool {
        guard let amount = concentration?.decimal, amount.mantissa > 0, !isControl else { return false }
        return Set(sensorStatus ?? []).isSubset(of: ["battery_low", "time_fault"])
    }

    public var values: [String: GattFieldValue] {
        var values: [String: GattFieldValue] = [
            "sequence": .whole(Int(sequence)), "valid": .flag(isValid), "context_follows": .flag(contextFollows),
        ]
        values.merge(baseTime.values("base_time")) { $1 }
        if let timeOffset { values["time_offset_min"] = .whole(Int(timeOffset)) }
        if let sensorStatus { values["sensor_status"] = .list(sensorStatus) }
        if isControl { values["control"] = .flag(true) }
        if let concentration { values.merge(amount(concentration)) { $1 } }
        if let sampleCode {
            values["type"] = Self.types[sampleCode & 0x0F].map { .text($0) } ?? .unknown
            values["location"] = Self.locations[sampleCode >> 4].map { .text($0) } ?? .unknown
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
