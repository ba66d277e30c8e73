import Crypto
import Foundation
import GRDB

/// Who the office is to its kiosks: the key that signs every reply, and which life of the database this is.
public struct ServerIdentity: Sendable {
    public let signingKey: Curve25519.Signing.PrivateKey
    /// Made anew when the database is created or restored, so that kiosks send again what was lost.
    public let incarnation: String

    /// The database's identity; makes one on first use.
    public static func loadOrMake(in store: OfficeStore, makeID: @Sendable () -> UUID = { UUID() }) async throws
        -> ServerIdentity
    {
        let incarnation = makeID().uuidString
        let stored: Stored? = try await store.write { db in
            try db.execute(
                sql: "INSERT INTO serverIdentity (id, signingKey, incarnation) VALUES (1, ?, ?) ON CONFLICT DO NOTHING",
                arguments: [Curve25519.Signing.PrivateKey().rawRepresentation, incarnation])
            return try Stored.fetchOne(db, sql: "SELECT signingKey, incarnation FROM serverIdentity")
        }
        guard let stored else { throw ServerIdentityError.missing }
        return ServerIdentity(
            signingKey: try Curve25519.Signing.PrivateKey(rawRepresentation: stored.signingKey),
            incarnation: stored.incarnation)
    }

    private struct Stored: Decodable, FetchableRecord, Sendable {
        var signingKey: Data
        var incarnation: String
    }

    /// Marks a restored database as a new life.
    public static func renewIncarnation(in store: OfficeStore, makeID: @Sendable () -> UUID = { UUID() }) async throws {
        let incarnation = makeID().uuidString
        try await store.write { db in
            try db.execute(sql: "UPDATE serverIdentity SET incarnation = ?", arguments: [incarnation])
        }
    }

    /// Encrypts what lies in the database only for the office itself, such as enrolment codes.
    func sealingKey(for purpose: String) -> SymmetricKey {
        HKDF<SHA256>.deriveKey(
            inputKeyMaterial: SymmetricKey(data: signingKey.rawRepresentation), info: Data(purpose.utf8),
            outputByteCount: 32)
    }
}

/// Why the office does not know who it is.
public enum ServerIdentityError: Error, Equatable {
    case missing
}
