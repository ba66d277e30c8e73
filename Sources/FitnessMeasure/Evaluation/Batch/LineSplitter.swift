/// Cuts a stream of bytes into lines, holding no more than one line of the greatest length.
public struct LineSplitter: Sendable {
    private let limit: Int
    private var rest: [UInt8] = []
    private var isTooLong = false

    public enum Line: Equatable, Sendable {
        case bytes([UInt8])
        /// Longer than the limit; its bytes are gone.
        case tooLong
    }

    /// `limit`: the greatest length of a line in bytes, without its end.
    public init(limit: Int) { self.limit = limit }

    /// The lines that end in this piece.
    public mutating func take(_ piece: some Sequence<UInt8>) -> [Line] {
        var lines: [Line] = []
        for byte in piece {
            if byte == 0x0a {
                lines.append(end())
            } else if rest.count < limit {
                rest.append(byte)
            } else {
                isTooLong = true
            }
        }
        return lines
    }

    /// What is left when the stream ends; nil if it ended with a line's end.
    public mutating func finish() -> Line? { rest.isEmpty ? nil : end() }

    private mutating func end() -> Line {
        defer {
            rest.removeAll(keepingCapacity: true)
            isTooLong = false
        }
        return isTooLong ? .tooLong : .bytes(rest)
    }
}
