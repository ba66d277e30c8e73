import Foundation
import GRDB

/// The one connection, as durable as SQLite can be made, and proved to be so.
enum DatabaseFile {
    static let name = "kiosk.sqlite"

    static func open(_ path: String) throws -> DatabaseQueue {
        var configuration = Configuration()
        configuration.journalMode = .wal
        configuration.foreignKeysEnabled = true
        configuration.label = "KioskStore"
        configuration.prepareDatabase { db in
            // A lock for as long as the connection lives keeps a second process out, and with it the fault in
            // SQLite before 3.51.3 that can lose a checkpoint when two connections write.
            try db.execute(sql: "PRAGMA locking_mode = EXCLUSIVE")
        }
        let queue = try connection(path, configuration)
        try queue.writeWithoutTransaction { db in
            // Only now: opening in WAL mode sets NORMAL, after every hook.
            try db.execute(sql: "PRAGMA synchronous = FULL; PRAGMA secure_delete = ON; PRAGMA cell_size_check = ON")
            try checkSettings(db)
            let faults = try String.fetchAll(db, sql: "PRAGMA quick_check(20)")
            guard faults == ["ok"] else { throw StoreError.damaged(faults.joined(separator: "; ")) }
            guard try !Migrations.migrator.hasBeenSuperseded(db) else { throw StoreError.newerSchema }
        }
        try Migrations.migrator.migrate(queue)
        return queue
    }

    /// A file that is there and cannot be opened counts as damaged.
    private static func connection(_ path: String, _ configuration: Configuration) throws -> DatabaseQueue {
        let isThere = FileManager.default.fileExists(atPath: path)
        do {
            return try DatabaseQueue(path: path, configuration: configuration)
        } catch let error as DatabaseError where error.resultCode == .SQLITE_CANTOPEN && isThere {
            throw StoreError.damaged(error.message ?? "cannot be opened")
        }
    }

    /// Asks the connection itself; a setting that did not take is not survived silently.
    static func checkSettings(_ db: Database) throws {
        let wanted: [(pragma: String, value: String)] = [
            ("journal_mode", "wal"), ("synchronous", "2"), ("foreign_keys", "1"), ("secure_delete", "1"),
            ("locking_mode", "exclusive"),
        ]
        for (pragma, value) in wanted {
            let found = try String.fetchOne(db, sql: "PRAGMA \(pragma)")
            guard found == value else { throw StoreError.unsafeSetting("\(pragma) = \(found ?? "nothing")") }
        }
    }
}
