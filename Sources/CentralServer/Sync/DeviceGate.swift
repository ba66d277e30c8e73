import Crypto
import Foundation
import GRDB
import Hummingbird
import NIOCore
import SyncWire

/// Lets a request in only when an enrolled kiosk signed it.
struct DeviceGate: Sendable {
    let store: OfficeStore
    let allowance: Allowance

    /// The kiosk that sent the request, and the body it signed.
    func admit(_ request: Request, device: String, limit: Int) async throws -> (kiosk: Kiosk, body: Data) {
        let kiosk = try await kiosk(device)
        let body = try await Self.body(of: request, limit: limit)
        try Self.verify(request, body: body, by: kiosk)
        if let wait = allowance.take(for: kiosk.deviceId) { throw Refusal.busy(status: 429, after: wait) }
        return (kiosk, body)
    }

    private func kiosk(_ device: String) async throws -> Kiosk {
        guard let id = UUID(uuidString: device) else { throw Refusal.unknownDevice }
        guard let kiosk = try await store.read({ db in try Kiosk.fetchOne(db, key: id.uuidString) }) else {
            throw Refusal.unknownDevice
        }
        guard kiosk.revokedAt == nil else { throw Refusal.revoked }
        return kiosk
    }

    /// The whole body, or a refusal as soon as it is seen to be too long.
    static func body(of request: Request, limit: Int) async throws -> Data {
        if let length = request.headers[.contentLength].flatMap(Int.init), length > limit { throw Refusal.tooLarge }
        do {
            return Data((try await request.body.collect(upTo: limit)).readableBytesView)
        } catch is NIOTooManyBytesError {
            throw Refusal.tooLarge
        }
    }

    private static func verify(_ request: Request, body: Data, by kiosk: Kiosk) throws {
        guard let requestID = request.headers[.sarangbangRequest], (1...64).contains(requestID.utf8.count) else {
            throw Refusal.badRequest
        }
        let header = request.headers[.sarangbangSignature] ?? ""
        guard let signature = Data(base64Encoded: header), signature.count == 64 else { throw Refusal.badSignature }
        let input = SigningInput.request(
            method: request.method.rawValue, path: request.head.path ?? "", requestID: requestID,
            bodySHA256: body.sha256Hex)
        let key = try Curve25519.Signing.PublicKey(rawRepresentation: kiosk.publicKey)
        guard key.isValidSignature(signature, for: input) else { throw Refusal.badSignature }
    }
}
