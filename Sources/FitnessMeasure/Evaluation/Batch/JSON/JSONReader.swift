/// Takes JSON apart, byte by byte. Bounded: its depth by a limit, its time by the length of the text.
struct JSONReader {
    let bytes: [UInt8]
    var position = 0
    private var depth = 0

    /// A line of an evaluation is three deep.
    private static let maximumDepth = 8
    /// Enough for every id and reading, so that a crafted line cannot make the check for equal keys slow.
    private static let maximumMembers = 1024

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    var malformed: JSONTextError { .malformed(at: position) }

    mutating func document() throws(JSONTextError) -> JSONText {
        let value = try value()
        guard position == bytes.count else { throw malformed }
        return value
    }

    /// A value and the white space around it.
    private mutating func value() throws(JSONTextError) -> JSONText {
        skipSpace()
        defer { skipSpace() }
        switch peek {
        case UInt8(ascii: "{"): return try nested { (reader) throws(JSONTextError) in try reader.object() }
        case UInt8(ascii: "["): return try nested { (reader) throws(JSONTextError) in try reader.array() }
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "t"): return try word("true", .bool(true))
        case UInt8(ascii: "f"): return try word("false", .bool(false))
        case UInt8(ascii: "n"): return try word("null", .null)
        default: return .number(try number())
        }
    }

    private mutating func nested(
        _ read: (inout JSONReader) throws(JSONTextError) -> JSONText
    ) throws(JSONTextError) -> JSONText {
        depth += 1
        defer { depth -= 1 }
        guard depth <= Self.maximumDepth else { throw .tooDeep }
        position += 1
        skipSpace()
        return try read(&self)
    }

    private mutating func object() throws(JSONTextError) -> JSONText {
        var object = JSONObject()
        if take("}") { return .object(object) }
        repeat {
            skipSpace()
            let key = try string()
            skipSpace()
            guard take(":"), object.members.count < Self.maximumMembers else { throw malformed }
            try object.add(key, try value())
        } while take(",")
        guard take("}") else { throw malformed }
        return .object(object)
    }

    private mutating func array() throws(JSONTextError) -> JSONText {
        var values: [JSONText] = []
        if take("]") { return .array(values) }
        repeat { values.append(try value()) } while take(",")
        guard take("]") else { throw malformed }
        return .array(values)
    }

    private mutating func word(_ word: StaticString, _ value: JSONText) throws(JSONTextError) -> JSONText {
        let ends = position + word.utf8CodeUnitCount
        let isThere = word.withUTF8Buffer { ends <= bytes.count && bytes[position..<ends].elementsEqual($0) }
        guard isThere else { throw malformed }
        position = ends
        return value
    }

    var peek: UInt8? { position < bytes.count ? bytes[position] : nil }

    mutating func take(_ scalar: Unicode.Scalar) -> Bool {
        guard peek == UInt8(ascii: scalar) else { return false }
        position += 1
        return true
    }

    private mutating func skipSpace() {
        while let byte = peek, byte == 0x20 || (0x09...0x0a).contains(byte) || byte == 0x0d { position += 1 }
    }
}
