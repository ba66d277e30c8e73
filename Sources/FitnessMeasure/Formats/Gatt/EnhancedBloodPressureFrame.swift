/// Enhanced Blood Pressure Measurement (2B34): as 2A35, with times in seconds of an epoch.
public struct EnhancedBloodPressureFrame: GattFrame {
    public let unit: UCUMUnit
    public let systolic: GattNumber
    public let diastolic: GattNumber
    public let meanArterialPressure: GattNumber
    /// Seconds since the epoch's first moment; local, without a zone.
    public let timestamp: UInt32?
    /// Beats a minute.
    public let pulse: GattNumber?
    public let userID: UInt8?
    public let status: BloodPressureStatus?
    /// The time that the device showed to its user, in seconds since the epoch.
    public let userFacingTime: UInt32?
    /// 1900 or 2000.
    public let epoch: Int
    /// Systolic and diastolic are numbers that a living body can have.
    public let isValid: Bool
    public let warnings: [GattWarning]

    /// Flag bits: 0 kPa, 1 time, 2 pulse, 3 user, 4 status, 5 user-facing time, 6 epoch 2000; 7 is reserved.
    public init(bytes: [UInt8]) throws(GattFrameError) {
        var reader = try ByteReader(bytes)
        let flags = try reader.uint8("flags")
        unit = flags.bit(0) ? .kilopascal : .millimetresOfMercury
        systolic = try reader.sfloat("systolic")
        diastolic = try reader.sfloat("diastolic")
        meanArterialPressure = try reader.sfloat("map")
        timestamp = flags.bit(1) ? try reader.uint32("timestamp") : nil
        pulse = flags.bit(2) ? try reader.sfloat("pulse") : nil
        userID = flags.bit(3) ? try reader.uint8("user_id") : nil
        status = flags.bit(4) ? try reader.bloodPressureStatus() : nil
        userFacingTime = flags.bit(5) ? try reader.uint32("user_facing_time") : nil
        epoch = flags.bit(6) ? 2000 : 1900
        let plausible = BloodPressurePlausibility.admits(systolic: systolic, diastolic: diastolic, unit: unit)
        isValid = plausible == true
        reader.warn(.implausible, if: plausible == false)
        reader.warn(.reservedFlags, if: flags & 0x80 != 0)
        warnings = reader.finish()
    }

    public var values: [String: GattFieldValue] {
        var values: [String: GattFieldValue] = [
            "unit": .text(unit == .kilopascal ? "kPa" : "mmHg"), "systolic": GattFieldValue(systolic),
            "diastolic": GattFieldValue(diastolic), "map": GattFieldValue(meanArterialPressure),
            "valid": .flag(isValid), "epoch": .whole(epoch),
        ]
        if let timestamp { values["timestamp_s"] = .whole(Int(timestamp)) }
        if let userFacingTime { values["user_facing_time_s"] = .whole(Int(userFacingTime)) }
        if let pulse { values["pulse"] = GattFieldValue(pulse) }
        if let userID { values["user_id"] = GattFieldValue(user: userID) }
        if userID == 255 { values["user_unknown"] = .flag(true) }
        if let status { values["status"] = .list(status.findings.map(\.rawValue)) }
        return values
    }
}
