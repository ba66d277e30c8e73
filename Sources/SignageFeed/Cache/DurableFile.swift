import Glibc

/// The few file operations whose order a power cut must not change.
enum DurableFile {
    /// Writes all bytes and waits until they are on the disk.
    static func write(_ bytes: [UInt8], to path: String) throws(SnapshotCache.WriteError) {
        let file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw .io(errno: errno) }
        defer { close(file) }
        var written = 0
        while written < bytes.count {
            let count = bytes[written...].withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw .io(errno: errno) }
            written += count
        }
        guard fsync(file) == 0 else { throw .io(errno: errno) }
    }

    static func move(_ path: String, to target: String) throws(SnapshotCache.WriteError) {
        guard rename(path, target) == 0 else { throw .io(errno: errno) }
    }

    /// Waits until the directory's new names are on the disk.
    static func settle(_ directory: String) throws(SnapshotCache.WriteError) {
        let file = open(directory, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard file >= 0 else { throw .io(errno: errno) }
        defer { close(file) }
        guard fsync(file) == 0 else { throw .io(errno: errno) }
    }

    /// All bytes of a file, if they are not more than `limit`.
    static func read(_ path: String, limit: Int) throws(SnapshotCache.Damage) -> [UInt8] {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { throw errno == ENOENT ? .missing : .io(errno: errno) }
        defer { close(file) }
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = chunk.withUnsafeMutableBytes { Glibc.read(file, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw .io(errno: errno) }
            if count == 0 { return bytes }
            guard bytes.count + count <= limit else { throw .tooLarge }
            bytes += chunk[..<count]
        }
    }
}
