import Foundation
import GRDB
import SyncClient

/// How the file was found.
public enum StoreOpening: Equatable, Sendable {
    case created
    case existing
    /// The file was damaged. It lies in the folder named here with all its bytes; a new one was begun. An alarm.
    case replaced(movedTo: String)
}

extension KioskStore {
    /// Opens the store in a folder of its own, which is made if need be, and checks that it is durable and sound.
    ///
    /// A damaged store is moved aside whole, by renaming the folder, and never deleted. A full disk, a second
    /// process and a newer schema are errors that leave everything where it is.
    /// - Parameters:
    ///   - folder: Holds nothing else, and is not a mount point.
    ///   - device: The enrolled device. Nil before enrolment: events are then made under a provisional id, and issued
    ///     again when the store is opened with the real one.
    ///   - stamp: Called within each write.
    public static func open(
        in folder: String, device: UUID?, stamp: @escaping @Sendable () -> EventStamp,
        makeID: @escaping @Sendable () -> UUID = { UUID() }
    ) throws(StoreError) -> (store: KioskStore, opening: StoreOpening) {
        let folder = (folder as NSString).standardizingPath
        let isThere = DatabaseFile.hasBytes("\(folder)/\(DatabaseFile.name)")
        do {
            return (try connect(folder, device, stamp, makeID), isThere ? .existing : .created)
        } catch .damaged where isThere {
            let aside = try moveAside(folder, wallMilliseconds: stamp().wallMilliseconds)
            return (try connect(folder, device, stamp, makeID), .replaced(movedTo: aside))
        }
    }

    private static func connect(
        _ folder: String, _ device: UUID?, _ stamp: @escaping @Sendable () -> EventStamp,
        _ makeID: @escaping @Sendable () -> UUID
    ) throws(StoreError) -> KioskStore {
        do {
            try FileManager.default.createDirectory(
                atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
            let path = "\(folder)/\(DatabaseFile.name)"
            let queue = try DatabaseFile.open(path)
            try queue.write { db in
                try EventLog(db: db, stamp: stamp(), makeID: makeID).begin(device: device)
            }
            return KioskStore(queue: queue, path: path, stamp: stamp, makeID: makeID)
        } catch {
            throw StoreError(error)
        }
    }

    /// One rename, so that a power cut leaves either all or nothing of it done.
    private static func moveAside(_ folder: String, wallMilliseconds: Int64) throws(StoreError) -> String {
        var aside = "\(folder).damaged-\(wallMilliseconds)"
        var count = 1
        while FileManager.default.fileExists(atPath: aside) {
            count += 1
            aside = "\(folder).damaged-\(wallMilliseconds)-\(count)"
        }
        do { try DurableFile.rename(folder, to: aside) } catch { throw .file(error) }
        return aside
    }
}
