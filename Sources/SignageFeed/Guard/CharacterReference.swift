/// A character reference, read from the bytes after `&`.
struct CharacterReference {
    /// Nil for a character that XML forbids.
    let scalar: Unicode.Scalar?
    /// Bytes from `&` to `;`, both counted.
    let length: Int

    /// Nil when `bytes[start]`, an `&`, opens no reference.
    init?(_ bytes: [UInt8], at start: Int) {
        let window = bytes[(start + 1)...].prefix(12)
        guard let end = window.firstIndex(of: UInt8(ascii: ";")), end > start + 1 else { return nil }
        let name = bytes[(start + 1)..<end]
        length = end - start + 1
        if name.first == UInt8(ascii: "#") {
            guard let code = Self.code(name.dropFirst()) else { return nil }
            scalar = Unicode.Scalar(code).flatMap { Self.isAllowed($0) ? $0 : nil }
        } else if let common = Self.common.first(where: { name.elementsEqual($0.name) }) {
            scalar = common.scalar
        } else {
            guard let named = HTMLEntities.scalar(String(decoding: name, as: UTF8.self)) else { return nil }
            scalar = named
        }
    }

    /// Appends its character in UTF-8, if it has one.
    func append(to bytes: inout [UInt8]) {
        guard let scalar else { return }
        if scalar.value < 0x80 {
            bytes.append(UInt8(scalar.value))
        } else {
            bytes += UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter
        }
    }

    /// Those that stand between every two words of escaped HTML.
    private static let common: [(name: [UInt8], scalar: Unicode.Scalar)] = [
        (Array("lt".utf8), "<"), (Array("gt".utf8), ">"), (Array("amp".utf8), "&"), (Array("nbsp".utf8), "\u{A0}"),
        (Array("quot".utf8), "\""),
    ]

    /// Decimal or, after an x, hexadecimal.
    private static func code(_ digits: ArraySlice<UInt8>) -> UInt32? {
        let isHex = digits.first.map { $0 | 0x20 == UInt8(ascii: "x") } ?? false
        let digits = isHex ? digits.dropFirst() : digits
        guard !digits.isEmpty, digits.count <= 8 else { return nil }
        var code: UInt64 = 0
        for byte in digits {
            guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue, byte < 0x80, isHex || digit < 10 else {
                return nil
            }
            code = code * (isHex ? 16 : 10) + UInt64(digit)
        }
        return UInt32(exactly: code)
    }

    private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09, 0x0A, 0x0D, 0x20...0xD7FF, 0xE000...0xFFFD, 0x10000...: true
        default: false
        }
    }
}
