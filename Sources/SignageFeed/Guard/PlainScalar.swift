/// One scalar of UTF-8 text and what a wall does with it. The common scripts are told by their first bytes.
struct PlainScalar {
    enum Kind { case letter, mark, blank, newline, hidden }

    let kind: Kind
    /// Bytes, at least one.
    let length: Int

    /// The one that begins at an index. Asked for every letter of every feed, hence no call.
    @inline(__always)
    init(_ bytes: Span<UInt8>, _ at: Int) {
        let first = bytes[at]
        if first < 0x80 {
            (kind, length) = (Self.ascii(first), 1)
        } else if at + 2 < bytes.count, Self.isKorean(first, bytes[at + 1]) {
            (kind, length) = (.letter, 3)
        } else {
            (kind, length) = Self.other(bytes, at)
        }
    }

    private static func other(_ bytes: Span<UInt8>, _ at: Int) -> (Kind, Int) {
        let width = bytes[at] >= 0xF0 ? 4 : bytes[at] >= 0xE0 ? 3 : 2
        let end = min(at + width, bytes.count)
        var code = UInt32(bytes[at]) & (0x7F >> UInt32(width))
        for next in at + 1..<end { code = code << 6 | UInt32(bytes[next] & 0x3F) }
        return (Unicode.Scalar(code).map(other) ?? .hidden, end - at)
    }

    private static func ascii(_ byte: UInt8) -> Kind {
        switch byte {
        case 0x21..<0x7F: .letter
        case 0x09, 0x20: .blank
        case 0x0A...0x0D: .newline
        default: .hidden
        }
    }

    /// Hangul syllables and the bulk of Chinese characters: nothing but letters.
    private static func isKorean(_ first: UInt8, _ second: UInt8) -> Bool {
        switch first {
        case 0xE4...0xE9, 0xEB, 0xEC: true
        case 0xEA: second >= 0xB0
        case 0xED: second < 0x9E
        default: false
        }
    }

    private static func other(_ scalar: Unicode.Scalar) -> Kind {
        switch scalar.value {
        case 0x85, 0x2028, 0x2029: .newline
        case 0xA0: .blank
        // Controls, zero-width marks, direction overrides, private sentinels.
        case 0x7F..<0xA0, 0x200B, 0x200E, 0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFEFF, 0xFFFE, 0xFFFF: .hidden
        // Latin letters and signs.
        case 0xA1..<0x300: .letter
        default:
            if scalar.properties.isWhitespace {
                .blank
            } else {
                scalar.value >= 0x300 && scalar.properties.generalCategory == .nonspacingMark ? .mark : .letter
            }
        }
    }
}
