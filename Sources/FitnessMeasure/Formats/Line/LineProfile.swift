/// All that is known about one kind of serial device: where it is plugged in, how it frames its lines, what they mean.
///
/// Profiles are YAML files in `assets/devices`; a new instrument is a new file, not new code.
public struct LineProfile: Equatable, Sendable {
    /// The file's own name for the device, `grip-serial`.
    public var id: String
    /// For staff, in plain words.
    public var title: String
    /// True only when readings of this profile were compared with the device's display.
    public var isVerified: Bool
    /// Where the format was found.
    public var source: String
    /// The device file, with wildcards.
    public var port: String
    public var serial: SerialSettings
    public var framing: LineFraming
    public var checksum: LineChecksum?
    public var charset: LineCharset
    public var layout: LineLayout
    public var values: [LineValueRule]
    public var stability: LineStability?
    public var errors: [LineErrorRule]
    public var flags: [LineFlagRule]
    /// Fields that together make the device's clock.
    public var time: [LineTimeRule]
    /// The field that counts the device's records.
    public var sequence: String?
    public var poll: LinePoll?
    /// Sent after each frame that was understood.
    public var acknowledgement: [UInt8]
    public var repeats: LineRepeats
}

/// How bytes become characters.
public enum LineCharset: String, Decodable, Sendable { case ascii, latin1, utf8 }

/// How a line's fields are found.
public enum LineLayout: Equatable, Sendable {
    /// The whole line follows one of these patterns; the first that matches wins.
    case whole([LinePattern])
    /// The line is split, and each part may follow one of these patterns: for devices that tag their fields.
    case split(by: [UInt8], [LinePattern])
    /// The line is split into header, value, header, value …; headers map to field names.
    case pairs(by: UInt8, [String: String])

    /// The names that it can find.
    public var names: Set<String> {
        switch self {
        case .whole(let patterns), .split(_, let patterns): Set(patterns.flatMap(\.names))
        case .pairs(_, let names): Set(names.values)
        }
    }
}

/// How a field becomes a quantity.
public struct LineValueRule: Equatable, Sendable {
    public var quantity: QuantityKind
    public var field: String
    /// For devices that leave the decimal point out: `0243` with 1 is 24.3.
    public var impliedDecimals: Int
    public var isRequired: Bool
    /// The field that names the unit; nil if the unit is fixed.
    public var unitField: String?
    /// By the unit field's text; a fixed unit stands under the empty text.
    public var units: [String: LineUnit]
}

/// A unit and what a body can plausibly do in it.
public struct LineUnit: Equatable, Sendable {
    public var unit: UCUMUnit
    public var minimum: DecimalValue?
    public var maximum: DecimalValue?
}

/// How a device says that its value holds still.
public struct LineStability: Equatable, Sendable {
    public var field: String
    public var stable: Set<String>
    public var live: Set<String>
    /// A value that does not hold still for so long, or is not followed by anything for so long, failed.
    public var within: Duration
}

/// A line by which the device says that it failed.
public struct LineErrorRule: Equatable, Sendable {
    public var pattern: LinePattern
    public var meaning: Meaning
    /// An error's code is the pattern's field `code`, if it has one.
    public enum Meaning: String, Decodable, Sendable { case deviceError = "device_error", unstable }
}

/// A field's text that says something about the reading's quality.
public struct LineFlagRule: Equatable, Sendable {
    public var field: String
    public var text: String
    public var flag: QualityFlag
}

/// A field that holds a date or a time, `yyyy/MM/dd`: y, M, d, H, m and s are digits, all else is itself.
public struct LineTimeRule: Equatable, Sendable {
    public var field: String
    public var layout: String
}

/// A device that speaks only when asked.
public struct LinePoll: Equatable, Sendable {
    public var bytes: [UInt8]
    public var interval: Duration
    public init(bytes: [UInt8], interval: Duration) { (self.bytes, self.interval) = (bytes, interval) }
}

/// What it means when the same bytes come again.
public struct LineRepeats: Equatable, Sendable {
    /// Same bytes within this time are one measurement sent twice.
    public var window: Duration
    /// True for a device that goes on sending the value on its display: until another value, a live value, or a
    /// silence of the window's length, it is the same measurement and reported once.
    public var holdsDisplay: Bool
}
