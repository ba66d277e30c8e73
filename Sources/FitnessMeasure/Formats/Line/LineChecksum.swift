/// The check bytes that follow a frame's end mark.
public struct LineChecksum: Equatable, Sendable {
    public var kind: Kind
    public var range: Range
    public var encoding: Encoding

    /// `sum` is modulo 256; `twos` is the byte that makes the sum zero.
    public enum Kind: String, Decodable, Sendable { case xor, sum, twos }
    /// Which bytes are counted: the body alone, with its end mark, or with both marks.
    public enum Range: String, Decodable, Sendable { case body, bodyAndEnd = "body_and_end", all }
    /// One byte, or two hex digits in either case.
    public enum Encoding: String, Decodable, Sendable {
        case byte, hex
        var length: Int { self == .byte ? 1 : 2 }
    }

    public init(kind: Kind, range: Range, encoding: Encoding = .byte) {
        (self.kind, self.range, self.encoding) = (kind, range, encoding)
    }

    /// The check bytes for these bytes.
    public func bytes(for covered: some Sequence<UInt8>) -> [UInt8] {
        let sum = covered.reduce(UInt8(0)) { kind == .xor ? $0 ^ $1 : $0 &+ $1 }
        let value = kind == .twos ? 0 &- sum : sum
        return encoding == .byte ? [value] : Array(Hex.text([value]).uppercased().utf8)
    }

    /// Throws ``LineFault/badChecksum(expected:found:)``.
    func verify(_ frame: LineFrame, startLength: Int) throws(LineFault) {
        let whole = frame.raw.dropLast(frame.check.count)
        let covered: ArraySlice<UInt8> =
            switch range {
            case .all: whole
            case .bodyAndEnd: whole.dropFirst(startLength)
            case .body: frame.body[...]
            }
        let expected = bytes(for: covered)
        let found =
            encoding == .hex ? Array(String(decoding: frame.check, as: UTF8.self).uppercased().utf8) : frame.check
        guard expected == found else { throw .badChecksum(expected: expected, found: frame.check) }
    }
}
