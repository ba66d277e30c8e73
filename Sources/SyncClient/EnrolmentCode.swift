import Crypto
import Foundation

/// The one-time code that the office issued, as a person may type it: hyphens, spaces and small letters are fine.
public struct EnrolmentCode: Equatable, Sendable {
    /// Capital letters and digits only.
    let text: String

    public init(_ typed: String) throws(EnrolmentError) {
        let kept = typed.uppercased().filter { !$0.isWhitespace && $0 != "-" }
        guard (8...64).contains(kept.utf8.count), kept.utf8.allSatisfy(Self.isAllowed) else { throw .badCode }
        text = kept
    }

    private static func isAllowed(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte)
    }

    var key: SymmetricKey { SymmetricKey(data: Data(text.utf8)) }

    /// Lets the office find the code without hearing it.
    var hint: String { String(HexDigest.sha256(Data("sarangbang code\(text)".utf8)).prefix(16)) }

    func proof(_ message: Data) -> String {
        Data(HMAC<SHA256>.authenticationCode(for: message, using: key)).base64EncodedString()
    }

    func proves(_ proof: String, _ message: Data) -> Bool {
        guard let bytes = Data(base64Encoded: proof) else { return false }
        return HMAC<SHA256>.isValidAuthenticationCode(bytes, authenticating: message, using: key)
    }

    /// Opens what the office sealed under the code: nonce ‖ ciphertext ‖ tag, base64.
    func open(_ sealed: String, nonce: Data) throws -> Data {
        let derived = HKDF<SHA256>.deriveKey(
            inputKeyMaterial: key, salt: nonce, info: Data("sarangbang card key".utf8), outputByteCount: 32)
        return try AES.GCM.open(AES.GCM.SealedBox(combined: Data(base64Encoded: sealed) ?? Data()), using: derived)
    }
}
