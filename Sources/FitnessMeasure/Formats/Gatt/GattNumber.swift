/// An IEEE 11073-20601 number as GATT carries it: a decimal with its precision, or the reason why there is none.
public enum GattNumber: Hashable, Sendable, CustomStringConvertible {
    case finite(DecimalValue)
    /// Not a number: the device could not measure.
    case notANumber
    /// Not at this resolution.
    case notAtThisResolution
    case positiveInfinity
    case negativeInfinity
    /// Reserved for future use.
    case reserved

    /// The decimal, if it is one.
    public var decimal: DecimalValue? {
        guard case .finite(let value) = self else { return nil }
        return value
    }

    /// The decimal's digits, or the special's name: `NaN`, `NRes`, `+INF`, `-INF`, `RFU`.
    public var description: String {
        switch self {
        case .finite(let value): value.description
        case .notANumber: "NaN"
        case .notAtThisResolution: "NRes"
        case .positiveInfinity: "+INF"
        case .negativeInfinity: "-INF"
        case .reserved: "RFU"
        }
    }
}

extension GattNumber {
    /// The 16-bit form: a signed 4-bit exponent above a signed 12-bit mantissa.
    public init(sfloat raw: UInt16) {
        let mantissa = Int16(bitPattern: raw << 4) >> 4
        let exponent = Int16(bitPattern: raw) >> 12
        self.init(mantissa: Int64(mantissa), exponent: Int(exponent), largest: 0x7FF)
    }

    /// The 32-bit form: a signed 8-bit exponent above a signed 24-bit mantissa.
    public init(float raw: UInt32) {
        let mantissa = Int32(bitPattern: raw << 8) >> 8
        let exponent = Int32(bitPattern: raw) >> 24
        self.init(mantissa: Int64(mantissa), exponent: Int(exponent), largest: 0x7F_FFFF)
    }

    /// Some decoders look at an SFLOAT's mantissa only and call 0xF7FF (204.7, a possible systolic pressure) NaN; so
    /// may some senders. The value is kept as the standard says, and the doubt is told. For the 32-bit form such
    /// values lie outside what any body has, so there is nothing to doubt.
    public static func isAmbiguous(sfloat raw: UInt16) -> Bool {
        raw >> 12 != 0 && (0x7FE...0x802).contains(raw & 0xFFF)
    }

    /// Specials are the five mantissas around the sign change, at exponent 0 only.
    private init(mantissa: Int64, exponent: Int, largest: Int64) {
        self =
            switch (exponent, mantissa) {
            case (0, largest): .notANumber
            case (0, largest - 1): .positiveInfinity
            case (0, -largest - 1): .notAtThisResolution
            case (0, -largest): .reserved
            case (0, -largest + 1): .negativeInfinity
            default: .finite(DecimalValue(mantissa: mantissa, exponent: exponent))
            }
    }
}
