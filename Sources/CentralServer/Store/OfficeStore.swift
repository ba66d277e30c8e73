import Foundation
import GRDB

/// The office's database: one SQLite file, one connection, every commit on disk before it is answered.
///
/// Conventions of the schema: tables and columns are camelCase singular; identifiers are TEXT (UUIDs as
/// `uuidString`, upper case); instants are GRDB's UTC text with milliseconds; days are local `2026-11-21`;
/// columns ending in `JSON` hold JSON.
public struct OfficeStore: Sendable {
    /// The only connection. Reads and writes are serialised by it.
    public let database: DatabaseQueue

    /// Opens or creates the file, brings its schema up to date and proves that commits are durable.
    public static func open(at path: String) throws -> OfficeStore {
        var configuration = Configuration()
        configuration.journalMode = .wal
        configuration.busyMode = .timeout(5)
        configuration.label = "office"
        let database = try DatabaseQueue(path: path, configuration: configuration)
        try makeDurable(database)
        return try OfficeStore(migrating: database)
    }

    /// An empty office that lives as long as the value does.
    public static func inMemory() throws -> OfficeStore {
        try OfficeStore(migrating: DatabaseQueue())
    }

    private init(migrating database: DatabaseQueue) throws {
        try Migrations.all.migrate(database)
        self.database = database
    }

    /// GRDB sets `synchronous` to NORMAL when it switches to WAL, after every hook it offers: set it back, and
    /// do not start if it did not take.
    private static func makeDurable(_ database: DatabaseQueue) throws {
        try database.writeWithoutTransaction { db in try db.execute(sql: "PRAGMA synchronous = FULL") }
        let durability = try database.read { db in
            try Durability(
                journal: String.fetchOne(db, sql: "PRAGMA journal_mode") ?? "",
                synchronous: Int.fetchOne(db, sql: "PRAGMA synchronous") ?? -1)
        }
        guard durability == Durability(journal: "wal", synchronous: 2) else {
            throw OfficeStoreError.notDurable(journal: durability.journal, synchronous: durability.synchronous)
        }
    }

    private struct Durability: Equatable {
        var journal: String
        var synchronous: Int
    }

    /// Runs `body` on the connection and waits for it.
    public func read<Value: Sendable>(_ body: @escaping @Sendable (Database) throws -> Value) async throws -> Value {
        try await database.read(body)
    }

    /// Runs `body` in one immediate transaction: all of it or nothing.
    public func write<Value: Sendable>(_ body: @escaping @Sendable (Database) throws -> Value) async throws -> Value {
        try await database.write(body)
    }
}

/// Why the office's database cannot be used.
public enum OfficeStoreError: Error, Equatable {
    /// SQLite would not promise that a commit survives a power cut.
    case notDurable(journal: String, synchronous: Int)
}
