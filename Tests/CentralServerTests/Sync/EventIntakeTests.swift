import Foundation
import GRDB
import Hummingbird
import HummingbirdTesting
import Logging
import SyncWire
import Testing

@testable import CentralServer

@Suite struct EventIntakeTests {
    @Test func `a signed batch is stored, and the same again is a duplicate`() async throws {
        let office = try await SyncOffice.make()
        var kiosk = try await office.kiosk()
        let lines = try (0..<3).map { _ in try kiosk.line(SeniorEnrolled.example()) }
        let (sender, epoch) = (kiosk, kiosk.epoch)
        try await office.serve { client in
            let first = try await sender.send(lines, to: client)
            #expect(first.results.map(\.status) == [.stored, .stored, .stored])
            #expect(first.contiguousStored == [epoch: 3])
            #expect(first.replicatedThrough == [epoch: 3])
            #expect(first.serverIncarnation == office.office.identity.incarnation)
            let again = try await sender.send(lines, to: client)
            #expect(again.results.map(\.status) == [.duplicate, .duplicate, .duplicate])
        }
        #expect(try await office.count("eventRaw") == 3)
        let stored = try await office.store.read { db in
            try Data.fetchAll(db, sql: "SELECT line FROM eventRaw ORDER BY seq")
        }
        #expect(stored == lines)
    }

    @Test func `an empty batch asks only how far the office is`() async throws {
        let office = try await SyncOffice.make()
        var kiosk = try await office.kiosk()
        let line = try kiosk.line(SeniorEnrolled.example())
        let sender = kiosk
        try await office.serve { client in
            _ = try await sender.send([line], to: client)
            let reply = try await sender.send([], to: client)
            #expect(reply.results.isEmpty)
            #expect(reply.contiguousStored == [sender.epoch: 1])
        }
    }

    @Test func `other bytes under the same id or number are a conflict, and both are kept`() async throws {
        let office = try await SyncOffice.make()
        var kiosk = try await office.kiosk()
        kiosk.sequence = 1
        let (body, header) = (SeniorEnrolled.example(), kiosk.header(SeniorEnrolled.example()))
        var otherNumber = header
        otherNumber.sequence = 2
        var otherID = header
        otherID.eventID = UUID()
        let lines = [
            try SyncKiosk.frozen(body, header), try SyncKiosk.frozen(SeniorEnrolled.example(), header),
            try SyncKiosk.frozen(body, otherNumber), try SyncKiosk.frozen(body, otherID),
        ]
        let sender = kiosk
        try await office.serve { client in
            let reply = try await sender.send(lines, to: client)
            #expect(reply.results.map(\.status) == [.stored, .conflict, .conflict, .conflict])
            let again = try await sender.send(lines, to: client)
            #expect(again.results.map(\.status) == [.duplicate, .conflict, .conflict, .conflict])
        }
        #expect(try await office.count("eventRaw") == 1)
        let kept = try await office.store.read { db in
            try Data.fetchAll(db, sql: "SELECT line FROM eventConflict ORDER BY id")
        }
        #expect(kept == Array(lines.dropFirst()))
    }

    static let poisons: [(String, String)] = [
        ("not JSON", "bad_line"), ("{}", "bad_line"), ("", "bad_line"), ("\u{0}\u{1}", "bad_line"),
        (String(repeating: "[", count: 5000), "bad_line"),
        (String(repeating: "x", count: WireLimit.bytesPerEvent + 1), "too_long"),
    ]

    @Test(arguments: poisons, [0, 1, 2])
    func `a poisonous line stops no other`(poison: (String, String), place: Int) async throws {
        let office = try await SyncOffice.make()
        var kiosk = try await office.kiosk()
        var lines = try (0..<2).map { _ in try kiosk.line(SeniorEnrolled.example()) }
        lines.insert(Data(poison.0.utf8), at: place)
        let (sender, batch) = (kiosk, lines)
        try await office.serve { client in
            // The closing newline keeps an empty last line a line.
            let body = Data(batch.joined(separator: Data("\n".utf8))) + Data("\n".utf8)
            let answer = try await sender.post(body, to: WirePath.events(sender.deviceID), client)
            let reply = try CanonicalJSON.decode(UploadReply.self, from: answer.body)
            let expected = (0..<3).map { $0 == place ? ItemResult.Status.quarantined : .stored }
            #expect(reply.results.map(\.status) == expected)
            #expect(reply.results.map(\.line) == [0, 1, 2])
            #expect(reply.results[place].code == poison.1)
            #expect(reply.results[place].eventID == nil)
        }
        let kept = try await office.store.read { db in try Data.fetchAll(db, sql: "SELECT line FROM badLine") }
        #expect(kept == [Data(poison.0.utf8)])
        #expect(try await office.count("person") == 2)
    }

