import Foundation
import Glibc

/// Files that are there whole or not at all, also after a power cut.
public enum DurableFile {
    /// Writes beside the target, flushes, renames over it, and flushes the folder.
    public static func write(_ bytes: Data, to path: String, mode: mode_t) throws(FileTrouble) {
        let temporary = "\(path).\(UUID().uuidString).new"
        do {
            try writeNew(bytes, to: temporary, mode: mode)
            try rename(temporary, to: path)
        } catch {
            unlink(temporary)
            throw error
        }
    }

    /// Renames a file or a folder and flushes the folder it is in.
    public static func rename(_ old: String, to new: String) throws(FileTrouble) {
        guard Glibc.rename(old, new) == 0 else { throw FileTrouble("rename") }
        try flush((new as NSString).deletingLastPathComponent)
    }

    /// Flushes a file's or a folder's bytes to the disk.
    public static func flush(_ path: String) throws(FileTrouble) {
        let descriptor = open(path.isEmpty ? "." : path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw FileTrouble("open") }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw FileTrouble("fsync") }
    }

    private static func writeNew(_ bytes: Data, to path: String, mode: mode_t) throws(FileTrouble) {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode)
        guard descriptor >= 0 else { throw FileTrouble("create") }
        defer { close(descriptor) }
        var rest = [UInt8](bytes)[...]
        while !rest.isEmpty {
            let written = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if written < 0, errno == EINTR { continue }
            guard written > 0 else { throw FileTrouble("write") }
            rest = rest.dropFirst(written)
        }
        guard fsync(descriptor) == 0 else { throw FileTrouble("fsync") }
    }
}

/// What the system refused, and its number for why. Carries no path.
public struct FileTrouble: Error, Equatable, Sendable {
    public let operation: String
    public let code: Int32

    public init(_ operation: String, code: Int32 = errno) {
        (self.operation, self.code) = (operation, code)
    }
}
