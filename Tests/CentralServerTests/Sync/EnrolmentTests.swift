import Crypto
import Foundation
import GRDB
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import SyncWire
import Testing

@testable import CentralServer

@Suite struct EnrolmentTests {
    /// A box in its carton, which someone typed a code into.
    struct Carton: Sendable {
        var key = Curve25519.Signing.PrivateKey()
        var code: String
        var provedCode: String?
        let nonce = Data((0..<32).map { _ in UInt8.random(in: 0...255) })

        var bytes: SymmetricKey { SymmetricKey(data: Data((provedCode ?? code).utf8)) }

        func request() -> EnrolmentRequest {
            let deviceKey = key.publicKey.rawRepresentation.base64EncodedString()
            let proved = EnrolmentProof.request(deviceKey: deviceKey, nonce: nonce.base64EncodedString())
            return EnrolmentRequest(
                codeHint: String(Data("sarangbang code\(code)".utf8).sha256Hex.prefix(16)), deviceKey: deviceKey,
                nonce: nonce.base64EncodedString(),
                proof: Data(HMAC<SHA256>.authenticationCode(for: proved, using: bytes)).base64EncodedString(),
                appVersion: "1.0")
        }

        func ask(
            _ office: SyncOffice, _ client: any TestClientProtocol, headers: HTTPFields = [:]
        ) async throws -> SyncKiosk.Answer {
            let response = try await client.executeRequest(
                uri: WirePath.enrol, method: .post, headers: headers,
                body: ByteBuffer(bytes: try CanonicalJSON.encode(request())))
            return try SyncKiosk(serverKey: office.office.identity.signingKey.publicKey)
                .answer(response, requestID: "")
        }
    }

    private func code(_ office: SyncOffice, centre: String = "pine") async throws -> String {
        try await office.office.enrolment.issueCode(for: centre).code.replacing("-", with: "")
    }

