import Crypto
import Foundation
import GRDB
import SyncWire
import Testing

@testable import CentralServer

@Suite struct BackupTests {
    @Test func `a backup opens as another life of the same office`() async throws {
        let directory = try TemporaryDirectory()
        let store = try OfficeStore.open(at: directory.path + "/office.sqlite")
        let office = try await SyncOffice.make(store: store)
        var kiosk = try await office.kiosk()
        let lines = try (0..<3).map { _ in try kiosk.line(SeniorEnrolled.example()) }
        let sender = kiosk
        try await office.serve { client in _ = try await sender.send(lines, to: client) }
        try await office.office.publisher.publishAll()
        let report = try await Backup(store: store).write(to: directory.path + "/copy.sqlite")
        #expect(report.events == 3)

        let restored = try await SyncOffice.make(store: try OfficeStore.open(at: report.file))
        #expect(try await restored.count("person") == 3)
        #expect(restored.office.identity.incarnation != office.office.identity.incarnation)
        #expect(
            restored.office.identity.signingKey.rawRepresentation == office.office.identity.signingKey.rawRepresentation
        )
        let before = try await Downlink(store: store).manifest(for: "pine").version
        restored.clock.advance(60)
        try await restored.office.publisher.publishAll()
        #expect(try await Downlink(store: restored.store).manifest(for: "pine").version > before)
        try await restored.serve { client in
            let reply = try await sender.send(lines, to: client)
            #expect(reply.results.map(\.status) == [.duplicate, .duplicate, .duplicate])
        }
    }

    @Test func `a backup overwrites nothing`() async throws {
        let directory = try TemporaryDirectory()
        let file = directory.path + "/precious"
        try Data("precious".utf8).write(to: URL(fileURLWithPath: file))
        let store = try OfficeStore.inMemory()
        await #expect(throws: CommandFailure(.badData, "\(file) is there already")) {
            try await Backup(store: store).write(to: file)
        }
        #expect(try Data(contentsOf: URL(fileURLWithPath: file)) == Data("precious".utf8))
    }
}
