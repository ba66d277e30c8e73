/// Body Composition Measurement (2A9C). Longer than one packet, it comes in several with bit 12 set; joining those of
/// the same user and time is the driver's work.
public struct BodyCompositionFrame: GattFrame {
    /// As they came; see ``init(bytes:)``.
    private let flags: UInt16
    public let isImperial: Bool
    /// Percent; nil if the measurement failed (0xFFFF).
    public let bodyFat: DecimalValue?
    public let timestamp: GattDateTime?
    public let userID: UInt8?
    /// Kilojoules a day.
    public let basalMetabolism: UInt16?
    /// Percent.
    public let muscleShare: DecimalValue?
    public let muscleMass: DecimalValue?
    public let fatFreeMass: DecimalValue?
    public let softLeanMass: DecimalValue?
    public let bodyWaterMass: DecimalValue?
    /// Ohms.
    public let impedance: DecimalValue?
    public let weight: DecimalValue?
    public let height: DecimalValue?
    public let isPartOfSeveral: Bool
    public let warnings: [GattWarning]

    /// Flag bits: 0 imperial, 1 time, 2 user, 3 basal metabolism, 4 muscle share, 5 muscle mass, 6 fat-free mass, 7 soft
    /// lean mass, 8 water, 9 impedance, 10 weight, 11 height, 12 several packets; the rest is reserved. The impedance
    /// is in tenths of an ohm, as the current text says beside a formula that says hundredths.
    public init(bytes: [UInt8]) throws(GattFrameError) {
        var reader = try ByteReader(bytes)
        let flags = try reader.uint16("flags")
        let isImperial = flags.bit(0)
        (self.flags, self.isImperial) = (flags, isImperial)
        let fat = try reader.uint16("body_fat")
        bodyFat = fat == 0xFFFF ? nil : DecimalValue(mantissa: Int64(fat), exponent: -1)
        timestamp = flags.bit(1) ? try reader.dateTime("timestamp") : nil
        userID = flags.bit(2) ? try reader.uint8("user_id") : nil
        basalMetabolism = flags.bit(3) ? try reader.uint16("basal_metabolism") : nil
        muscleShare = flags.bit(4) ? try reader.decimal16("muscle_pct", exponent: -1) : nil
        muscleMass = flags.bit(5) ? try reader.mass("muscle_mass", isImperial: isImperial) : nil
        fatFreeMass = flags.bit(6) ? try reader.mass("fat_free_mass", isImperial: isImperial) : nil
        softLeanMass = flags.bit(7) ? try reader.mass("soft_lean_mass", isImperial: isImperial) : nil
        bodyWaterMass = flags.bit(8) ? try reader.mass("body_water_mass", isImperial: isImperial) : nil
        impedance = flags.bit(9) ? try reader.decimal16("impedance", exponent: -1) : nil
        weight = flags.bit(10) ? try reader.mass("weight", isImperial: isImperial) : nil
        height = flags.bit(11) ? try reader.stature("height", isImperial: isImperial) : nil
        isPartOfSeveral = flags.bit(12)
        reader.warn(.reservedFlags, if: flags & 0xE000 != 0)
        warnings = reader.finish()
    }

    public var values: [String: GattFieldValue] {
        var values: [String: GattFieldValue] = [
            "mass_unit": .text(isImperial ? "lb" : "kg"), "valid": .flag(bodyFat != nil),
            "body_fat_pct": bodyFat.map { GattFieldValue($0) } ?? .unknown,
        ]
        if let timestamp { values.merge(timestamp.values("timestamp")) { $1 } }
        if let userID { values["user_id"] = GattFieldValue(user: userID) }
        if userID == 255 { values["user_unknown"] = .flag(true) }
        if let basalMetabolism { values["basal_metabolism_kj"] = .whole(Int(basalMetabolism)) }
        let decimals: [(bit: Int, name: String, value: DecimalValue?)] = [
            (4, "muscle_pct", muscleShare), (5, "muscle_mass", muscleMass), (6, "fat_free_mass", fatFreeMass),
            (7, "soft_lean_mass", softLeanMass), (8, "body_water_mass", bodyWaterMass), (9, "impedance_ohm", impedance),
            (10, "weight", weight), (11, "height", height),
        ]
        for (bit, name, value) in decimals where flags.bit(bit) {
            values[name] = value.map { GattFieldValue($0) } ?? .unknown
        }
        if height != nil { values["height_unit"] = .text(isImperial ? "in" : "m") }
        if isPartOfSeveral { values["multiple_packet"] = .flag(true) }
        return values
    }
}
