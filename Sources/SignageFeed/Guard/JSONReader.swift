/// RFC 8259 by recursive descent over UTF-8 that is known to be valid.
struct JSONReader {
    private let bytes: [UInt8]
    private let depthLimit: Int
    private var at = 0

    init(bytes: [UInt8], depthLimit: Int) { (self.bytes, self.depthLimit) = (bytes, depthLimit) }

    mutating func document() throws(SafeJSONError) -> JSONValue {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { at = 3 }
        let value = try value(depth: 0)
        skipSpace()
        guard at == bytes.count else { throw malformed }
        return value
    }

    private var malformed: SafeJSONError { .malformed(offset: at) }
    private var next: UInt8? { at < bytes.count ? bytes[at] : nil }

    private mutating func skipSpace() {
        while let byte = next, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { at += 1 }
    }

    private mutating func value(depth: Int) throws(SafeJSONError) -> JSONValue {
        guard depth < depthLimit else { throw .tooDeep }
        skipSpace()
        switch next {
        case UInt8(ascii: "{"): return try object(depth: depth)
        case UInt8(ascii: "["): return try array(depth: depth)
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "t"): return try word("true", .bool(true))
        case UInt8(ascii: "f"): return try word("false", .bool(false))
        case UInt8(ascii: "n"): return try word("null", .null)
        default: return .number(try number())
        }
    }

    private mutating func word(_ word: String, _ value: JSONValue) throws(SafeJSONError) -> JSONValue {
        guard bytes[at...].starts(with: word.utf8) else { throw malformed }
        at += word.utf8.count
        return value
    }

    private mutating func take(_ character: Character) throws(SafeJSONError) {
        guard let byte = next, byte == character.asciiValue else { throw malformed }
        at += 1
    }

    private mutating func object(depth: Int) throws(SafeJSONError) -> JSONValue {
        at += 1
        var members: [String: JSONValue] = [:]
        skipSpace()
        guard next != UInt8(ascii: "}") else { return closed(.object(members)) }
        while true {
            skipSpace()
            let key = try string()
            skipSpace()
            try take(":")
            let value = try value(depth: depth + 1)
            guard members.updateValue(value, forKey: key) == nil else { throw .duplicateKey }
            skipSpace()
            if next == UInt8(ascii: "}") { return closed(.object(members)) }
            try take(",")
        }
    }

    private mutating func array(depth: Int) throws(SafeJSONError) -> JSONValue {
        at += 1
        var elements: [JSONValue] = []
        skipSpace()
        guard next != UInt8(ascii: "]") else { return closed(.array(elements)) }
        while true {
            elements.append(try value(depth: depth + 1))
            skipSpace()
            if next == UInt8(ascii: "]") { return closed(.array(elements)) }
            try take(",")
        }
    }

    private mutating func closed(_ value: JSONValue) -> JSONValue {
        at += 1
        return value
    }

    private mutating func number() throws(SafeJSONError) -> String {
        let start = at
        if next == UInt8(ascii: "-") { at += 1 }
        let whole = digits()
        guard whole > 0, whole == 1 || bytes[at - whole] != UInt8(ascii: "0") else { throw malformed }
        if next == UInt8(ascii: ".") {
            at += 1
            guard digits() > 0 else { throw malformed }
        }
        if next == UInt8(ascii: "e") || next == UInt8(ascii: "E") {
            at += 1
            if next == UInt8(ascii: "+") || next == UInt8(ascii: "-") { at += 1 }
            guard digits() > 0 else { throw malformed }
        }
        return String(decoding: bytes[start..<at], as: UTF8.self)
    }

    private mutating func digits() -> Int {
        let start = at
        while let byte = next, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) { at += 1 }
        return at - start
    }

    private mutating func string() throws(SafeJSONError) -> String {
        try take("\"")
        var result: [UInt8] = []
        while let byte = next {
            at += 1
            switch byte {
            case UInt8(ascii: "\""): return String(decoding: result, as: UTF8.self)
            case UInt8(ascii: "\\"): result.append(contentsOf: String(try escape()).utf8)
            case 0..<0x20: throw malformed
            default: result.append(byte)
            }
        }
        throw malformed
    }

    private mutating func escape() throws(SafeJSONError) -> Unicode.Scalar {
        guard let byte = next else { throw malformed }
        at += 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(byte)
        case UInt8(ascii: "b"): return "\u{8}"
        case UInt8(ascii: "f"): return "\u{C}"
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "u"): return try unicode()
        default: throw malformed
        }
    }

    /// Half a surrogate pair is a broken character, not a broken document.
    private mutating func unicode() throws(SafeJSONError) -> Unicode.Scalar {
        let first = try hex4()
        if let scalar = Unicode.Scalar(first) { return scalar }
        guard first < 0xDC00, bytes[at...].starts(with: [0x5C, 0x75]) else { return "\u{FFFD}" }
        let back = at
        at += 2
        let second = try hex4()
        guard (0xDC00...0xDFFF).contains(second) else {
            at = back
            return "\u{FFFD}"
        }
        return Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00)) ?? "\u{FFFD}"
    }

    private mutating func hex4() throws(SafeJSONError) -> UInt32 {
        guard at + 4 <= bytes.count else { throw malformed }
        var value: UInt32 = 0
        for byte in bytes[at..<at + 4] {
            guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue, byte < 0x80 else { throw malformed }
            value = value << 4 | UInt32(digit)
        }
        at += 4
        return value
    }
}