    @Test func `the right code makes a box a kiosk of its centre`() async throws {
        let office = try await SyncOffice.make()
        let box = Carton(code: try await code(office))
        try await office.serve { client in
            let answer = try await box.ask(office, client)
            try #require(answer.status == 200)
            let reply = try CanonicalJSON.decode(EnrolmentReply.self, from: answer.body)
            #expect(reply.centreID == "pine")
            let proved = EnrolmentProof.reply(
                deviceID: reply.deviceID, serverKey: reply.serverKey, sealedCardKey: reply.sealedCardKey,
                nonce: box.nonce.base64EncodedString())
            let proof = try #require(Data(base64Encoded: reply.proof))
            #expect(HMAC<SHA256>.isValidAuthenticationCode(proof, authenticating: proved, using: box.bytes))
            let sealing = HKDF<SHA256>.deriveKey(
                inputKeyMaterial: box.bytes, salt: box.nonce, info: Data("sarangbang card key".utf8),
                outputByteCount: 32)
            let sealed = try AES.GCM.SealedBox(combined: try #require(Data(base64Encoded: reply.sealedCardKey)))
            #expect(try AES.GCM.open(sealed, using: sealing) == SyncOffice.cardKey)
            var kiosk = SyncKiosk(serverKey: office.office.identity.signingKey.publicKey)
            (kiosk.deviceID, kiosk.key) = (reply.deviceID, box.key)
            #expect(try await kiosk.get(WirePath.manifest(kiosk.deviceID), client).status == 200)
        }
    }

    @Test(arguments: ["127.0.0.1, ::1", "127.0.0.1"]) func `behind our proxy each box has an allowance of its own`(
        proxies: String
    ) async throws {
        var settings = Settings()
        (settings.pagesTrustProxy, settings.proxyAddresses) = (true, proxies)
        let office = try await SyncOffice.make(settings: settings)
        let forwarded = try #require(HTTPField.Name("X-Forwarded-For"))
        try await office.serve(.live) { client in
            var last = 0
            for _ in 0..<21 {
                last = try await Carton(code: "000000000000").ask(office, client, headers: [forwarded: "192.0.2.1"])
                    .status
            }
            #expect(last == 429)
            let box = Carton(code: try await code(office))
            #expect(try await box.ask(office, client, headers: [forwarded: "192.0.2.1, 192.0.2.2"]).status == 200)
        }
    }

    @Test(arguments: [(false, "127.0.0.1"), (true, "192.0.2.77")])
    func `nobody but a proxy of ours writes himself another address`(isTrusted: Bool, proxies: String) async throws {
        var settings = Settings()
        (settings.pagesTrustProxy, settings.proxyAddresses) = (isTrusted, proxies)
        let office = try await SyncOffice.make(settings: settings)
        let forwarded = try #require(HTTPField.Name("X-Forwarded-For"))
        try await office.serve(.live) { client in
            var last = 0
            for number in 0..<21 {
                let headers: HTTPFields = [forwarded: "192.0.2.\(number)"]
                last = try await Carton(code: "000000000000").ask(office, client, headers: headers).status
            }
            #expect(last == 429)
        }
    }

    @Test func `a code is twelve typeable characters, and is not kept in the clear`() async throws {
        let office = try await SyncOffice.make()
        let code = try await code(office)
        #expect(code.count == 12)
        #expect(code.allSatisfy { "0123456789ABCDEFGHJKMNPQRSTVWXYZ".contains($0) })
        let sealed = try await office.store.read { db in
            try Data.fetchOne(db, sql: "SELECT codeSealed FROM enrolmentCode")
        }
        #expect(try #require(sealed).range(of: Data(code.utf8)) == nil)
    }

    @Test func `after five wrong proofs even the right one is refused`() async throws {
        let office = try await SyncOffice.make()
        let code = try await code(office)
        try await office.serve { client in
            for _ in 0..<5 {
                let wrong = Carton(code: code, provedCode: "0000" + code.dropFirst(4))
                let answer = try await wrong.ask(office, client)
                #expect(answer.code == "bad_code")
            }
            let answer = try await Carton(code: code).ask(office, client)
            #expect(answer.code == "bad_code")
        }
        #expect(try await office.count("kiosk") == 0)
    }

    @Test func `four wrong proofs leave one try`() async throws {
        let office = try await SyncOffice.make()
        let code = try await code(office)
        try await office.serve { client in
            for _ in 0..<4 {
                _ = try await Carton(code: code, provedCode: "0000" + code.dropFirst(4)).ask(office, client)
            }
            #expect(try await Carton(code: code).ask(office, client).status == 200)
        }
    }

    @Test func `a code is good for a day and no longer`() async throws {
        let office = try await SyncOffice.make()
        let code = try await code(office)
        office.clock.advance(24 * 60 * 60)
        try await office.serve { client in
            let answer = try await Carton(code: code).ask(office, client)
            #expect(answer.code == "bad_code")
        }
    }

    @Test func `a used code takes in no second box, but answers the first one again`() async throws {
        let office = try await SyncOffice.make()
        let box = Carton(code: try await code(office))
        try await office.serve { client in
            let first = try await box.ask(office, client)
            let again = try await box.ask(office, client)
            let (one, two) = (
                try CanonicalJSON.decode(EnrolmentReply.self, from: first.body),
                try CanonicalJSON.decode(EnrolmentReply.self, from: again.body)
            )
            #expect(one.deviceID == two.deviceID)
            #expect(try await Carton(code: box.code).ask(office, client).code == "bad_code")
        }
        #expect(try await office.count("kiosk") == 1)
    }

    @Test func `an enrolled key cannot spend another centre's code`() async throws {
        let office = try await SyncOffice.make()
        let box = Carton(code: try await code(office))
        let other = Carton(key: box.key, code: try await code(office, centre: "reed"))
        try await office.serve { client in
            let answer = try await box.ask(office, client)
            #expect(answer.status == 200)
            #expect(try await other.ask(office, client).code == "bad_code")
        }
    }

    @Test(arguments: ["{}", "", "[1]", #"{"codeHint":"zz","deviceKey":"","nonce":"","proof":"","appVersion":""}"#])
    func `a malformed request is a bad request`(body: String) async throws {
        let office = try await SyncOffice.make()
        try await office.serve { client in
            let response = try await client.executeRequest(
                uri: WirePath.enrol, method: .post, headers: [:], body: ByteBuffer(string: body))
            let answer = try SyncKiosk(serverKey: office.office.identity.signingKey.publicKey)
                .answer(response, requestID: "")
            #expect(answer.code == "bad_request")
        }
    }

    @Test func `guessing is slowed down`() async throws {
        let office = try await SyncOffice.make()
        try await office.serve { client in
            var codes: [String?] = []
            for _ in 0..<21 { codes.append(try await Carton(code: "NOSUCHCODE00").ask(office, client).code) }
            #expect(codes.dropLast().allSatisfy { $0 == "bad_code" })
            #expect(codes.last == "busy")
        }
    }

    @Test func `a centre that does not exist gets no code`() async throws {
        let office = try await SyncOffice.make()
        await #expect(throws: CentralServer.EnrolmentError.unknownCentre("nowhere")) {
            try await office.office.enrolment.issueCode(for: "nowhere")
        }
    }
}
