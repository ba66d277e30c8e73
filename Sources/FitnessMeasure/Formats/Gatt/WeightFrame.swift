/// Weight Measurement (2A9D). The unit is each frame's own: 0.005 kg or 0.01 lb.
public struct WeightFrame: GattFrame {
    public let isImperial: Bool
    /// Nil if the scale could not measure (0xFFFF).
    public let weight: DecimalValue?
    public let timestamp: GattDateTime?
    public let userID: UInt8?
    public let bodyMassIndex: DecimalValue?
    /// 0.001 m or 0.1 in.
    public let height: DecimalValue?
    public let warnings: [GattWarning]

    /// Flag bits: 0 imperial, 1 time, 2 user, 3 body mass index and height; the rest is reserved.
    public init(bytes: [UInt8]) throws(GattFrameError) {
        var reader = try ByteReader(bytes)
        let flags = try reader.uint8("flags")
        isImperial = flags.bit(0)
        weight = try reader.mass("weight", isImperial: isImperial)
        timestamp = flags.bit(1) ? try reader.dateTime("timestamp") : nil
        userID = flags.bit(2) ? try reader.uint8("user_id") : nil
        bodyMassIndex = flags.bit(3) ? try reader.decimal16("bmi", exponent: -1) : nil
        height = flags.bit(3) ? try reader.stature("height", isImperial: isImperial) : nil
        reader.warn(.reservedFlags, if: flags & 0xF0 != 0)
        warnings = reader.finish()
    }

    public var values: [String: GattFieldValue] {
        var values: [String: GattFieldValue] = [
            "unit": .text(isImperial ? "lb" : "kg"), "weight": weight.map { GattFieldValue($0) } ?? .unknown,
            "valid": .flag(weight != nil),
        ]
        if let timestamp { values.merge(timestamp.values("timestamp")) { $1 } }
        if let userID { values["user_id"] = GattFieldValue(user: userID) }
        if userID == 255 { values["user_unknown"] = .flag(true) }
        if let bodyMassIndex { values["bmi"] = GattFieldValue(bodyMassIndex) }
        if let height {
            values["height"] = GattFieldValue(height)
            values["height_unit"] = .text(isImperial ? "in" : "m")
        }
        return values
    }
}

extension ByteReader {
    /// A mass of 0.005 kg or 0.01 lb steps; 0xFFFF says that the measurement failed.
    mutating func mass(_ field: String, isImperial: Bool) throws(GattFrameError) -> DecimalValue? {
        let raw = try uint16(field)
        guard raw != 0xFFFF else { return nil }
        let steps = Int64(raw)
        return isImperial
            ? DecimalValue(mantissa: steps, exponent: -2) : DecimalValue(mantissa: steps * 5, exponent: -3)
    }

    /// A height of 0.001 m or 0.1 in steps.
    mutating func stature(_ field: String, isImperial: Bool) throws(GattFrameError) -> DecimalValue {
        try decimal16(field, exponent: isImperial ? -1 : -3)
    }
}
