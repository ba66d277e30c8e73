import Foundation
import GRDB
import SyncClient
import SyncWire
import Testing

@testable import KioskStore

@Suite struct StoreOpeningTests {
    @Test func `a commit waits for the disk: the open connection itself says so`() async throws {
        try await Shelf.run { (shelf: Shelf) async throws in
            let settings = try await shelf.store.check().settings
            #expect(
                settings == [
                    "journal_mode": "wal", "synchronous": "2", "foreign_keys": "1", "secure_delete": "1",
                    "locking_mode": "exclusive",
                ])
        }
    }

    @Test(arguments: ["synchronous = NORMAL", "foreign_keys = OFF", "secure_delete = OFF"])
    func `a setting that did not take is an error`(_ pragma: String) async throws {
        try await Shelf.run { (shelf: Shelf) async throws in
            try await shelf.store.queue.writeWithoutTransaction { db in
                try db.execute(sql: "PRAGMA \(pragma)")
                #expect(throws: StoreError.self) { try DatabaseFile.checkSettings(db) }
            }
        }
    }

    @Test func `only the owner may read what is on the disk`() async throws {
        try await Shelf.run { (shelf: Shelf) async throws in
            _ = try await shelf.store.enrol(.example(), cardDigest: nil)
            for name in ["", "/kiosk.sqlite", "/kiosk.sqlite-wal"] {
                let rights = try FileManager.default.attributesOfItem(atPath: shelf.folder + name)[.posixPermissions]
                #expect(((rights as? NSNumber)?.intValue ?? 0o777) & 0o077 == 0, "\(name)")
            }
        }
    }

    @Test func `a second opening of the same file is refused and moves nothing`() async throws {
        try await Shelf.run { (shelf: Shelf) async throws in
            #expect(throws: StoreError.inUse) {
                try KioskStore.open(in: shelf.folder, device: nil, stamp: { .example() })
            }
            #expect(try await shelf.store.check().isSound)
        }
    }

    @Test func `an existing store goes on where it was`() async throws {
        try await Shelf.inFolder { (folder: String) async throws in
            let device = UUID()
            let (first, opening) = try KioskStore.open(in: folder, device: device, stamp: { .example() })
            #expect(opening == .created)
            let person = try await first.enrol(.example(), cardDigest: digest(1))
            try first.close()
            let (second, again) = try KioskStore.open(in: folder, device: device, stamp: { .example() })
            #expect(again == .existing)
            #expect(try await second.person(forCardDigest: digest(1)) == .active(person))
            _ = try await second.countAttendance(
                of: person.id, on: try #require(CalendarDay("2026-11-21")), classID: nil)
            let headers = try await Shelf(folder: folder, store: second).headers()
            #expect(headers.map(\.sequence) == [1, 2, 3])
            #expect(Set(headers.map(\.epoch)).count == 1)
        }
    }

    @Test(arguments: ["garbage", "page", "truncated"])
    func `a damaged file is moved aside with all its bytes and a new one begun`(_ damage: String) async throws {
        try await Shelf.inFolder { (folder: String) async throws in
            let (first, _) = try KioskStore.open(in: folder, device: UUID(), stamp: { .example() })
            for number in 0..<200 { _ = try await first.enrol(.example(name: "시험 \(number)"), cardDigest: nil) }
            try first.close()
            let path = folder + "/kiosk.sqlite"
            var bytes = try Data(contentsOf: URL(fileURLWithPath: path))
            switch damage {
            case "garbage": bytes = Data(repeating: 0x41, count: 5000)
            case "page": bytes.replaceSubrange(8192..<20480, with: Data(repeating: 0xFF, count: 12288))
            default: bytes = bytes.prefix(bytes.count / 2 + 100)
            }
            try bytes.write(to: URL(fileURLWithPath: path))
            let (second, opening) = try KioskStore.open(in: folder, device: UUID(), stamp: { .example() })
            let aside = folder + ".damaged-1795000000000"
            #expect(opening == .replaced(movedTo: aside))
            #expect(try Data(contentsOf: URL(fileURLWithPath: aside + "/kiosk.sqlite")) == bytes)
            #expect(try await second.statistics().stored == 0)
            _ = try await second.enrol(.example(), cardDigest: nil)
            #expect(try await second.check().isSound)
        }
    }

    @Test func `what was not yet in the main file is moved aside with it`() async throws {
        try await Shelf.run { (shelf: Shelf) async throws in
            for number in 0..<200 { _ = try await shelf.store.enrol(.example(name: "시험 \(number)"), cardDigest: nil) }
            try await shelf.store.queue.writeWithoutTransaction { db in
                try db.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)")
            }
            _ = try await shelf.store.enrol(.example(name: "나중"), cardDigest: nil)
            let cut = shelf.folder + "-cut"
            try FileManager.default.copyItem(atPath: shelf.folder, toPath: cut)
            var bytes = try Data(contentsOf: URL(fileURLWithPath: cut + "/kiosk.sqlite"))
            bytes.replaceSubrange(8192..., with: Data(repeating: 0xFF, count: bytes.count - 8192))
            try bytes.write(to: URL(fileURLWithPath: cut + "/kiosk.sqlite"))
            let log = try Data(contentsOf: URL(fileURLWithPath: cut + "/kiosk.sqlite-wal"))
            #expect(log.count > 4096)
            let opening = try KioskStore.open(in: cut, device: nil, stamp: { .example() }).opening
            let aside = cut + ".damaged-1795000000000"
            #expect(opening == .replaced(movedTo: aside))
            #expect(try Data(contentsOf: URL(fileURLWithPath: aside + "/kiosk.sqlite")) == bytes)
            #expect(try Data(contentsOf: URL(fileURLWithPath: aside + "/kiosk.sqlite-wal")) == log)
        }
    }

    @Test func `two damaged files in one millisecond are both kept`() async throws {
        try await Shelf.inFolder { (folder: String) async throws in
            for _ in 0..<2 {
                try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
                try Data(repeating: 1, count: 4096).write(to: URL(fileURLWithPath: folder + "/kiosk.sqlite"))
                let opened = try KioskStore.open(in: folder, device: nil, stamp: { .example() })
                try opened.store.queue.close()
                try FileManager.default.removeItem(atPath: folder)
            }
            #expect(FileManager.default.fileExists(atPath: folder + ".damaged-1795000000000/kiosk.sqlite"))
            #expect(FileManager.default.fileExists(atPath: folder + ".damaged-1795000000000-2/kiosk.sqlite"))
        }
    }

    @Test func `a file of a newer kiosk is left alone`() async throws {
        try await Shelf.inFolder { (folder: String) async throws in
            let (first, _) = try KioskStore.open(in: folder, device: nil, stamp: { .example() })
            try await first.queue.write { db in
                try db.execute(sql: "INSERT INTO grdb_migrations VALUES ('from the future')")
            }
            try first.close()
            #expect(throws: StoreError.newerSchema) {
                try KioskStore.open(in: folder, device: nil, stamp: { .example() })
            }
            #expect(FileManager.default.fileExists(atPath: folder + "/kiosk.sqlite"))
        }
    }

    @Test func `a backup opens, is sound, and goes on in an epoch of its own`() async throws {
        try await Shelf.run { (shelf: Shelf) async throws in
            let person = try await shelf.store.enrol(.example(), cardDigest: digest(1))
            let copy = shelf.folder + "-copy/kiosk.sqlite"
            try FileManager.default.createDirectory(
                atPath: shelf.folder + "-copy", withIntermediateDirectories: true)
            try await shelf.store.backup(to: copy)
            try await shelf.store.backup(to: copy)
            _ = try await shelf.store.enrol(.example(name: "이나중"), cardDigest: nil)
            let device = try await shelf.store.deviceID()
            let (restored, opening) = try KioskStore.open(
                in: shelf.folder + "-copy", device: device, stamp: { .example() })
            #expect(opening == .existing)
            #expect(try await restored.person(forCardDigest: digest(1)) == .active(person))
            _ = try await restored.issueCardOfNobody()
            let headers = try await Shelf(folder: "", store: restored).headers()
            #expect(headers.map(\.sequence) == [1, 2, 1])
            #expect(Set(headers.map(\.epoch)).count == 2)
            #expect(try await restored.check().isSound)
            #expect(
                try FileManager.default.contentsOfDirectory(atPath: shelf.folder + "-copy").filter {
                    $0.hasSuffix("new")
                } == [])
        }
    }

    @Test func `events made before enrolment are issued again under the device's name`() async throws {
        try await Shelf.inFolder { (folder: String) async throws in
            let (first, _) = try KioskStore.open(in: folder, device: nil, stamp: { .example() })
            let person = try await first.enrol(.example(), cardDigest: digest(1))
            let old = try await Shelf(folder: folder, store: first).headers()
            try first.close()
            let device = UUID()
            let (second, _) = try KioskStore.open(in: folder, device: device, stamp: { .example(wall: 1) })
            let batch = try #require(try await second.nextBatch(BatchLimit(), skipping: []))
            let headers = try batch.items.map { try CanonicalJSON.decode(EventHeader.self, from: $0.line) }
            #expect(headers.map(\.deviceID) == [device, device])
            #expect(headers.map(\.sequence) == [1, 2])
            #expect(headers.map(\.wallMilliseconds) == old.map(\.wallMilliseconds))
            #expect(Set(headers.map(\.eventID)).isDisjoint(with: old.map(\.eventID)))
            let body = try CanonicalJSON.decode(Event<SeniorEnrolled>.self, from: batch.items[0].line).body
            #expect(body.personID == person.id && body.name == "김사랑" && body.consentsToHealthData)
            #expect(try await second.statistics().stored == 2)
            #expect(try await second.check().isSound)
        }
    }
}

extension KioskStore {
    /// Any one more event.
    func issueCardOfNobody() async throws -> Person { try await enrol(.example(name: "정하나"), cardDigest: nil) }
}
