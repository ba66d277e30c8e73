/// All that is known about one kind of serial device: where it is plugged in, how it frames its lines, what they mean.
///
/// Profiles are YAML files in `assets/devices`; a new instrument is a new file, not new code.
public struct LineProfile: Equatable, Sendable {
    /// The file's own name for the device, `grip-serial`.
    public var id: String
    /// For staff, in plain words.
    public var title: String
    /// What others call the device and its kin: `TM-2657P`, `GL-310 (F4=1`.
    public var names: [String]
    /// True only when readings of this profile were compared with the device's display.
    public var isVerified: Bool
    /// What exactly nobody has seen for sure; never empty unless the profile is verified.
    public var unverified: [String]
    /// Where the format was found.
    public var source: String
    /// Where its port is looked for.
    public var ports: [DeviceMatch]
    public var serial: SerialSettings
    public var framing: LineFraming
    public var checksum: LineChecksum?
    public var charset: LineCharset
    /// Bytes that are taken out of a line before it is read, such as quotes.
    public var ignored: Set<UInt8>
    public var layout: LineLayout
    public var values: [LineValueRule]
    /// Quantities of which each is below the next in a body that lives: diastolic, systolic.
    public var ascending: [QuantityKind]
    public var stability: LineStability?
    public var errors: [LineErrorRule]
    public var flags: [LineFlagRule]
    /// Fields that together make the device's clock.
    public var time: [LineTimeRule]
    /// The field that counts the device's records.
    public var sequence: String?
    /// The field in which the device names itself or its record. Never taken for a person.
    public var identity: String?
    public var poll: LinePoll?
    public var replies: [LineReply]
    /// Sent after each frame that was understood.
    public var acknowledgement: [UInt8]
    /// Sent after each frame that was not.
    public var refusal: [UInt8]
    public var repeats: LineRepeats
    /// Silence that ends a burst, for devices that send what they had stored together with the value of now.
    public var burst: Duration?
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

/// Bytes that a device sends to ask for something, and what it wants to hear.
public struct LineReply: Equatable, Sendable {
    public var pattern: LinePattern
    public var bytes: [UInt8]
}

/// A device that speaks only when asked.
public struct LinePoll: Equatable, Sendable {
    public var bytes: [UInt8]
    public var interval: Duration
    /// Rest after a finished value, before it is asked again; nil for a device that is asked all the time.
    public var rest: Duration?
    /// A device that says nothing for so long is not there.
    public var patience: Duration

    public init(bytes: [UInt8], interval: Duration, rest: Duration? = nil, patience: Duration = .seconds(5)) {
        (self.bytes, self.interval, self.rest, self.patience) = (bytes, interval, rest, patience)
    }
}

/// What it means when a device goes on sending.
public struct LineRepeats: Equatable, Sendable {
    /// Same bytes within this time are one measurement sent twice.
    public var window: Duration
    /// True for a device that goes on sending the value on its display: until another value, a live value, or a
    /// silence of the window's length, it is the same measurement and reported once.
    public var holdsDisplay: Bool
    /// True for a scale that trembles by a digit: whatever it says is one measurement until it is idle.
    public var untilIdle: Bool

    public init(window: Duration, holdsDisplay: Bool = false, untilIdle: Bool = false) {
        (self.window, self.holdsDisplay, self.untilIdle) = (window, holdsDisplay, untilIdle)
    }
}
