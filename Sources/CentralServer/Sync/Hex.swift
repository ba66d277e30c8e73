import Crypto
import Foundation

extension Data {
    /// SHA-256 in lower-case hex.
    var sha256Hex: String { SHA256.hash(data: self).hex }
}

extension Sequence<UInt8> {
    /// Lower-case hex, two digits a byte.
    var hex: String {
        let digits = Array("0123456789abcdef".utf8)
        return String(decoding: flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }
}

extension String {
    /// Whether it is exactly `count` lower-case hex digits.
    func isHex(count: Int) -> Bool {
        utf8.count == count && utf8.allSatisfy { (48...57).contains($0) || (97...102).contains($0) }
    }
}
