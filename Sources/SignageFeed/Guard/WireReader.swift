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
///
/// The bytes are handed to each step instead of being kept: a feed has a hundred thousand small messages, and each of
/// them would count as an owner.
struct WireReader {
    private var at: Int
    private let end: Int
    /// The present field's number and value.
    private(set) var field = 0
    /// A varint, or one of the fixed widths; nil for text and messages.
    private var number: UInt64?
    private var start = 0

    init(_ range: Range<Int>) { (at, end) = (range.lowerBound, range.upperBound) }

    /// Moves to the next field; false at the end of the message.
    mutating func next(_ bytes: [UInt8]) throws(WireError) -> Bool {
        guard at < end else { return false }
        let key = try varint(bytes)
        guard key >> 3 >= 1, key >> 3 <= 0x1FFF_FFFF else { throw .malformed }
        field = Int(key >> 3)
        number = nil
        switch key & 7 {
        case 0: number = try varint(bytes)
        case 1: number = try fixed(8, bytes)
        case 2: try skipDelimited(bytes)
        case 5: number = try fixed(4, bytes)
        // Groups ended with proto1.
        default: throw .malformed
        }
        return true
    }

    /// Where the value lies, when it is an embedded message or text.
    var range: Range<Int>? { number == nil ? start..<at : nil }

    /// Where the value ends.
    var valueEnd: Int { at }

    /// The value as a whole number; negative ones come as ten bytes.
    var integer: Int? { number.map { Int(truncatingIfNeeded: $0) } }

    /// Nearly all numbers, keys and lengths are below 128: one byte each.
    @inline(__always)
    private mutating func varint(_ bytes: [UInt8]) throws(WireError) -> UInt64 {
        guard at < end else { throw .truncated }
        let first = bytes[at]
        guard first < 0x80 else { return try longVarint(bytes) }
        at += 1
        return UInt64(first)
    }

    private mutating func longVarint(_ bytes: [UInt8]) throws(WireError) -> UInt64 {
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

    private mutating func fixed(_ width: Int, _ bytes: [UInt8]) throws(WireError) -> UInt64 {
        guard end - at >= width else { throw .truncated }
        let number = bytes[at..<at + width].reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        at += width
        return number
    }

    private mutating func skipDelimited(_ bytes: [UInt8]) throws(WireError) {
        let length = try varint(bytes)
        guard length <= UInt64(end - at) else { throw .truncated }
        start = at
        at += Int(length)
    }
}
