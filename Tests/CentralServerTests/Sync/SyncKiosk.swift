import Crypto
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import NIOCore
import SyncWire
import Testing

@testable import CentralServer

/// A kiosk as the wire sees it: signs what it sends, takes no unsigned answer, and chains its events.
struct SyncKiosk: Sendable {
    var deviceID = UUID()
    var key = Curve25519.Signing.PrivateKey()
    var serverKey: Curve25519.Signing.PublicKey
    var epoch = String(repeating: "a", count: 32)
    var sequence: Int64 = 0
    var previousHash = String(repeating: "0", count: 64)

    init(serverKey: Curve25519.Signing.PublicKey) { self.serverKey = serverKey }

    /// The next event's frozen line.
    mutating func line(
        _ body: some EventBody, about person: UUID? = nil, type: EventType? = nil, version: Int? = nil,
        wall: Int64 = 1_795_222_800_000
    ) throws -> Data {
        sequence += 1
        let line = try Self.frozen(body, header(body, person, type, version, wall))
        previousHash = line.sha256Hex
        return line
    }

    /// An event with another header than its own.
    static func frozen(_ body: some EventBody, _ header: EventHeader) throws -> Data {
        try CanonicalJSON.encode(Event(header: header, body: body))
    }

    func header<Body: EventBody>(
        _ body: Body, _ person: UUID? = nil, _ type: EventType? = nil, _ version: Int? = nil,
        _ wall: Int64 = 1_795_222_800_000
    ) -> EventHeader {
        EventHeader(
            eventID: UUID(), deviceID: deviceID, epoch: epoch, sequence: sequence, type: type ?? Body.type,
            typeVersion: version ?? Body.typeVersion, personID: person, wallMilliseconds: wall, utcOffset: 32400,
            bootID: "boot", monotonicNanoseconds: 1, clockState: .synced, appVersion: "1", schemaVersion: 1,
            previousHash: previousHash)
    }

    /// Sends lines and reads the signed answer.
    func send(_ lines: [Data], to client: any TestClientProtocol) async throws -> UploadReply {
        let batch = Data(lines.joined(separator: Data("\n".utf8)))
        let answer = try await post(batch, to: WirePath.events(deviceID), client)
        try #require(answer.status == 200)
        let reply = try CanonicalJSON.decode(UploadReply.self, from: answer.body)
        #expect(reply.echo == batch.sha256Hex)
        return reply
    }

    func post(_ body: Data, to path: String, _ client: any TestClientProtocol) async throws -> Answer {
        try await request(.post, path, body, client)
    }

    func get(_ path: String, _ client: any TestClientProtocol, range: String? = nil) async throws -> Answer {
        try await request(.get, path, Data(), client, range: range)
    }

    /// Sends a signed request; an answer whose signature is not the office's fails the test.
    func request(
        _ method: HTTPRequest.Method, _ path: String, _ body: Data, _ client: any TestClientProtocol,
        signing signed: String? = nil, requestID: String? = UUID().uuidString, range: String? = nil
    ) async throws -> Answer {
        let input = SigningInput.request(
            method: method.rawValue, path: signed ?? path, requestID: requestID ?? "", bodySHA256: body.sha256Hex)
        var headers: HTTPFields = [.sarangbangSignature: try key.signature(for: input).base64EncodedString()]
        headers[.sarangbangRequest] = requestID
        headers[.range] = range
        let response = try await client.executeRequest(
            uri: path, method: method, headers: headers, body: body.isEmpty ? nil : ByteBuffer(bytes: body))
        return try answer(response, requestID: requestID ?? "")
    }

    func answer(_ response: TestResponse, requestID: String) throws -> Answer {
        let body = Data(response.body.readableBytesView)
        let input = SigningInput.reply(
            status: Int(response.status.code), requestID: requestID, bodySHA256: body.sha256Hex)
        let signature = Data(base64Encoded: response.headers[.sarangbangSignature] ?? "") ?? Data()
        #expect(serverKey.isValidSignature(signature, for: input))
        // A part of a file, or none of it, is no refusal.
        let code =
            [200, 206, 416].contains(response.status.code)
            ? nil : try CanonicalJSON.decode(WireError.self, from: body).code
        return Answer(status: Int(response.status.code), headers: response.headers, body: body, code: code)
    }

    struct Answer: Sendable {
        var status: Int
        var headers: HTTPFields
        var body: Data
        /// The code of a refusal.
        var code: String?
    }
}
