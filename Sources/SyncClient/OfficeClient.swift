import Crypto
import Foundation
import SyncWire

/// Signed questions to the office, and only those answers that the office signed.
public struct OfficeClient: Sendable {
    public let identity: DeviceIdentity
    private let exchange: HTTPExchange
    private let makeID: @Sendable () -> UUID

    public init(
        identity: DeviceIdentity, exchange: @escaping HTTPExchange,
        makeID: @escaping @Sendable () -> UUID = { UUID() }
    ) {
        (self.identity, self.exchange, self.makeID) = (identity, exchange, makeID)
    }

    /// Sends a signed request. Returns only what the office's key signed for this very request, errors included;
    /// everything else is a ``NetworkFailure``.
    public func ask(
        _ method: String, _ path: String, body: Data = Data(), contentType: String? = nil,
        maximumReplyBytes: Int = 1024 * 1024
    ) async throws(NetworkFailure) -> SignedReply {
        let requestID = makeID().uuidString
        let request = try signed(method, path, body, contentType, requestID, maximumReplyBytes)
        let response = try await exchange(request)
        guard isFromOffice(response, requestID: requestID) else { throw .untrusted(status: response.status) }
        return SignedReply(status: response.status, body: response.body)
    }

    /// Fetches bytes whose digest is known already. They prove themselves, so that any cache may give them.
    public func fetch(sha256: String, size: Int) async throws(NetworkFailure) -> Data {
        let request = try signed("GET", WirePath.blob(sha256), Data(), nil, makeID().uuidString, size)
        let response = try await exchange(request)
        guard response.status == 200, response.body.count == size, HexDigest.sha256(response.body) == sha256 else {
            throw .untrusted(status: response.status)
        }
        return response.body
    }

    /// Fetches a piece of bytes whose digest is known and puts it behind those that are here. A cache on the way that
    /// knows no pieces gives the whole.
    func fetch(
        sha256: String, _ piece: Range<Int>, of size: Int, after bytes: Data
    ) async throws(NetworkFailure) -> Data {
        var request = try signed("GET", WirePath.blob(sha256), Data(), nil, makeID().uuidString, size)
        request.headers["Range"] = "bytes=\(piece.lowerBound)-\(piece.upperBound - 1)"
        let response = try await exchange(request)
        switch response.status {
        case 200 where response.body.count == size: return response.body
        case 206 where response.body.count == piece.count: return bytes + response.body
        default: throw .untrusted(status: response.status)
        }
    }

    private func signed(
        _ method: String, _ path: String, _ body: Data, _ contentType: String?, _ requestID: String, _ limit: Int
    ) throws(NetworkFailure) -> HTTPRequestValue {
        let input = SigningInput.request(
            method: method, path: path, requestID: requestID, bodySHA256: HexDigest.sha256(body))
        let signature: Data
        do { signature = try identity.signingKey.signature(for: input) } catch {
            throw .unreachable("signing: \(error)")
        }
        var headers = [
            SigningInput.requestHeader: requestID, SigningInput.signatureHeader: signature.base64EncodedString(),
        ]
        if let contentType { headers["Content-Type"] = contentType }
        return HTTPRequestValue(
            method: method, url: identity.office.origin + path, headers: headers, body: body,
            maximumReplyBytes: limit)
    }

    private func isFromOffice(_ response: HTTPResponseValue, requestID: String) -> Bool {
        guard let text = response.headers[SigningInput.signatureHeader.lowercased()],
            let signature = Data(base64Encoded: text)
        else { return false }
        let input = SigningInput.reply(
            status: response.status, requestID: requestID, bodySHA256: HexDigest.sha256(response.body))
        return identity.serverKey.isValidSignature(signature, for: input)
    }
}

/// An answer that the office itself gave.
public struct SignedReply: Equatable, Sendable {
    public let status: Int
    public let body: Data

    /// The reason in a signed refusal, or `unreadable`.
    public var refusal: String {
        do { return try CanonicalJSON.decode(WireError.self, from: body).code } catch { return "unreadable" }
    }
}