    @Test func `an event of another kiosk is kept but not taken for this one's`() async throws {
        let office = try await SyncOffice.make()
        var other = try await office.kiosk()
        let kiosk = try await office.kiosk()
        let line = try other.line(SeniorEnrolled.example())
        try await office.serve { client in
            let reply = try await kiosk.send([line], to: client)
            #expect(reply.results.map(\.code) == ["wrong_device"])
        }
        #expect(try await office.count("eventRaw") == 0)
        #expect(try await office.count("badLine") == 1)
    }

    @Test(arguments: ["A" + String(repeating: "a", count: 31), "abc", ""])
    func `an epoch that cannot be one is a bad line`(epoch: String) async throws {
        let office = try await SyncOffice.make()
        var kiosk = try await office.kiosk()
        kiosk.epoch = epoch
        let line = try kiosk.line(SeniorEnrolled.example())
        let sender = kiosk
        try await office.serve { client in
            let answer = try await sender.send([line], to: client)
            #expect(answer.results.map(\.code) == ["bad_line"])
        }
    }

    @Test func `sixteen posts of one batch at once store it once`() async throws {
        let office = try await SyncOffice.make()
        var kiosk = try await office.kiosk()
        let lines = try (0..<40).map { _ in try kiosk.line(SeniorEnrolled.example()) }
        let sender = kiosk
        try await office.serve(.live) { client in
            let stored = try await withThrowingTaskGroup(of: Int.self) { group in
                for _ in 0..<16 {
                    group.addTask {
                        try await sender.send(lines, to: client).results.count { $0.status == .stored }
                    }
                }
                return try await group.reduce(0, +)
            }
            #expect(stored == 40)
        }
        #expect(try await office.count("eventRaw") == 40)
        #expect(try await office.count("person") == 40)
    }

    @Test func `events may come out of order and in several epochs`() async throws {
        let office = try await SyncOffice.make()
        var kiosk = try await office.kiosk()
        let lines = try (0..<5).map { _ in try kiosk.line(SeniorEnrolled.example()) }
        var second = kiosk
        second.epoch = String(repeating: "b", count: 32)
        (second.sequence, second.previousHash) = (0, String(repeating: "0", count: 64))
        let later = try second.line(SeniorEnrolled.example())
        let (sender, a, b) = (kiosk, kiosk.epoch, second.epoch)
        try await office.serve { client in
            let answer = try await sender.send([lines[4], lines[2]], to: client)
            #expect(answer.contiguousStored == [a: 0])
            #expect(try await sender.send([lines[0], later], to: client).contiguousStored == [a: 1, b: 1])
            #expect(try await sender.send([lines[3]], to: client).contiguousStored == [a: 1, b: 1])
            #expect(try await sender.send([lines[1]], to: client).contiguousStored == [a: 5, b: 1])
        }
        #expect(try await office.count("epoch", where: "chainBreaks > 0") == 0)
    }

    @Test func `a broken chain is noticed and taken all the same`() async throws {
        let office = try await SyncOffice.make()
        var kiosk = try await office.kiosk()
        let first = try kiosk.line(SeniorEnrolled.example())
        kiosk.previousHash = String(repeating: "f", count: 64)
        let second = try kiosk.line(SeniorEnrolled.example())
        let sender = kiosk
        try await office.serve { client in
            let answer = try await sender.send([first, second], to: client)
            #expect(answer.results.map(\.status) == [.stored, .stored])
        }
        #expect(try await office.count("epoch", where: "chainBreaks = 1") == 1)
    }

    @Test(arguments: [Int64.min, -1, 0, 4_102_444_800_000, Int64.max])
    func `no clock is a reason to refuse`(wall: Int64) async throws {
        let office = try await SyncOffice.make()
        var kiosk = try await office.kiosk()
        let line = try kiosk.line(SeniorEnrolled.example(), wall: wall)
        let sender = kiosk
        try await office.serve { client in
            let answer = try await sender.send([line], to: client)
            #expect(answer.results.map(\.status) == [.stored])
        }
        #expect(try await office.count("person") == 1)
    }

    @Test func `what a crash left between storing and understanding is understood at the next start`() async throws {
        let store = try OfficeStore.inMemory()
        let office = try await SyncOffice.make(store: store)
        var kiosk = try await office.kiosk()
        let lines = try (0..<3).map { _ in try kiosk.line(SeniorEnrolled.example()) }
        let device = kiosk.deviceID
        try await store.write { db in
            let shelf = RawShelf(db: db, deviceID: device.uuidString, at: SyncOffice.morning)
            for line in try EventLine.lines(of: Data(lines.joined(separator: [10])), from: device) {
                _ = try shelf.keep(line)
            }
        }
        #expect(try await office.count("eventRaw", where: "state = 'pending'") == 3)
        #expect(try await office.count("person") == 0)
        let restarted = try await SyncOffice.make(store: store)
        #expect(try await restarted.count("person") == 3)
        #expect(try await restarted.count("eventRaw", where: "state = 'projected'") == 3)
    }
}
