import Crypto
import Foundation
import GRDB
import Testing

@testable import CentralServer

@Suite struct OfficeStoreTests {
    @Test func `every commit is durable`() async throws {
        let directory = try TemporaryDirectory()
        let store = try OfficeStore.open(at: directory.path + "/office.sqlite")
        let (journal, synchronous) = try await store.read { db in
            (try String.fetchOne(db, sql: "PRAGMA journal_mode"), try Int.fetchOne(db, sql: "PRAGMA synchronous"))
        }
        #expect(journal == "wal")
        #expect(synchronous == 2)
    }

    @Test func `the access log only grows`() async throws {
        let store = try OfficeStore.inMemory()
        let insert = "INSERT INTO accessLog (at, fromAddress, what) VALUES (datetime('now', ?), '::1', 'seen')"
        try await store.write { db in
            try db.execute(sql: insert, arguments: ["-1 year"])
            try db.execute(sql: insert, arguments: ["-3 years"])
        }
        await #expect(throws: DatabaseError.self) {
            try await store.write { db in try db.execute(sql: "UPDATE accessLog SET what = 'unseen'") }
        }
        await #expect(throws: DatabaseError.self) {
            try await store.write { db in try db.execute(sql: "DELETE FROM accessLog WHERE id = 1") }
        }
        try await store.write { db in try db.execute(sql: "DELETE FROM accessLog WHERE id = 2") }
        #expect(try await store.read { db in try Int.fetchOne(db, sql: "SELECT count(*) FROM accessLog") } == 1)
    }

    @Test func `the office stays who it is`() async throws {
        let store = try OfficeStore.inMemory()
        let (one, two) = (
            try await ServerIdentity.loadOrMake(in: store), try await ServerIdentity.loadOrMake(in: store)
        )
        #expect(one.incarnation == two.incarnation)
        #expect(one.signingKey.rawRepresentation == two.signingKey.rawRepresentation)
    }

    @Test func `a data directory has one holder`() throws {
        let directory = try TemporaryDirectory()
        let data = DataDirectory(path: directory.path)
        var hold = try data.hold()
        #expect(hold != nil)
        #expect(try data.hold() == nil)
        hold = nil
        #expect(try data.hold() != nil)
    }
}

/// A directory that goes away with the test.
final class TemporaryDirectory: Sendable {
    let path: String

    init() throws {
        path = FileManager.default.temporaryDirectory.appending(path: "office-\(UUID())").path
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit {
        do { try FileManager.default.removeItem(atPath: path) } catch {
            // Left to the system's own cleaning of temporary files.
        }
    }
}
