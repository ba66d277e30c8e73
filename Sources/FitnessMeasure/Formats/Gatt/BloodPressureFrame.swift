/// Blood Pressure Measurement (2A35) and Intermediate Cuff Pressure (2A36), which share one layout.
public struct BloodPressureFrame: GattFrame {
    public let unit: UCUMUnit
    /// In 2A36 this is the cuff's pressure now.
    public let systolic: GattNumber
    public let diastolic: GattNumber
    public let meanArterialPressure: GattNumber
    public let timestamp: GattDateTime?
    /// Beats a minute.
    public let pulse: GattNumber?
    /// Which of its users the device believes it measured; 255 for nobody it knows.
    public let userID: UInt8?
    public let status: BloodPressureStatus?
    /// Systolic and diastolic are numbers that a living body can have. MAP or pulse may be missing.
    public let isValid: Bool
    public let warnings: [GattWarning]

    /// Flag bits: 0 kPa, 1 time, 2 pulse, 3 user, 4 status; the rest is reserved.
    public init(bytes: [UInt8]) throws(GattFrameError) {
        var reader = try ByteReader(bytes)
        let flags = try reader.uint8("flags")
        unit = flags.bit(0) ? .kilopascal : .millimetresOfMercury
        systolic = try reader.sfloat("systolic")
        diastolic = try reader.sfloat("diastolic")
        meanArterialPressure = try reader.sfloat("map")
        timestamp = flags.bit(1) ? try reader.dateTime("timestamp") : nil
        pulse = flags.bit(2) ? try reader.sfloat("pulse") : nil
        userID = flags.bit(3) ? try reader.uint8("user_id") : nil
        status = flags.bit(4) ? try reader.bloodPressureStatus() : nil
        let plausible = BloodPressurePlausibility.admits(systolic: systolic, diastolic: diastolic, unit: unit)
        isValid = plausible == true
        reader.warn(.implausible, if: plausible == false)
        reader.warn(.reservedFlags, if: flags & 0xE0 != 0)
        warnings = reader.finish()
    }

    public var values: [String: GattFieldValue] {
        var values: [String: GattFieldValue] = [
            "unit": .text(unit == .kilopascal ? "kPa" : "mmHg"), "systolic": GattFieldValue(systolic),
            "diastolic": GattFieldValue(diastolic), "map": GattFieldValue(meanArterialPressure),
            "valid": .flag(isValid),
        ]
        if let timestamp { values.merge(timestamp.values("timestamp")) { $1 } }
        if let pulse { values["pulse"] = GattFieldValue(pulse) }
        if let userID { values["user_id"] = GattFieldValue(user: userID) }
        if userID == 255 { values["user_unknown"] = .flag(true) }
        if let status { values["status"] = .list(status.findings.map(\.rawValue)) }
        return values
    }
}
