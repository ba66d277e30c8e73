/// Treadmill Data (2ACD). Records longer than a packet come in several; `hasMoreData` is set in all but the last.
public struct TreadmillFrame: GattFrame {
    /// Bit 0 set; then the speed comes with another part.
    public let hasMoreData: Bool
    /// Kilometres an hour.
    public let speed: DecimalValue?
    /// Kilometres an hour.
    public let averageSpeed: DecimalValue?
    /// Metres.
    public let distance: UInt32?
    public let slope: Slope?
    public let elevation: Elevation?
    public let tail: FitnessMachineTail
    public let effort: Effort?
    public let warnings: [GattWarning]

    /// Nil inside where the machine says that it does not know (0x7FFF).
    public struct Slope: Equatable, Sendable {
        /// Percent.
        public let inclination: DecimalValue?
        /// Degrees.
        public let ramp: DecimalValue?
    }

    /// Metres up and down.
    public struct Elevation: Equatable, Sendable {
        public let gained: DecimalValue
        public let lost: DecimalValue
    }

    /// On the belt.
    public struct Effort: Equatable, Sendable {
        /// Newtons.
        public let force: Int16
        /// Watts.
        public let power: Int16
    }

    /// Bit 0 is inverted: clear means that the speed is there. Then, by bit: 1 average speed, 2 distance, 3 inclination
    /// and ramp, 4 elevation, 5 pace, 6 average pace, 7 energy, 8 heart rate, 9 metabolic equivalent, 10 elapsed time,
    /// 11 remaining time, 12 force and power. The pace's width and unit changed between revisions of the text; a frame
    /// with a pace is refused, because nothing in it says which revision it follows.
    public init(bytes: [UInt8]) throws(GattFrameError) {
        var reader = try ByteReader(bytes)
        let flags = try reader.uint16("flags")
        guard !flags.bit(5), !flags.bit(6) else { throw .ambiguousRevision(field: "pace") }
        hasMoreData = flags.bit(0)
        speed = hasMoreData ? nil : try reader.decimal16("speed", exponent: -2)
        averageSpeed = flags.bit(1) ? try reader.decimal16("average_speed", exponent: -2) : nil
        distance = flags.bit(2) ? try reader.uint24("distance") : nil
        slope =
            flags.bit(3)
            ? Slope(inclination: try reader.signedTenths("inclination"), ramp: try reader.signedTenths("ramp")) : nil
        elevation =
            flags.bit(4)
            ? Elevation(
                gained: try reader.decimal16("positive_elevation", exponent: -1),
                lost: try reader.decimal16("negative_elevation", exponent: -1)) : nil
        tail = try reader.fitnessMachineTail(flags >> 7)
        effort = flags.bit(12) ? Effort(force: try reader.int16("force"), power: try reader.int16("power")) : nil
        reader.warn(.reservedFlags, if: flags & 0xE000 != 0)
        warnings = reader.finish()
    }

    public var values: [String: GattFieldValue] {
        var values = tail.values
        values["more_data"] = .flag(hasMoreData)
        if let speed { values["speed_kmh"] = GattFieldValue(speed) }
        if let averageSpeed { values["average_speed_kmh"] = GattFieldValue(averageSpeed) }
        if let distance { values["distance_m"] = .whole(Int(distance)) }
        if let slope {
            values["inclination_pct"] = GattFieldValue(orUnknown: slope.inclination)
            values["ramp_deg"] = GattFieldValue(orUnknown: slope.ramp)
        }
        if let elevation {
            values["positive_elevation_m"] = GattFieldValue(elevation.gained)
            values["negative_elevation_m"] = GattFieldValue(elevation.lost)
        }
        if let effort {
            values["force_n"] = .whole(Int(effort.force))
            values["power_w"] = .whole(Int(effort.power))
        }
        return values
    }
}

extension ByteReader {
    /// A signed number of tenths; 0x7FFF says that there is none.
    fileprivate mutating func signedTenths(_ field: String) throws(GattFrameError) -> DecimalValue? {
        let tenths = try int16(field)
        return tenths == 0x7FFF ? nil : DecimalValue(mantissa: Int64(tenths), exponent: -1)
    }
}
