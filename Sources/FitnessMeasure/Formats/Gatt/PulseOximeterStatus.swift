/// What a pulse oximeter says of its measurement (2A5E, 2A5F).
public struct PulseOximeterMeasurementStatus: OptionSet, Hashable, Sendable {
    public let rawValue: UInt16
    public init(rawValue: UInt16) { self.rawValue = rawValue }

    public static let ongoing = PulseOximeterMeasurementStatus(rawValue: 1 << 5)
    public static let early = PulseOximeterMeasurementStatus(rawValue: 1 << 6)
    public static let fromStorage = PulseOximeterMeasurementStatus(rawValue: 1 << 9)
    public static let demonstration = PulseOximeterMeasurementStatus(rawValue: 1 << 10)
    public static let test = PulseOximeterMeasurementStatus(rawValue: 1 << 11)
    public static let calibrating = PulseOximeterMeasurementStatus(rawValue: 1 << 12)
    public static let unavailable = PulseOximeterMeasurementStatus(rawValue: 1 << 13)
    public static let questionable = PulseOximeterMeasurementStatus(rawValue: 1 << 14)
    public static let invalid = PulseOximeterMeasurementStatus(rawValue: 1 << 15)

    /// With one of these there is no result of a person, whatever the numbers are.
    static let disqualifying: Self = [.demonstration, .test, .calibrating, .unavailable, .invalid]
}

extension PulseOximeterMeasurementStatus: NamedOptions {
    static let layout = NamedBits([
        5: "ongoing", 6: "early", 7: "validated", 8: "fully_qualified", 9: "from_storage", 10: "demo", 11: "test",
        12: "calibrating", 13: "unavailable", 14: "questionable", 15: "invalid",
    ])
}

/// What a pulse oximeter says of its sensor (2A5E, 2A5F); 24 bits on the air.
public struct PulseOximeterSensorStatus: OptionSet, Hashable, Sendable {
    public let rawValue: UInt32
    public init(rawValue: UInt32) { self.rawValue = rawValue }

    public static let inadequateSignal = PulseOximeterSensorStatus(rawValue: 1 << 3)
    public static let poorSignal = PulseOximeterSensorStatus(rawValue: 1 << 4)
    public static let lowPerfusion = PulseOximeterSensorStatus(rawValue: 1 << 5)
    public static let erraticSignal = PulseOximeterSensorStatus(rawValue: 1 << 6)
    public static let nonPulsatile = PulseOximeterSensorStatus(rawValue: 1 << 7)
    public static let notOnUser = PulseOximeterSensorStatus(rawValue: 1 << 11)
    public static let displaced = PulseOximeterSensorStatus(rawValue: 1 << 13)
    public static let disconnected = PulseOximeterSensorStatus(rawValue: 1 << 15)

    /// No finger, or no pulse under it: numbers that come with it are nobody's.
    static let detached: Self = [.nonPulsatile, .notOnUser, .displaced, .disconnected]
}

extension PulseOximeterSensorStatus: NamedOptions {
    static let layout = NamedBits([
        0: "display_update_ongoing", 1: "malfunction", 2: "processing_irregularity", 3: "inadequate_signal",
        4: "poor_signal", 5: "low_perfusion", 6: "erratic_signal", 7: "non_pulsatile", 8: "questionable_pulse",
        9: "signal_analysis_ongoing", 10: "interference", 11: "not_on_user", 12: "unknown_sensor", 13: "displaced",
        14: "sensor_malfunctioning", 15: "disconnected",
    ])
}

extension ByteReader {
    mutating func oximeterMeasurementStatus() throws(GattFrameError) -> PulseOximeterMeasurementStatus {
        let status = PulseOximeterMeasurementStatus(rawValue: try uint16("measurement_status"))
        warn(.reservedStatus, if: status.hasReserved)
        return status
    }

    mutating func oximeterSensorStatus() throws(GattFrameError) -> PulseOximeterSensorStatus {
        let status = PulseOximeterSensorStatus(rawValue: try uint24("sensor_status"))
        warn(.reservedStatus, if: status.hasReserved)
        return status
    }
}
