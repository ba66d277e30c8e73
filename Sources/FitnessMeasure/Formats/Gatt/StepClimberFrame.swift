/// Step Climber Data (2ACF).
public struct StepClimberFrame: GattFrame {
    /// Bit 0 set; then floors and steps come with another part.
    public let hasMoreData: Bool
    public let values: [String: GattFieldValue]
    public let warnings: [GattWarning]

    /// Bit 0 is inverted: clear means that floors and steps are there. Then, by bit: 1 steps a minute, 2 average of
    /// them, 3 elevation, 4 energy, 5 heart rate, 6 metabolic equivalent, 7 elapsed time, 8 remaining time.
    public init(bytes: [UInt8]) throws(GattFrameError) {
        var reader = try ByteReader(bytes)
        let flags = try reader.uint16("flags")
        hasMoreData = flags.bit(0)
        var values: [String: GattFieldValue] = ["more_data": .flag(hasMoreData)]
        if !flags.bit(0) {
            values["floors"] = .whole(Int(try reader.uint16("floors")))
            values["step_count"] = .whole(Int(try reader.uint16("step_count")))
        }
        if flags.bit(1) { values["steps_per_min"] = .whole(Int(try reader.uint16("step_rate"))) }
        if flags.bit(2) { values["average_steps_per_min"] = .whole(Int(try reader.uint16("average_step_rate"))) }
        if flags.bit(3) { values["positive_elevation_m"] = .whole(Int(try reader.uint16("positive_elevation"))) }
        try reader.fitnessTail(flags >> 4, into: &values)
        reader.warn(.reservedFlags, if: flags & 0xFE00 != 0)
        self.values = values
        warnings = reader.finish()
    }
}
