import Crypto
import Foundation
import SyncWire

/// How a box becomes a kiosk of a centre: it makes its key, proves the code, and takes only an office that proves
/// the code, too.
public struct Enrolment: Sendable {
    private let exchange: HTTPExchange
    private let appVersion: String

    public init(exchange: @escaping HTTPExchange, appVersion: String) {
        (self.exchange, self.appVersion) = (exchange, appVersion)
    }

    /// Asks the office. The identity is not yet stored: ``IdentityFile/save(_:)`` does that.
    public func enrol(code: EnrolmentCode, office: OfficeAddress) async throws(EnrolmentError) -> DeviceIdentity {
        let key = Curve25519.Signing.PrivateKey()
        let nonce = SymmetricKey(size: .bits256).withUnsafeBytes { Data($0) }
        let request = makeRequest(code: code, key: key, nonce: nonce)
        let response: HTTPResponseValue
        do { response = try await exchange(try message(request, office)) } catch let failure as NetworkFailure {
            throw .noAnswer(failure)
        } catch {
            throw .notTheOffice
        }
        guard response.status == 200 || response.status == 201 else { throw Self.refusal(response) }
        let reply: EnrolmentReply
        do { reply = try CanonicalJSON.decode(EnrolmentReply.self, from: response.body) } catch {
            throw .notTheOffice
        }
        return try identity(reply, code: code, key: key, nonce: nonce, office: office)
    }

    private func makeRequest(
        code: EnrolmentCode, key: Curve25519.Signing.PrivateKey, nonce: Data
    ) -> EnrolmentRequest {
        let deviceKey = key.publicKey.rawRepresentation.base64EncodedString()
        let nonceText = nonce.base64EncodedString()
        return EnrolmentRequest(
            codeHint: code.hint, deviceKey: deviceKey, nonce: nonceText,
            proof: code.proof(EnrolmentProof.request(deviceKey: deviceKey, nonce: nonceText)), appVersion: appVersion)
    }

    private func message(_ request: EnrolmentRequest, _ office: OfficeAddress) throws -> HTTPRequestValue {
        HTTPRequestValue(
            method: "POST", url: office.origin + WirePath.enrol, headers: ["Content-Type": "application/json"],
            body: try CanonicalJSON.encode(request), maximumReplyBytes: 64 * 1024)
    }

    private static func refusal(_ response: HTTPResponseValue) -> EnrolmentError {
        do {
            return .refused(code: try CanonicalJSON.decode(WireError.self, from: response.body).code)
        } catch {
            return .noAnswer(.untrusted(status: response.status))
        }
    }

    private func identity(
        _ reply: EnrolmentReply, code: EnrolmentCode, key: Curve25519.Signing.PrivateKey, nonce: Data,
        office: OfficeAddress
    ) throws(EnrolmentError) -> DeviceIdentity {
        let proved = EnrolmentProof.reply(
            deviceID: reply.deviceID, serverKey: reply.serverKey, sealedCardKey: reply.sealedCardKey,
            nonce: nonce.base64EncodedString())
        guard code.proves(reply.proof, proved) else { throw .notTheOffice }
        do {
            let cardKey = try code.open(reply.sealedCardKey, nonce: nonce)
            guard cardKey.count == 32, let serverKey = Data(base64Encoded: reply.serverKey) else {
                throw EnrolmentError.notTheOffice
            }
            return DeviceIdentity(
                deviceID: reply.deviceID, centreID: reply.centreID, centreName: reply.centreName, office: office,
                cardKey: SymmetricKey(data: cardKey), signingKey: key,
                serverKey: try Curve25519.Signing.PublicKey(rawRepresentation: serverKey))
        } catch {
            throw .notTheOffice
        }
    }
}

/// Why a box was not taken in.
public enum EnrolmentError: Error, Equatable, Sendable {
    /// The typed code cannot be one.
    case badCode
    case noAnswer(NetworkFailure)
    /// Somebody said no, with this reason; nobody can know whether it was the office.
    case refused(code: String)
    /// The answer does not prove that it knows the code.
    case notTheOffice
}
