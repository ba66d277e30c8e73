import Crypto
import Foundation
import Glibc

/// The identity on disk: JSON, mode 0600, replaced atomically.
public struct IdentityFile: Sendable {
    public let path: String
    public init(path: String) { self.path = path }

    /// The stored identity, or nil when the box was never enrolled.
    public func load() throws(IdentityError) -> DeviceIdentity? {
        var facts = stat()
        guard stat(path, &facts) == 0 else {
            if errno == ENOENT { return nil }
            throw .unreadable(FileTrouble("stat"))
        }
        guard facts.st_mode & 0o077 == 0 else { throw .openToOthers }
        guard facts.st_size <= 64 * 1024, let bytes = FileManager.default.contents(atPath: path) else {
            throw .unreadable(FileTrouble("read"))
        }
        do {
            return try JSONDecoder().decode(Stored.self, from: bytes).identity()
        } catch {
            throw .malformed
        }
    }

    /// Replaces the stored identity; it is on the disk when this returns.
    public func save(_ identity: DeviceIdentity) throws(IdentityError) {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let bytes: Data
        do { bytes = try encoder.encode(Stored(identity)) } catch { throw .malformed }
        do { try DurableFile.write(bytes, to: path, mode: 0o600) } catch { throw .unwritable(error) }
    }

    private struct Stored: Codable {
        var version = 1
        var deviceID: UUID
        var centreID: String
        var centreName: String
        var office: OfficeAddress
        var cardKey: Data
        var signingKey: Data
        var serverKey: Data

        init(_ identity: DeviceIdentity) {
            (deviceID, centreID, centreName) = (identity.deviceID, identity.centreID, identity.centreName)
            (office, cardKey) = (identity.office, identity.cardKey.withUnsafeBytes { Data($0) })
            (signingKey, serverKey) = (identity.signingKey.rawRepresentation, identity.serverKey.rawRepresentation)
        }

        func identity() throws -> DeviceIdentity {
            guard version == 1, cardKey.count == 32 else { throw IdentityError.malformed }
            return DeviceIdentity(
                deviceID: deviceID, centreID: centreID, centreName: centreName, office: office,
                cardKey: SymmetricKey(data: cardKey),
                signingKey: try Curve25519.Signing.PrivateKey(rawRepresentation: signingKey),
                serverKey: try Curve25519.Signing.PublicKey(rawRepresentation: serverKey))
        }
    }
}

/// Why the identity's file is of no use.
public enum IdentityError: Error, Equatable, Sendable {
    /// Others than its owner may read it: the key must be taken for known.
    case openToOthers
    case unreadable(FileTrouble)
    case unwritable(FileTrouble)
    case malformed
}
