import Foundation
import Glibc
import Synchronization

/// Where an office keeps its database. One process at a time holds it: SQLite in Debian 12 is safe with one
/// connection only.
public struct DataDirectory: Sendable, Equatable {
    public let path: String

    public init(path: String) { self.path = path }

    public var database: String { path + "/office.sqlite" }
    /// Where the running office takes commands.
    public var socket: String { path + "/office.sock" }
    private var lockFile: String { path + "/office.lock" }

    /// Makes the directory, readable by its owner only.
    public func make() throws {
        try FileManager.default.createDirectory(
            atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    }

    /// Holds the directory for this process; nothing when another one holds it.
    public func hold() throws -> DataHold? {
        let descriptor = open(lockFile, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw DataDirectoryError.cannotOpen(lockFile, errno: errno) }
        if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { return DataHold(descriptor: descriptor) }
        let reason = errno
        close(descriptor)
        guard reason == EWOULDBLOCK else { throw DataDirectoryError.cannotOpen(lockFile, errno: reason) }
        return nil
    }
}

/// A held data directory; it is free again when the value is gone or the process ends.
public final class DataHold: Sendable {
    private let descriptor: Int32

    init(descriptor: Int32) { self.descriptor = descriptor }

    deinit { close(descriptor) }
}

/// Why the data directory cannot be used.
public enum DataDirectoryError: Error, Equatable {
    case cannotOpen(String, errno: Int32)
}
