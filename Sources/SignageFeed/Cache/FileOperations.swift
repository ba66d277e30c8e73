/// The few things the wall does with a disk, so that a test can cut the power at any of them.
public protocol FileOperations: Sendable {
    /// Writes all bytes to a new or emptied file and waits until they are on the disk.
    func write(_ bytes: [UInt8], to path: String) throws(FileFault)
    /// Adds bytes to the end of a file, which is made when missing, and waits until they are on the disk.
    func append(_ bytes: [UInt8], to path: String) throws(FileFault)
    /// Gives a file another name, in the place of what had it.
    func move(_ path: String, to target: String) throws(FileFault)
    /// Waits until the names in a folder are on the disk.
    func settle(_ folder: String) throws(FileFault)
    /// All bytes of a file that has at most `limit`.
    func read(_ path: String, limit: Int) throws(FileFault) -> [UInt8]
    func remove(_ path: String) throws(FileFault)
    /// Names and sizes of the files in a folder, the longest untouched first. A missing folder is made.
    func list(_ folder: String) throws(FileFault) -> [FileEntry]
    /// Notes that a file was used.
    func touch(_ path: String) throws(FileFault)
}

/// A file in a folder.
public struct FileEntry: Equatable, Sendable {
    public var name: String
    public var size: Int

    public init(name: String, size: Int) { (self.name, self.size) = (name, size) }
}

/// Why the disk did not do what it was asked for.
public enum FileFault: Error, Equatable, Sendable {
    case missing
    case tooLarge(limit: Int)
    case io(errno: Int32)
}
