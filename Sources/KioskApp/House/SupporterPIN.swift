import Crypto
import Foundation

/// A supporter's six digits, kept as salted PBKDF-like chain of HMACs: a stolen settings file must not show them.
///
/// Six digits can be tried out by whoever has the file; the chain makes that take hours instead of a moment, and
/// the kiosk itself answers a wrong PIN slowly enough for a room.
enum SupporterPIN {
    private static let rounds = 60_000

    /// `salt$digest`, both hex.
    static func digest(_ pin: String, salt: [UInt8]) -> String {
        let key = SymmetricKey(data: Data(pin.utf8))
        var block = Data(HMAC<SHA256>.authenticationCode(for: salt, using: key))
        for _ in 1..<rounds { block = Data(HMAC<SHA256>.authenticationCode(for: block, using: key)) }
        return hex(salt) + "$" + hex(block)
    }

    static func fresh(_ pin: String) -> String {
        var generator = SystemRandomNumberGenerator()
        return digest(pin, salt: (0..<16).map { _ in UInt8.random(in: 0...255, using: &generator) })
    }

    static func isRight(_ pin: String, for digest: String) -> Bool {
        guard let salt = digest.split(separator: "$").first.flatMap({ bytes(String($0)) }) else { return false }
        let found = Array(self.digest(pin, salt: salt).utf8)
        let expected = Array(digest.utf8)
        guard found.count == expected.count else { return false }
        return zip(found, expected).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
    }

    private static func hex(_ bytes: some Sequence<UInt8>) -> String {
        bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }

    private static func bytes(_ hex: String) -> [UInt8]? {
        let digits = Array(hex)
        guard digits.count.isMultiple(of: 2) else { return nil }
        let bytes = stride(from: 0, to: digits.count, by: 2).compactMap {
            UInt8(String(digits[$0..<$0 + 2]), radix: 16)
        }
        return bytes.count * 2 == digits.count ? bytes : nil
    }
}
