/// The check bytes of a frame: how they are reckoned, over what, how they are written and where they stand.
public struct LineChecksum: Equatable, Sendable {
    public var kind: Kind
    public var range: Range
    public var encoding: Encoding
    public var place: Place

    public enum Kind: Hashable, Sendable {
        /// `sum` is modulo 256 and `sum16` modulo 65,536; `twos` is the byte that makes the sum zero.
        case xor, sum, twos, sum16
        case crc(CyclicRedundancyCheck)

        /// Bytes of the check.
        var width: Int {
            switch self {
            case .xor, .sum, .twos: 1
            case .sum16: 2
            case .crc(let check): check.width / 8
            }
        }
    }

    /// Which bytes are counted: the body alone, with its end mark, or with both marks. The check itself never is.
    public enum Range: String, Decodable, Sendable { case body, bodyAndEnd = "body_and_end", all }

    /// Bytes with the highest or the lowest first, hex digits in either case, or decimal digits with leading zeros.
    public enum Encoding: String, Decodable, Sendable { case byte, lowFirst = "low_byte_first", hex, decimal }

    public enum Place: Equatable, Sendable {
        case afterEnd
        /// The last bytes of the body.
        case beforeEnd
        /// From behind the last of these bytes to the end of the body; what is before them is counted. A device may
        /// leave it out if it is not required.
        case field([UInt8], isRequired: Bool)
    }

    public init(kind: Kind, range: Range, encoding: Encoding = .byte, place: Place = .afterEnd) {
        (self.kind, self.range, self.encoding, self.place) = (kind, range, encoding, place)
    }

    /// How many bytes the check takes.
    public var length: Int {
        switch encoding {
        case .byte, .lowFirst: kind.width
        case .hex: kind.width * 2
        case .decimal: String((UInt64(1) << UInt64(8 * kind.width)) - 1).count
        }
    }

    /// The check bytes for these bytes.
    public func bytes(for covered: some Sequence<UInt8>) -> [UInt8] {
        let value = value(of: covered)
        let bytes = (0..<kind.width).reversed().map { UInt8(truncatingIfNeeded: value >> UInt32(8 * $0)) }
        switch encoding {
        case .byte: return bytes
        case .lowFirst: return bytes.reversed()
        case .hex: return Array(Hex.text(bytes).uppercased().utf8)
        case .decimal:
            let digits = String(value)
            return Array((String(repeating: "0", count: length - digits.count) + digits).utf8)
        }
    }

    private func value(of covered: some Sequence<UInt8>) -> UInt32 {
        switch kind {
        case .xor: UInt32(covered.reduce(UInt8(0), ^))
        case .sum: UInt32(covered.reduce(UInt8(0), &+))
        case .twos: UInt32(0 &- covered.reduce(UInt8(0), &+))
        case .sum16: UInt32(covered.reduce(UInt16(0)) { $0 &+ UInt16($1) })
        case .crc(let check): check.value(of: covered)
        }
    }
}
