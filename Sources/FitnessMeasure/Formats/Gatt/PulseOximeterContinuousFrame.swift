/// PLX Continuous Measurement (2A5F).
public struct PulseOximeterContinuousFrame: GattFrame {
    public let pair: OxygenAndPulse
    public let fast: OxygenAndPulse?
    public let slow: OxygenAndPulse?
    public let measurementStatus: PulseOximeterMeasurementStatus?
    public let sensorStatus: PulseOximeterSensorStatus?
    /// Percent.
    public let pulseAmplitude: GattNumber?
    public let warnings: [GattWarning]

    /// Flag bits: 0 fast pair, 1 slow pair, 2 measurement status, 3 sensor status, 4 pulse amplitude.
    public init(bytes: [UInt8]) throws(GattFrameError) {
        var reader = try ByteReader(bytes)
        let flags = try reader.uint8("flags")
        pair = try reader.oximeterPair()
        fast = flags.bit(0) ? try reader.oximeterPair() : nil
        slow = flags.bit(1) ? try reader.oximeterPair() : nil
        measurementStatus = flags.bit(2) ? try reader.oximeterMeasurementStatus() : nil
        sensorStatus = flags.bit(3) ? try reader.oximeterSensorStatus() : nil
        pulseAmplitude = flags.bit(4) ? try reader.sfloat("pulse_amplitude") : nil
        reader.warn(.implausible, if: pair.isPlausible == false)
        reader.warn(.reservedFlags, if: flags & 0xE0 != 0)
        warnings = reader.finish()
    }

    /// Numbers that can be true, and no status that says otherwise.
    public var isValid: Bool {
        pair.isPlausible == true && (measurementStatus ?? []).isDisjoint(with: .disqualifying)
    }

    public var values: [String: GattFieldValue] {
        var values = pair.values()
        values["valid"] = .flag(isValid)
        if let fast { values.merge(fast.values("fast_")) { $1 } }
        if let slow { values.merge(slow.values("slow_")) { $1 } }
        if let measurementStatus { values["measurement_status"] = .list(measurementStatus.names) }
        if let sensorStatus { values["sensor_status"] = .list(sensorStatus.names) }
        if let pulseAmplitude { values["pulse_amplitude_pct"] = GattFieldValue(pulseAmplitude) }
        return values
    }
}
