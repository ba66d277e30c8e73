/// RSC Measurement (2A53): running or walking speed and cadence.
public struct WalkingSpeedFrame: GattFrame {
    /// Metres a second, an exact multiple of 1/256.
    public let speed: DecimalValue
    /// Steps a minute.
    public let cadence: UInt8
    /// Metres.
    public let stride: DecimalValue?
    /// Metres.
    public let distance: DecimalValue?
    public let isRunning: Bool
    public let warnings: [GattWarning]

    /// Flag bits: 0 stride, 1 distance, 2 running; the rest is reserved.
    public init(bytes: [UInt8]) throws(GattFrameError) {
        var reader = try ByteReader(bytes)
        let flags = try reader.uint8("flags")
        speed = DecimalValue(twoHundredFiftySixths: try reader.uint16("speed"))
        cadence = try reader.uint8("cadence")
        stride = flags.bit(0) ? try reader.decimal16("stride", exponent: -2) : nil
        distance =
            flags.bit(1) ? DecimalValue(mantissa: Int64(try reader.uint32("distance")), exponent: -1) : nil
        isRunning = flags.bit(2)
        reader.warn(.reservedFlags, if: flags & 0xF8 != 0)
        warnings = reader.finish()
    }

    public var values: [String: GattFieldValue] {
        var values: [String: GattFieldValue] = [
            "speed_mps": GattFieldValue(speed), "cadence_per_min": .whole(Int(cadence)), "running": .flag(isRunning),
        ]
        if let stride { values["stride_m"] = GattFieldValue(stride) }
        if let distance { values["distance_m"] = GattFieldValue(distance) }
        return values
    }
}

extension DecimalValue {
    /// n/256 in decimal digits, which is always exact with eight of them; without trailing zeros, since a binary
    /// fraction says nothing of decimal precision.
    fileprivate init(twoHundredFiftySixths count: UInt16) {
        var (digits, exponent) = (Int64(count) * 390_625, -8)
        while exponent < 0, digits.isMultiple(of: 10) { (digits, exponent) = (digits / 10, exponent + 1) }
        self.init(mantissa: digits, exponent: exponent)
    }
}
