import Crypto
import Foundation

/// The secret that all kiosks and the office of one municipality share. It makes and recognises cards.
public struct MunicipalityKey: Equatable, Sendable {
    /// Bytes that a key has.
    public static let byteCount = 32

    private let secret: SymmetricKey

    /// Takes exactly ``byteCount`` bytes, as enrolment unsealed them.
    public init(bytes: some Collection<UInt8>) throws(MunicipalityKeyError) {
        guard bytes.count == Self.byteCount else { throw .wrongLength(bytes.count) }
        secret = SymmetricKey(data: Data(bytes))
    }

    /// HMAC-SHA-256 under this key of a domain's name, a zero byte and the digits, so that no code made for one
    /// purpose is good for another.
    func authenticationCode(domain: String, of digits: [UInt8]) -> [UInt8] {
        var code = HMAC<SHA256>(key: secret)
        code.update(data: Data(domain.utf8) + [0] + digits)
        return Array(code.finalize())
    }
}

extension MunicipalityKey: CustomStringConvertible, CustomDebugStringConvertible {
    /// Does not show the key, so that it cannot slip into a log.
    public var description: String { "MunicipalityKey(…)" }
    public var debugDescription: String { description }
}

/// Why bytes are no municipality key.
public enum MunicipalityKeyError: Error, Equatable, Sendable {
    case wrongLength(Int)
}
