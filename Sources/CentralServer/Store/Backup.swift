import Foundation
import GRDB

/// Copies the living database, from its own connection, into one file that is proved to open.
struct Backup: Sendable {
    let store: OfficeStore
    var makeID: @Sendable () -> UUID = { UUID() }

    /// Writes `file`, which must not exist, and reads it again.
    ///
    /// The copy is marked as another life of the office: when it is put in the database's place, the kiosks see that
    /// and send again what the copy lacks, and the walls' next content gets a new version.
    func write(to file: String) async throws -> BackupReport {
        guard !FileManager.default.fileExists(atPath: file) else {
            throw CommandFailure(.badData, "\(file) is there already")
        }
        let events = try await store.database.writeWithoutTransaction { db in
            try db.execute(sql: "VACUUM INTO ?", arguments: [file])
            return try Self.eventCount(db)
        }
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file)
        try await mark(file, expecting: events)
        let size = try FileManager.default.attributesOfItem(atPath: file)[.size] as? Int
        return BackupReport(file: file, bytes: size ?? 0, events: events)
    }

    /// SQLite's commit of the mark also brings the whole file to disk.
    private func mark(_ file: String, expecting events: Int) async throws {
        let incarnation = makeID().uuidString
        let copy = try DatabaseQueue(path: file)
        try await copy.write { db in
            try db.execute(sql: "UPDATE serverIdentity SET incarnation = ?", arguments: [incarnation])
            try db.execute(sql: "UPDATE manifestVersion SET contentHash = ''")
            let health = try String.fetchOne(db, sql: "PRAGMA integrity_check")
            let found = try Self.eventCount(db)
            guard health == "ok", found == events else {
                throw CommandFailure(
                    .failed, "the copy is damaged: \(health ?? "no answer"), \(found) of \(events) events")
            }
        }
        try copy.close()
    }

    private static func eventCount(_ db: Database) throws -> Int {
        try Int.fetchOne(db, sql: "SELECT count(*) FROM eventRaw") ?? 0
    }
}

/// What a backup holds.
struct BackupReport: Codable, Equatable, Sendable {
    var file: String
    var bytes: Int
    /// Events in the copy, counted there.
    var events: Int
}
