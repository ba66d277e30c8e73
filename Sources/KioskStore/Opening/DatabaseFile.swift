import Foundation
import GRDB
import Glibc
import SyncClient

/// The one connection, as durable as SQLite can be made, and proved to be so.
enum DatabaseFile {
    static let name = "kiosk.sqlite"
    /// Pages of 4 KiB in the log before they are carried over to the file. A saved reading touches some twelve: with
    /// SQLite's own 1,000 one save in eighty would wait for that, and the flash would be written to more often.
    private static let logPages = 4_000

    static func open(_ path: String) throws -> DatabaseQueue {
        let isExamined = try hasBytes(path) ? examine(path) : false
        if !hasBytes(path) { try create(path) }
        var configuration = Configuration()
        configuration.journalMode = .wal
        configuration.foreignKeysEnabled = true
        configuration.label = "KioskStore"
        configuration.prepareDatabase { db in
            // A lock for as long as the connection lives keeps a second process out, and with it the fault in
            // SQLite before 3.51.3 that can lose a checkpoint when two connections write.
            try db.execute(sql: "PRAGMA locking_mode = EXCLUSIVE")
        }
        let queue = try DatabaseQueue(path: path, configuration: configuration)
        try queue.writeWithoutTransaction { db in
            // Only now: opening in WAL mode sets NORMAL, after every hook.
            try db.execute(sql: "PRAGMA synchronous = FULL; PRAGMA secure_delete = ON; PRAGMA cell_size_check = ON")
            try db.execute(sql: "PRAGMA wal_autocheckpoint = \(logPages)")
            try checkSettings(db)
            if !isExamined { try examine(db) }
        }
        try Migrations.migrator.migrate(queue)
        return queue
    }

    static func hasBytes(_ path: String) -> Bool {
        var facts = stat()
        return stat(path, &facts) == 0 && facts.st_size > 0
    }

    /// An empty file that only its owner may read; SQLite gives its log the same rights.
    private static func create(_ path: String) throws {
        let descriptor = Glibc.open(path, O_WRONLY | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw FileTrouble("create") }
        close(descriptor)
    }

    /// Looks at a file before anything may write to it: a damaged one must keep all its bytes. False when there is no
    /// room to look; looking later is then the lesser evil, for a full disk is no damage.
    private static func examine(_ path: String) throws -> Bool {
        try checkAccess(path)
        var configuration = Configuration()
        configuration.readonly = true
        do {
            let queue = try DatabaseQueue(path: path, configuration: configuration)
            try queue.read(examine)
            try queue.close()
            return true
        } catch let error as DatabaseError where lacksRoom(error) {
            return false
        }
    }

    private static func examine(_ db: Database) throws {
        let faults = try String.fetchAll(db, sql: "PRAGMA quick_check(20)")
        guard faults == ["ok"] else { throw StoreError.damaged(faults.joined(separator: "; ")) }
        guard try !Migrations.migrator.hasBeenSuperseded(db) else { throw StoreError.newerSchema }
    }

    /// A second connection shares memory through a file of its own, which a full disk cannot give.
    private static func lacksRoom(_ error: DatabaseError) -> Bool {
        let codes: [ResultCode] = [
            .SQLITE_IOERR_SHMOPEN, .SQLITE_IOERR_SHMSIZE, .SQLITE_IOERR_SHMMAP, .SQLITE_IOERR_SHMLOCK,
        ]
        return codes.contains(error.extendedResultCode)
            || [.SQLITE_FULL, .SQLITE_CANTOPEN].contains(error.resultCode)
    }

    /// What is there and cannot be read and written by us counts as damaged.
    private static func checkAccess(_ path: String) throws {
        let descriptor = Glibc.open(path, O_RDWR | O_CLOEXEC)
        guard descriptor >= 0 else { throw StoreError.damaged("cannot be opened: \(errno)") }
        close(descriptor)
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
