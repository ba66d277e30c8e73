import Crypto
import Foundation
import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import SyncWire

/// Signs whatever the office answers to a kiosk, refusals too: an unsigned answer does not count.
struct ReplySigner: Sendable {
    let identity: ServerIdentity

    /// Runs `serve` and signs its answer; an error becomes a signed refusal.
    func reply(
        to request: Request, logger: Logger, _ serve: () async throws -> WireReply
    ) async throws -> Response {
        let requestID = request.headers[.sarangbangRequest] ?? ""
        do {
            return try signed(try await serve(), requestID: requestID)
        } catch let refusal as Refusal {
            return try signed(WireReply(refusal), requestID: requestID)
        } catch {
            logger.error("Request failed", metadata: ["error": "\(error)"])
            return try signed(WireReply(.busy(status: 503, after: 30)), requestID: requestID)
        }
    }

    private func signed(_ reply: WireReply, requestID: String) throws -> Response {
        let input = SigningInput.reply(status: reply.status, requestID: requestID, bodySHA256: reply.body.sha256Hex)
        let signature = try identity.signingKey.signature(for: input)
        var headers = reply.headers
        headers[.sarangbangSignature] = signature.base64EncodedString()
        return Response(
            status: HTTPResponse.Status(code: reply.status), headers: headers,
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: reply.body)))
    }
}

/// An answer before it is signed.
struct WireReply: Sendable {
    var status: Int
    var headers: HTTPFields
    var body: Data

    /// A message as canonical JSON.
    init(_ message: some Encodable) throws {
        status = 200
        headers = [.contentType: "application/json"]
        body = try CanonicalJSON.encode(message)
    }

    init(_ refusal: Refusal) throws {
        try self.init(WireError(code: refusal.code))
        status = refusal.status
        if let seconds = refusal.retryAfter { headers[.retryAfter] = "\(seconds)" }
    }

    init(status: Int, headers: HTTPFields, body: Data) {
        (self.status, self.headers, self.body) = (status, headers, body)
    }
}

extension HTTPField.Name {
    static let sarangbangSignature = named(SigningInput.signatureHeader)
    static let sarangbangRequest = named(SigningInput.requestHeader)

    private static func named(_ text: String) -> HTTPField.Name {
        guard let name = HTTPField.Name(text) else { preconditionFailure("\(text) is no header name") }
        return name
    }
}
