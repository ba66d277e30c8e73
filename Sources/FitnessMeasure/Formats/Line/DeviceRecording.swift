/// What a device and we said to each other, with times: the text file that `kiosk device log` writes.
///
/// ```
/// recording: 1
/// device: grip on the left stand
/// odd: repeats the last stable line every second
///
/// +0.000 < 0247
/// +1.250 > 06
/// ```
/// First header lines (who, device, firmware, what is odd), an empty line, then one line for each chunk:
/// seconds since the start, `<` from the device or `>` to it, and its bytes in hex. `+2.000 ! out` says that the cable
/// was pulled, `! in` that it was put back. `#` begins a comment line.
public struct DeviceRecording: Equatable, Sendable {
    /// Header lines in their order. Keys that we do not know are kept.
    public var header: [Field]
    public var entries: [Entry]

    /// A line of the header.
    public struct Field: Equatable, Sendable {
        public var key: String
        public var value: String
        public init(_ key: String, _ value: String) { (self.key, self.value) = (key, value) }
    }

    /// Bytes that went over the link in one piece.
    public struct Entry: Equatable, Sendable {
        /// Since the recording began, kept to the millisecond.
        public var time: Duration
        public var direction: Direction
        public var bytes: [UInt8]
        public init(time: Duration, direction: Direction, bytes: [UInt8]) {
            (self.time, self.direction, self.bytes) = (time, direction, bytes)
        }
    }

    /// For the cable, the bytes are those of ``out`` or ``in``.
    public enum Direction: String, Sendable { case fromDevice = "<", toDevice = ">", cable = "!" }

    /// The words for a cable that is pulled and one that is put back.
    public static let (out, `in`) = (Array("out".utf8), Array("in".utf8))

    public init(header: [Field], entries: [Entry]) { (self.header, self.entries) = (header, entries) }

    /// The value of the first header line with that key.
    public subscript(key: String) -> String? { header.first { $0.key == key }?.value }
}

/// Why a text is not a recording.
public enum DeviceRecordingError: Error, Equatable, Sendable {
    /// The first line is not `recording: 1`.
    case notARecording
    /// A header line without a colon, or with an empty key.
    case badHeader(line: Int)
    /// Not `+seconds < hex` or `+seconds ! out`.
    case badEntry(line: Int)
    /// Earlier than the line before it.
    case goesBack(line: Int)
    /// More than ``DeviceRecording/maximumEntries`` chunks, or one longer than ``DeviceRecording/maximumChunk`` bytes.
    case tooLong(line: Int)
}
