/// What a pulse oximeter says of its measurement and of its sensor (2A5E, 2A5F).
enum PulseOximeterStatus {
    static let measurement = NamedBits([
        5: "ongoing", 6: "early", 7: "validated", 8: "fully_qualified", 9: "from_storage", 10: "demo", 11: "test",
        12: "calibrating", 13: "unavailable", 14: "questionable", 15: "invalid",
    ])

    static let sensor = NamedBits([
        0: "display_update_ongoing", 1: "malfunction", 2: "processing_irregularity", 3: "inadequate_signal",
        4: "poor_signal", 5: "low_perfusion", 6: "erratic_signal", 7: "non_pulsatile", 8: "questionable_pulse",
        9: "signal_analysis_ongoing", 10: "interference", 11: "not_on_user", 12: "unknown_sensor", 13: "displaced",
        14: "sensor_malfunctioning", 15: "disconnected",
    ])

    /// With one of these there is no result of a person, whatever the numbers are.
    static let disqualifying: Set = ["demo", "test", "calibrating", "unavailable", "invalid"]
}

extension ByteReader {
    mutating func oximeterMeasurementStatus() throws(GattFrameError) -> [String] {
        let bits = UInt32(try uint16("measurement_status"))
        warn(.reservedStatus, if: PulseOximeterStatus.measurement.hasReserved(bits))
        return PulseOximeterStatus.measurement.names(in: bits)
    }

    mutating func oximeterSensorStatus() throws(GattFrameError) -> [String] {
        let bits = try uint24("sensor_status")
        warn(.reservedStatus, if: PulseOximeterStatus.sensor.hasReserved(bits))
        return PulseOximeterStatus.sensor.names(in: bits)
    }

    /// Oxygen saturation in percent and pulse a minute.
    mutating func oximeterPair(_ prefix: String = "") throws(GattFrameError) -> OxygenAndPulse {
        OxygenAndPulse(saturation: try sfloat(prefix + "spo2"), pulse: try sfloat(prefix + "pulse"))
    }
}

/// One pair of a pulse oximeter's numbers.
public struct OxygenAndPulse: Equatable, Sendable {
    /// Percent.
    public let saturation: GattNumber
    /// Beats a minute.
    public let pulse: GattNumber

    /// Both are numbers; a share is 0–100 %, and the pulse is one that a body can have. Nil without numbers.
    var isPlausible: Bool? {
        guard let share = saturation.decimal, let rate = pulse.decimal else { return nil }
        return (0...100).contains(share.doubleValue) && BloodPressurePlausibility.pulse.contains(rate.doubleValue)
    }

    func values(_ prefix: String = "") -> [String: GattFieldValue] {
        [prefix + "spo2": GattFieldValue(saturation), prefix + "pulse": GattFieldValue(pulse)]
    }
}
