import FitnessMeasure

/// The bytes that a simulated cuff sends. Written from the layout, independently of the decoder, so that one can find
/// the other's mistakes.
struct CuffFrame {
    /// mmHg.
    var systolic: Int
    var diastolic: Int
    /// Beats a minute.
    var pulse: Int
    var time: DeviceTime

    /// A blood pressure measurement with time, pulse and status: flags 0x16.
    var measurement: [UInt8] {
        let mean = diastolic + (systolic - diastolic) / 3
        return [0x16] + Self.whole(systolic) + Self.whole(diastolic) + Self.whole(mean) + timeBytes
            + Self.whole(pulse) + [0x00, 0x00]
    }

    /// An intermediate cuff pressure: the second and third number are NaN.
    static func pressure(_ millimetres: Int) -> [UInt8] {
        [0x00] + whole(millimetres) + [0xFF, 0x07, 0xFF, 0x07]
    }

    private var timeBytes: [UInt8] {
        [
            UInt8(truncatingIfNeeded: time.year), UInt8(truncatingIfNeeded: time.year >> 8),
            UInt8(truncatingIfNeeded: time.month), UInt8(truncatingIfNeeded: time.day),
            UInt8(truncatingIfNeeded: time.hour), UInt8(truncatingIfNeeded: time.minute),
            UInt8(truncatingIfNeeded: time.second),
        ]
    }

    /// A whole number 0…2045 as an SFLOAT with exponent 0: the low byte, then the high one.
    private static func whole(_ number: Int) -> [UInt8] {
        precondition((0...2045).contains(number), "an SFLOAT mantissa has 12 bits")
        return [UInt8(number & 0xFF), UInt8(number >> 8)]
    }

    /// Sent by a real cuff that showed "Err": every number NaN, every status bit clear. Published in
    /// github.com/derdilla/blood-pressure-monitor-fl/issues/80.
    static let error: [UInt8] = [
        0x16, 0xFF, 0x07, 0xFF, 0x07, 0xFF, 0x07, 0xE8, 0x07, 0x06, 0x17, 0x0E, 0x23, 0x0A, 0xFF, 0x07, 0x00, 0x00,
    ]

    /// Sent by a real monitor that puts a layout of its own into 2A35. Published in
    /// github.com/pauldemarco/flutter_blue/issues/687.
    static let vendorLayout: [UInt8] = [
        0xFE, 0x20, 0x27, 0x00, 0x75, 0x00, 0x55, 0x00, 0x5F, 0x00, 0xE4, 0x07, 0x09, 0x18, 0x10, 0x09, 0x3A, 0x69,
        0x00, 0x01,
    ]
}
