import FitnessMeasure

/// Bytes of attribute values, written from the layouts and independently of the decoders, so that one can find the
/// other's mistakes.
struct AttributeBytes {
    private(set) var bytes: [UInt8] = []

    init(_ first: UInt8...) { bytes = first }

    /// Little-endian, as everything on this radio.
    func number(_ value: Int, bytes count: Int) -> AttributeBytes {
        appending((0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) })
    }

    /// `mantissa · 10^exponent` in 16 bits: 12 for the mantissa, 4 for the exponent.
    func short(_ mantissa: Int, exponent: Int = 0) -> AttributeBytes {
        precondition((-2045...2045).contains(mantissa) && (-8...7).contains(exponent), "no such SFLOAT")
        return number((mantissa & 0xFFF) | (exponent & 0xF) << 12, bytes: 2)
    }

    /// `mantissa · 10^exponent` in 32 bits: 24 for the mantissa, 8 for the exponent.
    func long(_ mantissa: Int, exponent: Int) -> AttributeBytes {
        number((mantissa & 0xFF_FFFF) | (exponent & 0xFF) << 24, bytes: 4)
    }

    func time(_ time: DeviceTime) -> AttributeBytes {
        number(time.year, bytes: 2)
            .appending([time.month, time.day, time.hour, time.minute, time.second].map { UInt8($0) })
    }

    /// NaN in 16 bits.
    var notANumber: AttributeBytes { number(0x07FF, bytes: 2) }

    private func appending(_ more: [UInt8]) -> AttributeBytes {
        var longer = self
        longer.bytes += more
        return longer
    }
}
