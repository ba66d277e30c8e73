import Crypto
import Foundation
import SyncWire
import Testing

@testable import SyncClient

@Suite(.timeLimit(.minutes(1))) struct EnrolmentTests {
    /// An office that waits for a box, and the way to it.
    private func atOffice(
        _ test: (FakeOffice, Enrolment, OfficeAddress) async throws -> Void
    ) async throws {
        let office = FakeOffice()
        let server = try await OfficeServer { office.answer($0) }
        let transport = HTTPTransport()
        let enrolment = Enrolment(exchange: transport.exchange, appVersion: "1.0")
        let result: Result<Void, any Error>
        do { result = .success(try await test(office, enrolment, try OfficeAddress(server.url))) } catch {
            result = .failure(error)
        }
        try await transport.shutdown()
        try await server.stop()
        try result.get()
    }

    @Test(arguments: ["ABCDEFGH2345", "abcd-efgh-2345", " ABCD efgh 2345 "])
    func `a box with the right code becomes a kiosk that the office knows`(_ typed: String) async throws {
        try await atOffice { (office: FakeOffice, enrolment: Enrolment, address: OfficeAddress) async throws in
            let identity = try await enrolment.enrol(code: EnrolmentCode(typed), office: address)
            #expect(identity.deviceID == office.deviceID && identity.centreName == "햇살 경로당")
            #expect(identity.cardKey == SymmetricKey(data: office.cardKey))
            let transport = HTTPTransport()
            let client = OfficeClient(identity: identity, exchange: transport.exchange)
            let reply = try await client.ask("GET", WirePath.manifest(identity.deviceID))
            #expect(reply.status == 200)
            try await transport.shutdown()
        }
    }

    @Test func `a wrong code is refused`() async throws {
        try await atOffice { (_: FakeOffice, enrolment: Enrolment, address: OfficeAddress) async throws in
            await #expect(throws: EnrolmentError.refused(code: "bad_code")) {
                try await enrolment.enrol(code: EnrolmentCode("ZZZZZZZZ2345"), office: address)
            }
        }
    }

    @Test(arguments: [FakeOffice.Conduct.portal, .redirect, .cut, .truncated, .unsigned(403)])
    func `whoever cannot prove the code is not the office`(_ conduct: FakeOffice.Conduct) async throws {
        try await atOffice { (office: FakeOffice, enrolment: Enrolment, address: OfficeAddress) async throws in
            office.edit { $0.standing = conduct }
            await #expect(throws: EnrolmentError.self) {
                try await enrolment.enrol(code: EnrolmentCode("ABCDEFGH2345"), office: address)
            }
        }
    }

    @Test func `an impostor's key is not taken`() async throws {
        let impostor: HTTPExchange = { request throws(NetworkFailure) in
            do {
                let reply = EnrolmentReply(
                    deviceID: UUID(), centreID: "c", centreName: "n",
                    serverKey: Curve25519.Signing.PrivateKey().publicKey.rawRepresentation.base64EncodedString(),
                    sealedCardKey: Data(count: 60).base64EncodedString(), proof: Data(count: 32).base64EncodedString())
                return HTTPResponseValue(status: 200, headers: [:], body: try CanonicalJSON.encode(reply))
            } catch { throw .cut }
        }
        await #expect(throws: EnrolmentError.notTheOffice) {
            try await Enrolment(exchange: impostor, appVersion: "1")
                .enrol(code: EnrolmentCode("ABCDEFGH2345"), office: OfficeAddress("http://127.0.0.1"))
        }
    }

    @Test(arguments: ["", "ABC", "ABCDEFGH_345", "가나다라마바사아자차카타", String(repeating: "A", count: 65)])
    func `what cannot be a code is not sent`(_ typed: String) {
        #expect(throws: EnrolmentError.badCode) { try EnrolmentCode(typed) }
    }

    @Test(arguments: [
        ("https://office.example.kr", "https://office.example.kr"),
        ("https://office.example.kr:8443/", "https://office.example.kr:8443"),
        ("HTTPS://office.example.kr", "https://office.example.kr"), ("http://127.0.0.1:8080", "http://127.0.0.1:8080"),
        ("http://localhost", "http://localhost"), ("http://[::1]:80", "http://[::1]:80"),
    ])
    func `an office's address is an origin`(_ text: String, _ origin: String) throws {
        #expect(try OfficeAddress(text).origin == origin)
    }

    @Test(arguments: [
        ("office.example.kr", OfficeAddressError.notAnAddress), ("https://", .notAnAddress), ("", .notAnAddress),
        ("ftp://office.example.kr", .unknownScheme), ("https://a@office.example.kr", .moreThanAnOrigin),
        ("https://office.example.kr/base", .moreThanAnOrigin), ("https://office.example.kr?x=1", .moreThanAnOrigin),
        ("http://office.example.kr", .plainHTTP), ("http://127.0.0.1.example.kr", .plainHTTP),
    ])
    func `anything else is none`(_ text: String, _ error: OfficeAddressError) {
        #expect(throws: error) { try OfficeAddress(text) }
    }
}
