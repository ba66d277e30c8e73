extension JSONReader {
    /// A number as `mantissa · 10^exponent`, trailing zeros kept.
    mutating func number() throws(JSONTextError) -> DecimalValue {
        let isNegative = take("-")
        var digits: [UInt8] = []
        let leadsWithZero = peek == UInt8(ascii: "0")
        let whole = takeDigits(&digits)
        guard whole > 0, whole == 1 || !leadsWithZero else { throw malformed }
        var exponent = 0
        if take(".") {
            exponent = -takeDigits(&digits)
            guard exponent < 0 else { throw malformed }
        }
        exponent += try exponentPart()
        guard let mantissa = Self.mantissa(digits) else { throw .tooManyDigits }
        return DecimalValue(mantissa: isNegative ? -mantissa : mantissa, exponent: exponent)
    }

    private mutating func exponentPart() throws(JSONTextError) -> Int {
        guard take("e") || take("E") else { return 0 }
        let isNegative = take("-")
        if !isNegative { _ = take("+") }
        var digits: [UInt8] = []
        guard takeDigits(&digits) > 0 else { throw malformed }
        guard let exponent = Self.mantissa(digits), exponent < 1000 else { throw .tooManyDigits }
        return Int(isNegative ? -exponent : exponent)
    }

    /// How many digits were taken.
    private mutating func takeDigits(_ digits: inout [UInt8]) -> Int {
        let start = position
        while let byte = peek, (0x30...0x39).contains(byte) {
            digits.append(byte - 0x30)
            position += 1
        }
        return position - start
    }

    private static func mantissa(_ digits: [UInt8]) -> Int64? {
        let significant = digits.drop { $0 == 0 }
        guard significant.count <= 18 else { return nil }
        return significant.reduce(0) { $0 * 10 + Int64($1) }
    }

    mutating func string() throws(JSONTextError) -> String {
        guard take("\"") else { throw malformed }
        var text: [UInt8] = []
        while let byte = peek {
            position += 1
            switch byte {
            case UInt8(ascii: "\""):
                guard let string = String(validating: text, as: UTF8.self) else { throw .notUTF8 }
                return string
            case UInt8(ascii: "\\"): text += try escape()
            case ..<0x20: throw malformed
            default: text.append(byte)
            }
        }
        throw malformed
    }

    private mutating func escape() throws(JSONTextError) -> [UInt8] {
        guard let byte = peek else { throw malformed }
        position += 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return [byte]
        case UInt8(ascii: "b"): return [0x08]
        case UInt8(ascii: "f"): return [0x0c]
        case UInt8(ascii: "n"): return [0x0a]
        case UInt8(ascii: "r"): return [0x0d]
        case UInt8(ascii: "t"): return [0x09]
        case UInt8(ascii: "u"): return try Array(String(scalar()).utf8)
        default: throw malformed
        }
    }

    /// Four hexadecimal digits, or two times four that make one scalar.
    private mutating func scalar() throws(JSONTextError) -> Unicode.Scalar {
        let first = try codeUnit()
        guard (0xd800...0xdbff).contains(first) else { return try Self.scalar(first, malformed) }
        guard take("\\"), take("u") else { throw malformed }
        let second = try codeUnit()
        guard (0xdc00...0xdfff).contains(second) else { throw malformed }
        return try Self.scalar(0x10000 + (first - 0xd800) << 10 + (second - 0xdc00), malformed)
    }

    private static func scalar(_ value: UInt32, _ error: JSONTextError) throws(JSONTextError) -> Unicode.Scalar {
        guard let scalar = Unicode.Scalar(value) else { throw error }
        return scalar
    }

    private mutating func codeUnit() throws(JSONTextError) -> UInt32 {
        let end = position + 4
        guard end <= bytes.count else { throw malformed }
        let digits = bytes[position..<end].compactMap { Character(Unicode.Scalar($0)).hexDigitValue }
        guard digits.count == 4, bytes[position..<end].allSatisfy({ $0 < 0x80 }) else { throw malformed }
        position = end
        return digits.reduce(0) { $0 << 4 + UInt32($1) }
    }
}
