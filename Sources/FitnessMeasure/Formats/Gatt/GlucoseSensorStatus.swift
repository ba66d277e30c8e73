/// What a glucose meter says of its sensor and strip.
public struct GlucoseSensorStatus: OptionSet, Hashable, Sendable {
    public let rawValue: UInt16
    public init(rawValue: UInt16) { self.rawValue = rawValue }

    public static let batteryLow = GlucoseSensorStatus(rawValue: 1 << 0)
    public static let resultTooHigh = GlucoseSensorStatus(rawValue: 1 << 5)
    public static let resultTooLow = GlucoseSensorStatus(rawValue: 1 << 6)
    public static let timeFault = GlucoseSensorStatus(rawValue: 1 << 11)

    /// Bits 1–10: everything but the battery and the clock.
    static let disqualifying = GlucoseSensorStatus(rawValue: 0x07FE)
}

extension GlucoseSensorStatus: NamedOptions {
    static let layout = NamedBits([
        0: "battery_low", 1: "malfunction", 2: "sample_too_small", 3: "strip_insertion_error", 4: "strip_type_error",
        5: "result_too_high", 6: "result_too_low", 7: "temperature_too_high", 8: "temperature_too_low",
        9: "strip_pulled_early", 10: "fault", 11: "time_fault",
    ])
}

/// What the codes of a glucose measurement mean.
enum GlucoseNames {
    static let types: [UInt8: String] = [
        1: "capillary_whole", 2: "capillary_plasma", 3: "venous_whole", 4: "venous_plasma", 5: "arterial_whole",
        6: "arterial_plasma", 7: "undetermined_whole", 8: "undetermined_plasma", 9: "interstitial_fluid",
        10: "control_solution",
    ]
    static let locations: [UInt8: String] = [
        1: "finger", 2: "alternate_site", 3: "earlobe", 4: "control_solution", 15: "not_available",
    ]
}
