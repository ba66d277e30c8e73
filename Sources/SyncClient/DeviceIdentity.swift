import Crypto
import Foundation

/// Who this kiosk is, and whose answers count. Made by ``Enrolment``, kept in one file that only the kiosk may read.
public struct DeviceIdentity: Sendable, CustomStringConvertible, CustomReflectable {
    public let deviceID: UUID
    public let centreID: String
    public let centreName: String
    public let office: OfficeAddress
    /// The municipality's card key, 32 bytes.
    public let cardKey: SymmetricKey
    let signingKey: Curve25519.Signing.PrivateKey
    let serverKey: Curve25519.Signing.PublicKey

    public init(
        deviceID: UUID, centreID: String, centreName: String, office: OfficeAddress, cardKey: SymmetricKey,
        signingKey: Curve25519.Signing.PrivateKey, serverKey: Curve25519.Signing.PublicKey
    ) {
        (self.deviceID, self.centreID, self.centreName) = (deviceID, centreID, centreName)
        (self.office, self.cardKey) = (office, cardKey)
        (self.signingKey, self.serverKey) = (signingKey, serverKey)
    }

    /// First 16 hex digits of the device key's SHA-256, to be compared with what the office shows.
    public var fingerprint: String { String(HexDigest.sha256(signingKey.publicKey.rawRepresentation).prefix(16)) }

    /// First 16 hex digits of the office key's SHA-256.
    public var officeFingerprint: String { String(HexDigest.sha256(serverKey.rawRepresentation).prefix(16)) }

    /// Without any key, so that none is ever logged.
    public var description: String { "DeviceIdentity(\(deviceID), \(office))" }
    public var customMirror: Mirror { Mirror(self, children: ["deviceID": deviceID, "office": office]) }
}
