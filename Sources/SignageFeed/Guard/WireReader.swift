/// Why bytes are no message that we take.
public enum WireError: Error, Equatable, Sendable {
    /// The bytes end inside a value.
    case truncated
    /// A length, a number or a kind of value that the encoding does not have.
    case malformed
    /// A field that the format requires is not there.
    case missingField(Int)
    case tooManyValues
}

/// Walks over the fields of one message of Protocol Buffers without copying and without allocating. Lengths are compared
/// with what is there before anything is read, and nothing recurses.
struct WireReader {
    private let bytes: [UInt8]
    private var at: Int
    let end: Int
    /// The present field's number and value.
    private(set) var field = 0
    private(set) var value = Value.number(0)

    enum Value: Equatable {
        /// A varint, or one of the fixed widths.
        case number(UInt64)
        /// Where a string or an embedded message lies.
        case range(Range<Int>)
    }

    init(_ bytes: [UInt8]) { self.init(bytes, 0..<bytes.count) }

    init(_ bytes: [UInt8], _ range: Range<Int>) {
        (self.bytes, at, end) = (bytes, range.lowerBound, min(range.upperBound, bytes.count))
    }

    /// Moves to the next field; false at the end of the message.
    mutating func next() throws(WireError) -> Bool {
        guard at < end else { return false }
        let key = try varint()
        guard key >> 3 >= 1, key >> 3 <= 0x1FFF_FFFF else { throw .malformed }
        field = Int(key >> 3)
        switch key & 7 {
        case 0: value = .number(try varint())
        case 1: value = .number(try fixed(8))
        case 2: value = .range(try delimited())
        case 5: value = .number(try fixed(4))
        // Groups ended with proto1.
        default: throw .malformed
        }
        return true
    }

    /// The value as an embedded message or text.
    var range: Range<Int>? {
        guard case .range(let range) = value else { return nil }
        return range
    }

    /// The value as a whole number; negative ones come as ten bytes.
    var integer: Int? {
        guard case .number(let bits) = value else { return nil }
        return Int(truncatingIfNeeded: bits)
    }

    private mutating func varint() throws(WireError) -> UInt64 {
        var result: UInt64 = 0
        var shift: UInt64 = 0
        while at < end {
            let byte = bytes[at]
            at += 1
            result |= UInt64(byte & 0x7F) << shift
            if byte < 0x80 { return result }
            shift += 7
            guard shift < 70 else { throw .malformed }
        }
        throw .truncated
    }

    private mutating func fixed(_ width: Int) throws(WireError) -> UInt64 {
        guard end - at >= width else { throw .truncated }
        let number = bytes[at..<at + width].reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        at += width
        return number
    }

    private mutating func delimited() throws(WireError) -> Range<Int> {
        let length = try varint()
        guard length <= UInt64(end - at) else { throw .truncated }
        let range = at..<at + Int(length)
        at = range.upperBound
        return range
    }
}
