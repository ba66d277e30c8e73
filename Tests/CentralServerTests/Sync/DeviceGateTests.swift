import Crypto
import Foundation
import GRDB
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import SyncWire
import Testing

@testable import CentralServer

@Suite struct DeviceGateTests {
    @Test func `a stranger is told so by the office's signature`() async throws {
        let office = try await SyncOffice.make()
        let stranger = SyncKiosk(serverKey: office.office.identity.signingKey.publicKey)
        try await office.serve { client in
            let answer = try await stranger.get(WirePath.manifest(stranger.deviceID), client)
            #expect(answer.status == 401)
            #expect(answer.code == "unknown_device")
            #expect(try await stranger.get("/v1/devices/nonsense/manifest", client).code == "unknown_device")
        }
    }

    @Test func `another key's signature is refused`() async throws {
        let office = try await SyncOffice.make()
        let kiosk = try await office.kiosk()
        try await office.serve { client in
            var impostor = kiosk
            impostor.key = Curve25519.Signing.PrivateKey()
            let answer = try await impostor.get(WirePath.manifest(kiosk.deviceID), client)
            #expect(answer.status == 401)
            #expect(answer.code == "bad_signature")
        }
    }

    @Test func `a signature holds for its own path, query and body only`() async throws {
        let office = try await SyncOffice.make()
        let kiosk = try await office.kiosk()
        let path = WirePath.manifest(kiosk.deviceID)
        try await office.serve { client in
            let elsewhere = try await kiosk.request(.get, path + "?have=3", Data(), client, signing: path)
            #expect(elsewhere.code == "bad_signature")
            #expect(try await kiosk.get(path + "?have=3", client).status == 200)
        }
    }

    @Test func `a request without an id is a bad one`() async throws {
        let office = try await SyncOffice.make()
        let kiosk = try await office.kiosk()
        try await office.serve { client in
            let answer = try await kiosk.request(
                .get, WirePath.manifest(kiosk.deviceID), Data(), client, requestID: nil)
            #expect(answer.code == "bad_request")
        }
    }

    @Test func `a revoked kiosk is told so and stores nothing`() async throws {
        let office = try await SyncOffice.make()
        var kiosk = try await office.kiosk()
        let line = try kiosk.line(SeniorEnrolled.example())
        _ = try await OfficeDesk(office: office.office).perform(.revoke(device: kiosk.deviceID.uuidString))
        let revoked = kiosk
        try await office.serve { client in
            let answer = try await revoked.post(line, to: WirePath.events(revoked.deviceID), client)
            #expect(answer.status == 403)
            #expect(answer.code == "revoked")
        }
        #expect(try await office.count("eventRaw") == 0)
    }

    @Test(arguments: [TestingSetup.router, .live])
    func `too long a batch is refused by signature`(framework: TestingSetup) async throws {
        let office = try await SyncOffice.make()
        let kiosk = try await office.kiosk()
        try await office.serve(framework) { client in
            let body = Data(repeating: 65, count: WireLimit.bytesPerBatch + 1)
            let answer = try await kiosk.post(body, to: WirePath.events(kiosk.deviceID), client)
            #expect(answer.status == 413)
            #expect(answer.code == "too_large")
        }
    }

    @Test func `more lines than a batch may have are refused`() async throws {
        let office = try await SyncOffice.make()
        let kiosk = try await office.kiosk()
        try await office.serve { client in
            let body = Data(String(repeating: "x\n", count: WireLimit.eventsPerBatch + 1).utf8)
            let answer = try await kiosk.post(body, to: WirePath.events(kiosk.deviceID), client)
            #expect(answer.code == "too_large")
        }
    }

    @Test func `a hurried kiosk is asked to wait, and another one is not`() async throws {
        var settings = Settings()
        (settings.kioskBurst, settings.kioskRate) = (2, 1)
        let office = try await SyncOffice.make(settings: settings)
        let (hurried, calm) = (try await office.kiosk(), try await office.kiosk())
        try await office.serve { client in
            for _ in 0..<2 { #expect(try await hurried.get(WirePath.manifest(hurried.deviceID), client).status == 200) }
            let answer = try await hurried.get(WirePath.manifest(hurried.deviceID), client)
            #expect(answer.status == 429)
            #expect(answer.headers[.retryAfter] == "1")
            #expect(try await calm.get(WirePath.manifest(calm.deviceID), client).status == 200)
            office.clock.advance(1)
            #expect(try await hurried.get(WirePath.manifest(hurried.deviceID), client).status == 200)
        }
    }

    @Test func `a path that is not there is refused by signature`() async throws {
        let office = try await SyncOffice.make()
        let kiosk = try await office.kiosk()
        try await office.serve { client in
            let answer = try await kiosk.get("/v1/nothing/here", client)
            #expect(answer.code == "not_found")
            #expect(try await kiosk.get(WirePath.blob(String(repeating: "0", count: 64)), client).code == "not_found")
        }
    }

    @Test func `a check-in is kept and answered`() async throws {
        let office = try await SyncOffice.make()
        let kiosk = try await office.kiosk()
        let status = DeviceStatus(
            appVersion: "1.2", stored: 10, unsent: 3, quarantined: 1, oldestUnsentMilliseconds: 1_795_222_000_000,
            freeDiskBytes: 5_000_000_000, clockState: .unconfirmed, wallMilliseconds: 1_795_222_805_000,
            contentVersion: 4)
        try await office.serve { client in
            let answer = try await kiosk.post(
                try CanonicalJSON.encode(status), to: WirePath.status(kiosk.deviceID), client)
            let reply = try CanonicalJSON.decode(StatusReply.self, from: answer.body)
            #expect(reply.serverMilliseconds == 1_795_222_800_000)
            #expect(
                try await kiosk.post(Data("{".utf8), to: WirePath.status(kiosk.deviceID), client).code == "bad_request")
        }
        let found = try await office.store.read { db in try Kiosk.find(db, key: kiosk.deviceID.uuidString) }
        #expect(found.clockOffsetMs == 5000)
        #expect(found.unsent == 3)
        #expect(found.lastContactAt == SyncOffice.morning)
        #expect(found.oldestUnsentAt == Date(timeIntervalSince1970: 1_795_222_000))
    }
}
