import Foundation
import Glibc

/// Korean Windows code page 949, a superset of EUC-KR; its plain EUC-KR sibling cannot hold every syllable.
enum KoreanCodePage {
    static let encoding = String.Encoding(rawValue: 0x8000_0422)

    /// The text of bytes in that code page; nil when they are something else.
    ///
    /// The C library's table comes first: Foundation's goes by way of UTF-16 and takes five times as long. Where the
    /// first knows no character Foundation decides, which also has the user-defined ones.
    static func text(_ bytes: [UInt8]) -> String? {
        converted(bytes) ?? String(bytes: bytes, encoding: encoding)
    }

    private static func converted(_ bytes: [UInt8]) -> String? {
        guard let converter = iconv_open("UTF-8", "CP949"), converter != iconv_t(bitPattern: -1) else { return nil }
        defer { iconv_close(converter) }
        var input = bytes
        // Two bytes become three, and one stays one.
        var output = [UInt8](repeating: 0, count: bytes.count / 2 * 3 + 4)
        var (left, room) = (input.count, output.count)
        let irreversible = input.withUnsafeMutableBytes { input in
            output.withUnsafeMutableBytes { output in
                var from = input.assumingMemoryBound(to: CChar.self).baseAddress
                var to = output.assumingMemoryBound(to: CChar.self).baseAddress
                return iconv(converter, &from, &left, &to, &room)
            }
        }
        guard irreversible == 0, left == 0 else { return nil }
        return String(validating: output.prefix(output.count - room), as: UTF8.self)
    }
}
