/// How a device marks where a line of bytes begins and ends.
public struct LineFraming: Equatable, Sendable {
    public var kind: Kind
    /// The longest frame, in bytes without its marks. Longer ones are refused whole.
    public var maximum: Int
    /// Silence after which a begun frame is given up (or, for ``Kind/silence``, complete).
    public var timeout: Duration

    public enum Kind: Equatable, Sendable {
        /// Everything up to these bytes.
        case delimiter([UInt8])
        /// From start bytes to end bytes, then a number of check bytes.
        case marks(start: [UInt8], end: [UInt8], check: Int)
        /// Always so many bytes.
        case length(Int)
        /// Everything up to a silence of the timeout's length.
        case silence
    }

    public init(kind: Kind, maximum: Int, timeout: Duration) {
        (self.kind, self.maximum, self.timeout) = (kind, maximum, timeout)
    }
}

/// One complete frame.
public struct LineFrame: Equatable, Sendable {
    /// Between the marks.
    public var body: [UInt8]
    /// The bytes after the end mark that check the others, if the framing has them.
    public var check: [UInt8]
    /// All bytes as they came.
    public var raw: [UInt8]

    public init(body: [UInt8], check: [UInt8], raw: [UInt8]) { (self.body, self.check, self.raw) = (body, check, raw) }
}

/// Why bytes are not a frame, or a frame is not a value.
public enum LineFault: Error, Equatable, Sendable {
    /// The frame ended, or the device fell silent, before everything was there.
    case truncated
    case tooLong(maximum: Int)
    case badChecksum(expected: [UInt8], found: [UInt8])
    /// Bytes that the profile's character set does not have.
    case badCharacter
    /// The text departs from the pattern at this byte.
    case mismatch(at: Int)
    /// A field that should be a number is not.
    case badNumber(field: String)
    case missing(field: String)
    /// A field came twice; which one is right cannot be known.
    case twice(field: String)
    case unknownUnit(String)
    /// Neither the stable word nor the live one.
    case unknownState(String)
    case badTime(field: String)

    /// A short fixed word for logs and ``MeasureFailure/unreadable(_:)``; holds nothing that the device sent.
    public var code: String {
        switch self {
        case .truncated: "truncated"
        case .tooLong: "too_long"
        case .badChecksum: "bad_checksum"
        case .badCharacter: "bad_character"
        case .mismatch: "mismatch"
        case .badNumber: "bad_number"
        case .missing: "missing"
        case .twice: "twice"
        case .unknownUnit: "unknown_unit"
        case .unknownState: "unknown_state"
        case .badTime: "bad_time"
        }
    }
}
