import Foundation
import GRDB
import SyncClient
import SyncWire
import Testing

@testable import KioskStore

@Suite struct EventLogTests {
    @Test func `events form a chain without a gap`() async throws {
        try await Shelf.run { (shelf: Shelf) async throws in
            for number in 0..<20 {
                _ = try await shelf.store.enrol(.example(name: "시험 \(number)"), cardDigest: digest(number))
            }
            let (headers, lines) = (try await shelf.headers(), try await shelf.lines())
            #expect(headers.map(\.sequence) == Array(1...40))
            #expect(headers[0].previousHash == String(repeating: "0", count: 64))
            for index in 1..<40 { #expect(headers[index].previousHash == HexDigest.sha256(lines[index - 1])) }
            #expect(try await shelf.store.check().chain == EventChain(events: 40, faults: []))
            #expect(lines.allSatisfy { !$0.contains(0x0A) })
        }
    }

    @Test(arguments: ["UPDATE event SET line = x'7b7d'", "UPDATE event SET sequence = 9", "DELETE FROM event"])
    func `the schema itself refuses to change an event`(_ sql: String) async throws {
        try await Shelf.run { (shelf: Shelf) async throws in
            _ = try await shelf.store.enrol(.example(), cardDigest: nil)
            await #expect(throws: DatabaseError.self) { try await shelf.store.queue.write { try $0.execute(sql: sql) } }
        }
    }

    @Test func `a changed byte is found`() async throws {
        try await Shelf.run { (shelf: Shelf) async throws in
            for number in 0..<3 { _ = try await shelf.store.enrol(.example(name: "시험 \(number)"), cardDigest: nil) }
            try await shelf.store.queue.write { db in
                try db.execute(sql: "DROP TRIGGER eventIsFrozen")
                try db.execute(
                    sql: "UPDATE event SET line = CAST(replace(line, '1948', '1949') AS BLOB) WHERE sequence = 2")
            }
            #expect(try await shelf.store.check().chain.faults == ["changed bytes at 2"])
        }
    }

    @Test func `a missing event is found`() async throws {
        try await Shelf.run { (shelf: Shelf) async throws in
            for number in 0..<3 { _ = try await shelf.store.enrol(.example(name: "시험 \(number)"), cardDigest: nil) }
            try await shelf.store.queue.write { db in
                try db.execute(sql: "DROP TRIGGER eventStays")
                try db.execute(sql: "DELETE FROM event WHERE sequence = 2")
            }
            #expect(try await shelf.store.check().chain.faults == ["gap before 3", "broken link at 3"])
        }
    }

    @Test func `a full disk is an error that leaves nothing half written`() async throws {
        try await Shelf.run { (shelf: Shelf) async throws in
            let first = try await shelf.store.enrol(.example(), cardDigest: digest(0))
            try await shelf.store.queue.writeWithoutTransaction { db in
                let pages = try Int.fetchOne(db, sql: "PRAGMA page_count") ?? 0
                try db.execute(sql: "PRAGMA max_page_count = \(pages + 3)")
            }
            var (confirmed, refusal): (Int, StoreError?) = (1, nil)
            while refusal == nil {
                do throws(StoreError) {
                    _ = try await shelf.store.enrol(.example(), cardDigest: digest(confirmed))
                    confirmed += 1
                } catch { refusal = error }
            }
            #expect(refusal == .diskFull)
            #expect(try await shelf.store.people(phoneLastDigits: "1234", limit: 10_000).count == confirmed)
            #expect(try await shelf.headers().count == confirmed * 2)
            #expect(try await shelf.store.person(forCardDigest: digest(confirmed)) == .unknown)
            #expect(try await shelf.store.person(forCardDigest: digest(0)) == .active(first))
            #expect(try await shelf.store.check().isSound)
            try await shelf.store.queue.writeWithoutTransaction {
                try $0.execute(sql: "PRAGMA max_page_count = 100000")
            }
            _ = try await shelf.store.enrol(.example(), cardDigest: digest(confirmed))
            #expect(try await shelf.store.check().isSound)
        }
    }

    @Test func `batches keep their limits and skip what is held`() async throws {
        try await Shelf.run { (shelf: Shelf) async throws in
            for number in 0..<5 { _ = try await shelf.store.enrol(.example(name: "시험 \(number)"), cardDigest: nil) }
            let all = try #require(try await shelf.store.nextBatch(BatchLimit(), skipping: []))
            #expect(all.items.count == 5)
            let two = try await shelf.store.nextBatch(BatchLimit(events: 2), skipping: [all.items[0].eventID])
            #expect(two?.items == Array(all.items[1...2]))
            let size = all.items[0].line.count
            let small = try await shelf.store.nextBatch(BatchLimit(bytes: size * 2 + 10), skipping: [])
            #expect(small?.items.count == 2)
            #expect((small?.body.count ?? .max) <= size * 2 + 10)
            #expect(try await shelf.store.nextBatch(BatchLimit(bytes: 1), skipping: [])?.items.count == 1)
            #expect(try await shelf.store.nextBatch(BatchLimit(), skipping: Set(all.items.map(\.eventID))) == nil)
        }
    }

    @Test func `a bell rings for events and not for visits`() async throws {
        try await Shelf.run { (shelf: Shelf) async throws in
            let person = try await shelf.store.enrol(.example(), cardDigest: nil)
            var bells = shelf.store.recordings().makeAsyncIterator()
            _ = try await shelf.store.startVisit(of: person.id)
            try await shelf.store.issueCard(digest(1), to: person.id)
            #expect(await bells.next() != nil)
        }
    }

    @Test func `what is kept for the office survives being issued again, whatever its shape`() throws {
        let text = #"{"a":[1,-2,true,false,null,"한글 \/ \"x\"",{"b":{}}],"c":9007199254740993,"d":1.5}"#
        let value = try CanonicalJSON.decode(JSONValue.self, from: Data(text.utf8))
        let again = try CanonicalJSON.encode(value)
        #expect(String(decoding: again, as: UTF8.self) == text.replacingOccurrences(of: #"\/"#, with: "/"))
    }
}
