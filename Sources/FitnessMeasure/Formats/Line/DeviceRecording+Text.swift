extension DeviceRecording {
    public static let maximumEntries = 200_000
    public static let maximumChunk = 4096

    /// The file's text. Line breaks inside header values become spaces.
    public var text: String { headerText + "\n" + entries.map { $0.line + "\n" }.joined() }

    /// The part before the first chunk, for writing a file while it grows.
    public var headerText: String {
        let fields = header.filter { $0.key != "recording" }.map { "\($0.key): \($0.value)" }
        return (["recording: 1"] + fields).map { $0.split(whereSeparator: \.isNewline).joined(separator: " ") + "\n" }
            .joined()
    }

    /// Reads a file's text; says the line that is wrong.
    public init(text: String) throws(DeviceRecordingError) {
        self.init(header: [], entries: [])
        var isInHeader = true
        for (index, raw) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
            let line = raw.trimmed
            if index == 0 {
                guard line == "recording: 1" else { throw .notARecording }
            } else if line.isEmpty || line.first == "#" {
                isInHeader = isInHeader && !line.isEmpty
            } else if isInHeader {
                header.append(try Self.field(line, index + 1))
            } else {
                try append(line, index + 1)
            }
        }
    }

    private static func field(_ line: Substring, _ number: Int) throws(DeviceRecordingError) -> Field {
        guard let colon = line.firstIndex(of: ":"), colon != line.startIndex else { throw .badHeader(line: number) }
        return Field(String(line[..<colon].trimmed), String(line[line.index(after: colon)...].trimmed))
    }

    private mutating func append(_ line: Substring, _ number: Int) throws(DeviceRecordingError) {
        guard line.utf8.count <= 2 * Self.maximumChunk + 64 else { throw .tooLong(line: number) }
        guard let entry = Entry(line: line) else { throw .badEntry(line: number) }
        guard entry.time >= entries.last?.time ?? .zero else { throw .goesBack(line: number) }
        guard entries.count < Self.maximumEntries, entry.bytes.count <= Self.maximumChunk else {
            throw .tooLong(line: number)
        }
        entries.append(entry)
    }
}

extension DeviceRecording.Entry {
    /// One line of the file: `+1.250 < 0247`.
    public var line: String {
        let (seconds, attoseconds) = time.components
        let milliseconds = max(0, seconds * 1000 + attoseconds / 1_000_000_000_000_000)
        let fraction = String(milliseconds % 1000)
        let padded = String(repeating: "0", count: 3 - fraction.count) + fraction
        return
            "+\(milliseconds / 1000).\(padded) \(direction.rawValue) \(isCable ? String(decoding: bytes, as: UTF8.self) : Hex.text(bytes))"
    }

    /// Nil unless the line is complete and nothing follows.
    init?(line: some StringProtocol) {
        let parts = line.split(separator: " ", omittingEmptySubsequences: true)
        guard parts.count == 3, parts[0].first == "+", let seconds = DecimalValue(parts[0].dropFirst()),
            parts[0].dropFirst().first?.isNumber == true, seconds.mantissa < 1_000_000_000_000,
            let scale = [0: 1000, -1: 100, -2: 10, -3: 1][seconds.exponent] as Int64?,
            let direction = DeviceRecording.Direction(rawValue: String(parts[1])),
            let bytes = direction == .cable ? Self.cableWord(parts[2]) : Hex.bytes(parts[2]), !bytes.isEmpty
        else { return nil }
        self.init(time: .milliseconds(seconds.mantissa * scale), direction: direction, bytes: bytes)
    }
}

extension DeviceRecording.Entry {
    private var isCable: Bool { direction == .cable }

    private static func cableWord(_ text: some StringProtocol) -> [UInt8]? {
        [DeviceRecording.out, DeviceRecording.in].first { $0.elementsEqual(text.utf8) }
    }
}

/// Two hex digits a byte.
enum Hex {
    static func text(_ bytes: some Sequence<UInt8>) -> String {
        bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }

    /// Nil for an odd number of digits or anything that is not one.
    static func bytes(_ text: some StringProtocol) -> [UInt8]? {
        let digits = text.utf8.map { Character(UnicodeScalar($0)).hexDigitValue }
        guard digits.count.isMultiple(of: 2), digits.allSatisfy({ $0 != nil }) else { return nil }
        let values = digits.compactMap { $0 }
        return stride(from: 0, to: values.count, by: 2).map { UInt8(values[$0] << 4 | values[$0 + 1]) }
    }
}

extension StringProtocol {
    /// Without spaces and tabs at both ends.
    var trimmed: SubSequence {
        let isBlank: (Character) -> Bool = { $0 == " " || $0 == "\t" }
        let start = drop(while: isBlank)
        return start[..<(start.lastIndex { !isBlank($0) }.map { start.index(after: $0) } ?? start.startIndex)]
    }
}
