/// PLX Spot-Check Measurement (2A5E).
public struct PulseOximeterSpotFrame: GattFrame {
    public let pair: OxygenAndPulse
    public let timestamp: GattDateTime?
    public let measurementStatus: PulseOximeterMeasurementStatus?
    public let sensorStatus: PulseOximeterSensorStatus?
    /// Percent.
    public let pulseAmplitude: GattNumber?
    /// The device says that its own clock was never set.
    public let isClockUnset: Bool
    public let warnings: [GattWarning]

    /// Flag bits: 0 time, 1 measurement status, 2 sensor status, 3 pulse amplitude, 4 clock not set.
    public init(bytes: [UInt8]) throws(GattFrameError) {
        var reader = try ByteReader(bytes)
        let flags = try reader.uint8("flags")
        pair = try reader.oximeterPair()
        timestamp = flags.bit(0) ? try reader.dateTime("timestamp") : nil
        measurementStatus = flags.bit(1) ? try reader.oximeterMeasurementStatus() : nil
        sensorStatus = flags.bit(2) ? try reader.oximeterSensorStatus() : nil
        pulseAmplitude = flags.bit(3) ? try reader.sfloat("pulse_amplitude") : nil
        isClockUnset = flags.bit(4)
        reader.warn(.implausible, if: pair.isPlausible == false)
        reader.warn(.reservedFlags, if: flags & 0xE0 != 0)
        warnings = reader.finish()
    }

    /// A person's result: numbers that can be true, and no status that says otherwise.
    public var isValid: Bool {
        pair.isPlausible == true && (measurementStatus ?? []).isDisjoint(with: .disqualifying)
    }

    public var values: [String: GattFieldValue] {
        var values = pair.values()
        values["valid"] = .flag(isValid)
        values["clock_not_set"] = .flag(isClockUnset)
        if let timestamp { values.merge(timestamp.values("timestamp")) { $1 } }
        if let measurementStatus { values["measurement_status"] = .list(measurementStatus.names) }
        if let sensorStatus { values["sensor_status"] = .list(sensorStatus.names) }
        if let pulseAmplitude { values["pulse_amplitude_pct"] = GattFieldValue(pulseAmplitude) }
        return values
    }
}
