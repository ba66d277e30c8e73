import Foundation

/// A box asks to become a kiosk. The one-time code is proved, not sent: a stranger who answers learns nothing of it.
public struct EnrolmentRequest: Codable, Equatable, Sendable {
    /// First 16 hex digits of SHA-256(`sarangbang code` ‖ code): lets the office find the code.
    public var codeHint: String
    /// Ed25519 public key made on the box, base64.
    public var deviceKey: String
    /// 32 random bytes, base64.
    public var nonce: String
    /// HMAC-SHA-256(code, ``EnrolmentProof/request(deviceKey:nonce:)``), base64.
    public var proof: String
    public var appVersion: String

    public init(codeHint: String, deviceKey: String, nonce: String, proof: String, appVersion: String) {
        (self.codeHint, self.deviceKey, self.nonce) = (codeHint, deviceKey, nonce)
        (self.proof, self.appVersion) = (proof, appVersion)
    }
}

/// The office takes the box in, and proves that it knows the code, too.
public struct EnrolmentReply: Codable, Equatable, Sendable {
    public var deviceID: UUID
    public var centreID: String
    public var centreName: String
    /// Ed25519 public key of the office, base64. From now on nobody else's answer counts.
    public var serverKey: String
    /// The municipality's card key (32 bytes, base64), sealed with AES-GCM under HKDF-SHA-256(code, salt: nonce,
    /// info: `sarangbang card key`): nonce ‖ ciphertext ‖ tag.
    public var sealedCardKey: String
    /// HMAC-SHA-256(code, ``EnrolmentProof/reply(deviceID:serverKey:sealedCardKey:nonce:)``), base64.
    public var proof: String

    public init(
        deviceID: UUID, centreID: String, centreName: String, serverKey: String, sealedCardKey: String, proof: String
    ) {
        (self.deviceID, self.centreID, self.centreName) = (deviceID, centreID, centreName)
        (self.serverKey, self.sealedCardKey, self.proof) = (serverKey, sealedCardKey, proof)
    }
}

/// The bytes that the enrolment code authenticates.
public enum EnrolmentProof {
    public static func request(deviceKey: String, nonce: String) -> Data {
        Data("sarangbang enrol\n\(deviceKey)\n\(nonce)".utf8)
    }

    public static func reply(deviceID: UUID, serverKey: String, sealedCardKey: String, nonce: String) -> Data {
        Data("sarangbang welcome\n\(deviceID.uuidString)\n\(serverKey)\n\(sealedCardKey)\n\(nonce)".utf8)
    }
}
