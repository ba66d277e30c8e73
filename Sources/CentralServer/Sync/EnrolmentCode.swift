import Crypto
import Foundation
import GRDB

/// A one-time code that takes one box into one centre: 12 characters of Crockford's base 32, 60 random bits.
public struct EnrolmentCode: Sendable, Equatable {
    /// How long a code is good for: 24 hours.
    public static let lifetime: TimeInterval = 24 * 60 * 60
    /// How many wrong proofs a code survives, plus one.
    public static let tries = 5
    private static let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ".utf8)

    /// Upper case, without hyphens: these bytes are the key of both proofs.
    public let text: String

    /// Draws a new code.
    public init(using generator: inout some RandomNumberGenerator) {
        text = String(
            decoding: (0..<12).map { _ in Self.alphabet[Int.random(in: 0..<32, using: &generator)] }, as: UTF8.self)
    }

    init(sealed: Data, by identity: ServerIdentity) throws {
        let box = try AES.GCM.SealedBox(combined: sealed)
        text = String(decoding: try AES.GCM.open(box, using: Self.sealingKey(identity)), as: UTF8.self)
    }

    /// As it is shown: `ABCD-EFGH-JKMN`.
    public var grouped: String {
        stride(from: 0, to: 12, by: 4)
            .map { start in String(text.dropFirst(start).prefix(4)) }.joined(separator: "-")
    }

    /// What a box says of its code so that the office finds it: 16 hex digits.
    public var hint: String { String(Data("sarangbang code\(text)".utf8).sha256Hex.prefix(16)) }

    var key: SymmetricKey { SymmetricKey(data: Data(text.utf8)) }

    func sealed(by identity: ServerIdentity) throws -> Data {
        guard let combined = try AES.GCM.seal(Data(text.utf8), using: Self.sealingKey(identity)).combined else {
            throw CryptoKitError.incorrectParameterSize
        }
        return combined
    }

    private static func sealingKey(_ identity: ServerIdentity) -> SymmetricKey {
        identity.sealingKey(for: "sarangbang enrolment code")
    }
}
