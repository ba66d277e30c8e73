/// Treadmill Data (2ACD). Records longer than a packet come in several; `hasMoreData` is set in all but the last.
public struct TreadmillFrame: GattFrame {
    /// Bit 0 set; then the speed comes with another part.
    public let hasMoreData: Bool
    public let values: [String: GattFieldValue]
    public let warnings: [GattWarning]

    /// Bit 0 is inverted: clear means that the speed is there. Then, by bit: 1 average speed, 2 distance, 3 inclination
    /// and ramp, 4 elevation, 5 pace, 6 average pace, 7 energy, 8 heart rate, 9 metabolic equivalent, 10 elapsed time,
    /// 11 remaining time, 12 force and power. The pace's width and unit changed between revisions of the text; a frame
    /// with a pace is refused, because nothing in it says which revision it follows.
    public init(bytes: [UInt8]) throws(GattFrameError) {
        var reader = try ByteReader(bytes)
        let flags = try reader.uint16("flags")
        guard !flags.bit(5), !flags.bit(6) else { throw .ambiguousRevision(field: "pace") }
        hasMoreData = flags.bit(0)
        var values: [String: GattFieldValue] = ["more_data": .flag(hasMoreData)]
        if !flags.bit(0) { values["speed_kmh"] = .init(try reader.decimal16("speed", exponent: -2)) }
        if flags.bit(1) { values["average_speed_kmh"] = .init(try reader.decimal16("average_speed", exponent: -2)) }
        if flags.bit(2) { values["distance_m"] = .whole(Int(try reader.uint24("distance"))) }
        if flags.bit(3) {
            values["inclination_pct"] = try reader.signedTenths("inclination")
            values["ramp_deg"] = try reader.signedTenths("ramp")
        }
        if flags.bit(4) {
            values["positive_elevation_m"] = .init(try reader.decimal16("positive_elevation", exponent: -1))
            values["negative_elevation_m"] = .init(try reader.decimal16("negative_elevation", exponent: -1))
        }
        try reader.fitnessTail(flags >> 7, into: &values)
        if flags.bit(12) {
            values["force_n"] = .whole(Int(try reader.int16("force")))
            values["power_w"] = .whole(Int(try reader.int16("power")))
        }
        reader.warn(.reservedFlags, if: flags & 0xE000 != 0)
        self.values = values
        warnings = reader.finish()
    }
}

extension ByteReader {
    /// A signed number of tenths; 0x7FFF says that there is none.
    mutating func signedTenths(_ field: String) throws(GattFrameError) -> GattFieldValue {
        let tenths = try int16(field)
        return tenths == 0x7FFF ? .unknown : GattFieldValue(DecimalValue(mantissa: Int64(tenths), exponent: -1))
    }

    /// The fields that fitness machines share, by bit from 0: energy (total, an hour, a minute), heart rate, metabolic
    /// equivalent in tenths, elapsed time, remaining time. 0xFFFF or 0xFF of energy says that there is none.
    mutating func fitnessTail(
        _ bits: UInt16, into values: inout [String: GattFieldValue]
    ) throws(GattFrameError) {
        if bits.bit(0) {
            let (total, hour) = (try uint16("total_energy"), try uint16("energy_per_hour"))
            let minute = try uint8("energy_per_minute")
            values["energy_kcal"] = total == 0xFFFF ? .unknown : .whole(Int(total))
            values["energy_per_hour_kcal"] = hour == 0xFFFF ? .unknown : .whole(Int(hour))
            values["energy_per_minute_kcal"] = minute == 0xFF ? .unknown : .whole(Int(minute))
        }
        if bits.bit(1) { values["bpm"] = .whole(Int(try uint8("heart_rate"))) }
        if bits.bit(2) {
            values["met"] = .init(DecimalValue(mantissa: Int64(try uint8("metabolic_equivalent")), exponent: -1))
        }
        if bits.bit(3) { values["elapsed_s"] = .whole(Int(try uint16("elapsed_time"))) }
        if bits.bit(4) { values["remaining_s"] = .whole(Int(try uint16("remaining_time"))) }
    }
}
