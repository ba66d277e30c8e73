import Crypto
import Foundation
import SyncWire

extension EnrolmentDesk {
    /// A box that asks to become a kiosk; its request is well-formed, nothing more is known of it.
    struct Box: Sendable {
        let request: EnrolmentRequest
        let deviceKey: Data
        private let nonce: Data
        private let proof: Data

        init(_ request: EnrolmentRequest) throws {
            guard let key = Data(base64Encoded: request.deviceKey), key.count == 32,
                let nonce = Data(base64Encoded: request.nonce), nonce.count == 32,
                let proof = Data(base64Encoded: request.proof), proof.count == 32,
                request.codeHint.isHex(count: 16)
            else { throw Refusal.badRequest }
            (self.request, deviceKey, self.nonce, self.proof) = (request, key, nonce, proof)
        }

        func knows(_ code: EnrolmentCode) -> Bool {
            HMAC<SHA256>.isValidAuthenticationCode(
                proof, authenticating: EnrolmentProof.request(deviceKey: request.deviceKey, nonce: request.nonce),
                using: code.key)
        }

        /// The card key for the box's eyes only, base64 of nonce ‖ ciphertext ‖ tag.
        func seal(_ cardKey: Data, under code: EnrolmentCode) throws -> String {
            let key = HKDF<SHA256>.deriveKey(
                inputKeyMaterial: code.key, salt: nonce, info: Data("sarangbang card key".utf8), outputByteCount: 32)
            guard let combined = try AES.GCM.seal(cardKey, using: key).combined else {
                throw CryptoKitError.incorrectParameterSize
            }
            return combined.base64EncodedString()
        }
    }
}
