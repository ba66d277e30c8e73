/// What is odd about a frame that could be read all the same.
public enum GattWarning: Hashable, Sendable {
    /// Flag bits that the format reserves are set.
    case reservedFlags
    /// Status bits that the format reserves are set.
    case reservedStatus
    /// A code that the format reserves stands in this field.
    case reservedCode(field: String)
    /// Bytes after the last field.
    case trailingBytes(Int)
    /// An SFLOAT whose mantissa would be a special value if its exponent were 0; ask for a repeat.
    case ambiguousSFloat
    /// The device does not know the date.
    case timestampUnknown
    /// A date that no calendar has.
    case timestampInvalid
    /// Read correctly and outside what a body can do.
    case implausible
    /// The weekday is not the date's weekday.
    case weekdayMismatch

    /// The warning's name in recordings and on the command line.
    public var code: String {
        switch self {
        case .reservedFlags: "rfu_flags"
        case .reservedStatus: "rfu_status"
        case .reservedCode(let field): "\(field)_rfu"
        case .trailingBytes(let count): "trailing_bytes:\(count)"
        case .ambiguousSFloat: "sfloat_ambiguous"
        case .timestampUnknown: "timestamp_unknown"
        case .timestampInvalid: "timestamp_invalid"
        case .implausible: "implausible"
        case .weekdayMismatch: "dow_mismatch"
        }
    }
}
