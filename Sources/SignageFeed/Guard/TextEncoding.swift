import Foundation

/// Decides what text bytes are, whatever their label says.
enum TextEncoding {
    /// Byte order mark, else strict UTF-8, else UTF-8 with a few broken characters, else CP949, else Latin-1 where the
    /// label says so; nil when none fits.
    static func text(_ bytes: [UInt8]) -> String? {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return utf8(Array(bytes.dropFirst(3))) }
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0x3C, 0x00]) { return utf16(bytes, low: 0) }
        if bytes.starts(with: [0xFE, 0xFF]) || bytes.starts(with: [0x00, 0x3C]) { return utf16(bytes, low: 1) }
        return utf8(bytes) ?? KoreanCodePage.text(bytes) ?? latin1(bytes)
    }

    /// A label is believed last: any bytes at all are Latin-1.
    private static func latin1(_ bytes: [UInt8]) -> String? {
        let head = String(decoding: bytes.prefix(120), as: UTF8.self).lowercased()
        let labels = ["iso-8859-1", "iso_8859-1", "latin1", "windows-1252"]
        guard labels.contains(where: head.contains) else { return nil }
        return String(bytes: bytes, encoding: .windowsCP1252) ?? String(bytes: bytes, encoding: .isoLatin1)
    }

    /// A description cut by bytes leaves half a character behind. That must not turn a whole Korean feed into CP949
    /// noise: CP949 bytes read as UTF-8 give nearly no Hangul, so the share of it tells the two apart.
    private static func utf8(_ bytes: [UInt8]) -> String? {
        if let strict = String(validating: bytes, as: UTF8.self) { return strict }
        guard isMostlyUTF8(bytes.span) else { return nil }
        let repaired = String(decoding: bytes, as: UTF8.self)
        var (broken, korean) = (0, 0)
        for scalar in repaired.unicodeScalars {
            switch scalar.value {
            case 0xFFFD: broken += 1
            case 0xAC00...0xD7A3: korean += 1
            default: break
            }
        }
        return broken * 20 <= korean ? repaired : nil
    }

    /// Whether at least half of the bytes beyond ASCII belong to whole sequences of three, as Hangul's do: mending
    /// something else costs far more than to see that it is something else.
    private static func isMostlyUTF8(_ bytes: Span<UInt8>) -> Bool {
        var (high, whole, at) = (0, 0, 0)
        while at < bytes.count {
            let isWhole =
                bytes[at] & 0xF0 == 0xE0 && at + 2 < bytes.count && bytes[at + 1] & 0xC0 == 0x80
                && bytes[at + 2] & 0xC0 == 0x80
            if bytes[at] >= 0x80 { high += isWhole ? 3 : 1 }
            if isWhole { whole += 3 }
            at += isWhole ? 3 : 1
        }
        return whole * 2 >= high
    }

    private static func utf16(_ bytes: [UInt8], low: Int) -> String? {
        guard bytes.count.isMultiple(of: 2) else { return nil }
        let units = stride(from: 0, to: bytes.count, by: 2).map { pair in
            UInt16(bytes[pair + low]) | UInt16(bytes[pair + 1 - low]) << 8
        }
        let body = units.first == 0xFEFF ? Array(units.dropFirst()) : units
        return String(validating: body, as: UTF16.self)
    }
}
