import Crypto
import Foundation

/// A secret of 256 random bits that a browser carries; the database knows only its hash.
struct SessionToken: Equatable, Sendable {
    /// 64 hex digits.
    let text: String

    static func make() -> SessionToken {
        SessionToken(text: SymmetricKey(size: .bits256).withUnsafeBytes { hex($0) })
    }

    /// What a cookie said, if it can be one of ours at all.
    init?(cookie: String) {
        guard cookie.utf8.count == 64,
            cookie.utf8.allSatisfy({ (0x30...0x39).contains($0) || (0x61...0x66).contains($0) })
        else { return nil }
        text = cookie
    }

    private init(text: String) { self.text = text }

    var hash: String { SHA256.hash(data: Data(text.utf8)).withUnsafeBytes { Self.hex($0) } }

    /// Compares in a time that does not depend on where the two differ.
    static func sameSecret(_ one: String, _ other: String) -> Bool {
        SHA256.hash(data: Data(one.utf8)) == SHA256.hash(data: Data(other.utf8))
    }

    private static func hex(_ bytes: UnsafeRawBufferPointer) -> String {
        let digits = Array("0123456789abcdef")
        return String(bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] })
    }
}
