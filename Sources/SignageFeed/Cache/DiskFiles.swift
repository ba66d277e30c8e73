import Glibc

/// The real disk.
public struct DiskFiles: FileOperations {
    public init() {}

    public func write(_ bytes: [UInt8], to path: String) throws(FileFault) {
        try Self.put(bytes, path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC)
    }

    public func append(_ bytes: [UInt8], to path: String) throws(FileFault) {
        try Self.put(bytes, path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC)
    }

    public func move(_ path: String, to target: String) throws(FileFault) {
        guard rename(path, target) == 0 else { throw .last }
    }

    public func settle(_ folder: String) throws(FileFault) {
        let file = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard file >= 0 else { throw .last }
        defer { close(file) }
        guard fsync(file) == 0 else { throw .last }
    }

    public func read(_ path: String, limit: Int) throws(FileFault) -> [UInt8] {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { throw .last }
        defer { close(file) }
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = chunk.withUnsafeMutableBytes { Glibc.read(file, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw .last }
            if count == 0 { return bytes }
            guard bytes.count + count <= limit else { throw .tooLarge(limit: limit) }
            bytes += chunk[..<count]
        }
    }

    public func remove(_ path: String) throws(FileFault) {
        guard unlink(path) == 0 else { throw .last }
    }

    public func touch(_ path: String) throws(FileFault) {
        guard utimensat(AT_FDCWD, path, nil, 0) == 0 else { throw .last }
    }

    public func list(_ folder: String) throws(FileFault) -> [FileEntry] {
        guard mkdir(folder, 0o700) == 0 || errno == EEXIST else { throw .last }
        guard let stream = opendir(folder) else { throw .last }
        defer { closedir(stream) }
        var found: [(entry: FileEntry, seconds: Int, nanoseconds: Int)] = []
        while let item = readdir(stream) {
            let name = withUnsafePointer(to: &item.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            var status = stat()
            guard lstat(folder + "/" + name, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { continue }
            let entry = FileEntry(name: name, size: Int(status.st_size))
            found.append((entry, status.st_mtim.tv_sec, status.st_mtim.tv_nsec))
        }
        return found.sorted {
            ($0.seconds, $0.nanoseconds, $0.entry.name) < ($1.seconds, $1.nanoseconds, $1.entry.name)
        }
        .map(\.entry)
    }

    private static func put(_ bytes: [UInt8], _ path: String, _ flags: Int32) throws(FileFault) {
        let file = open(path, flags, 0o600)
        guard file >= 0 else { throw .last }
        defer { close(file) }
        var written = 0
        while written < bytes.count {
            let count = bytes[written...].withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw .last }
            written += count
        }
        guard fsync(file) == 0 else { throw .last }
    }
}

extension FileFault {
    fileprivate static var last: FileFault { errno == ENOENT ? .missing : .io(errno: errno) }
}
