import Foundation
import GRDB
import SyncClient

/// What `check` found.
public struct StoreCheck: Equatable, Sendable {
    /// What SQLite says of the file; empty when it is sound.
    public let fileFaults: [String]
    public let chain: EventChain
    /// The settings that make commits durable, as the connection tells them.
    public let settings: [String: String]

    public var isSound: Bool { fileFaults.isEmpty && chain.faults.isEmpty }
}

extension KioskStore {
    /// Examines the file and every event. Takes seconds on a file of years.
    public func check() async throws(StoreError) -> StoreCheck {
        try await read { db in
            let faults = try String.fetchAll(db, sql: "PRAGMA integrity_check(20)")
            var settings: [String: String] = [:]
            for name in ["journal_mode", "synchronous", "foreign_keys", "secure_delete", "locking_mode"] {
                settings[name] = try String.fetchOne(db, sql: "PRAGMA \(name)")
            }
            return StoreCheck(
                fileFaults: faults == ["ok"] ? [] : faults, chain: try EventChain.examine(db), settings: settings)
        }
    }

    /// Writes a whole copy beside the running store. It is there, examined, and on the disk when this returns; an
    /// older copy of that name is replaced. Whoever opens the copy goes on in an epoch of its own.
    public func backup(to path: String) async throws(StoreError) {
        let temporary = "\(path).\(makeID().uuidString).new"
        do {
            try await queue.writeWithoutTransaction { db in
                try db.execute(sql: "VACUUM INTO ?", arguments: [temporary])
            }
            try Self.seal(temporary)
            try DurableFile.flush(temporary)
            try DurableFile.rename(temporary, to: path)
        } catch {
            let cause = StoreError(error)
            do { try FileManager.default.removeItem(atPath: temporary) } catch CocoaError.fileNoSuchFile {} catch {
                throw cause
            }
            throw cause
        }
    }

    private static func seal(_ path: String) throws {
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
        let copy = try DatabaseQueue(path: path)
        try copy.write { db in
            try Setting.isBackup.set("1", db)
            let faults = try String.fetchAll(db, sql: "PRAGMA integrity_check(20)")
            guard faults == ["ok"] else { throw StoreError.damaged(faults.joined(separator: "; ")) }
        }
        try copy.close()
    }

    /// Ends the connection and tidies the log into the main file. Nothing is lost without it.
    public func close() throws(StoreError) {
        do { try queue.close() } catch { throw StoreError(error) }
    }

    /// The device under whose name events are made.
    public func deviceID() async throws(StoreError) -> UUID {
        try await read { db in try Epoch.current(db).deviceID }
    }

    /// Goes on as the device that the office has just enrolled.
    public func adopt(device: UUID) async throws(StoreError) {
        try await record { log in try log.begin(device: device) }
    }

    /// Bytes that are free on the store's disk.
    public func freeDiskBytes() throws(StoreError) -> Int64 {
        do {
            let facts = try FileManager.default.attributesOfFileSystem(forPath: path)
            return (facts[.systemFreeSize] as? NSNumber)?.int64Value ?? 0
        } catch {
            throw StoreError(error)
        }
    }
}
