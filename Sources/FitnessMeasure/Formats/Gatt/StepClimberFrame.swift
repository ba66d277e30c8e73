/// Step Climber Data (2ACF). Records longer than a packet come in several; `hasMoreData` is set in all but the last.
public struct StepClimberFrame: GattFrame {
    /// Bit 0 set; then floors and steps come with another part.
    public let hasMoreData: Bool
    public let floors: UInt16?
    public let steps: UInt16?
    /// Steps a minute.
    public let rate: UInt16?
    /// Steps a minute.
    public let averageRate: UInt16?
    /// Metres.
    public let elevation: UInt16?
    public let tail: FitnessMachineTail
    public let warnings: [GattWarning]

    /// Bit 0 is inverted: clear means that floors and steps are there. Then, by bit: 1 steps a minute, 2 average of
    /// them, 3 elevation, 4 energy, 5 heart rate, 6 metabolic equivalent, 7 elapsed time, 8 remaining time.
    public init(bytes: [UInt8]) throws(GattFrameError) {
        var reader = try ByteReader(bytes)
        let flags = try reader.uint16("flags")
        hasMoreData = flags.bit(0)
        floors = hasMoreData ? nil : try reader.uint16("floors")
        steps = hasMoreData ? nil : try reader.uint16("step_count")
        rate = flags.bit(1) ? try reader.uint16("step_rate") : nil
        averageRate = flags.bit(2) ? try reader.uint16("average_step_rate") : nil
        elevation = flags.bit(3) ? try reader.uint16("positive_elevation") : nil
        tail = try reader.fitnessMachineTail(flags >> 4)
        reader.warn(.reservedFlags, if: flags & 0xFE00 != 0)
        warnings = reader.finish()
    }

    public var values: [String: GattFieldValue] {
        var values = tail.values
        values["more_data"] = .flag(hasMoreData)
        let counts = [
            "floors": floors, "step_count": steps, "steps_per_min": rate, "average_steps_per_min": averageRate,
            "positive_elevation_m": elevation,
        ]
        for (name, count) in counts { if let count { values[name] = .whole(Int(count)) } }
        return values
    }
}
