import Foundation
import Glibc
import SyncWire

/// Content on disk: `blobs/<sha256>`, and `manifest.json`, which is replaced in one step. The files of the manifest
/// before stay, all older ones go.
public actor ContentFolder: ContentSink {
    private let folder: String
    /// Files whose bytes were looked through since the start: all of them anew at each manifest would be a hundred
    /// megabytes every minute. Told by what changes when anybody writes to them.
    private var known: [String: Stamp] = [:]

    private struct Stamp: Equatable {
        let size: Int64
        let seconds: Int
        let nanoseconds: Int
    }

    /// Bytes of the disk that content leaves free, for what seniors do here.
    private static let reserve = 256 * 1024 * 1024

    /// Makes the folder if need be.
    public init(_ folder: String) throws {
        self.folder = folder
        for name in ["blobs", "parts"] {
            try FileManager.default.createDirectory(
                atPath: "\(folder)/\(name)", withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        }
    }

    public func installedVersion() throws -> Int { try installed()?.version ?? 0 }

    public func holds(_ file: Manifest.File) -> Bool {
        if let stamp = stamp(of: file), known[file.sha256] == stamp { return true }
        return bytes(of: file) != nil
    }

    public func keep(_ bytes: Data, as file: Manifest.File) throws {
        try DurableFile.write(bytes, to: path(file), mode: 0o600)
        known[file.sha256] = stamp(of: file)
        if FileManager.default.fileExists(atPath: part(file)) { try FileManager.default.removeItem(atPath: part(file)) }
    }

    public func part(of file: Manifest.File) -> Data { FileManager.default.contents(atPath: part(file)) ?? Data() }

    public func keepPart(_ piece: Data, of file: Manifest.File, from offset: Int) throws {
        let path = part(file)
        if !FileManager.default.fileExists(atPath: path) { try DurableFile.write(Data(), to: path, mode: 0o600) }
        let handle = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
        defer { try? handle.close() }
        try handle.truncate(atOffset: UInt64(offset))
        try handle.seek(toOffset: UInt64(offset))
        try handle.write(contentsOf: piece)
        try handle.synchronize()
    }

    public func room() throws -> Int {
        let facts = try FileManager.default.attributesOfFileSystem(forPath: folder)
        return ((facts[.systemFreeSize] as? NSNumber)?.intValue ?? 0) - Self.reserve
    }

    public func install(_ manifest: Manifest) throws {
        let before = try installed()
        try DurableFile.write(CanonicalJSON.encode(manifest), to: "\(folder)/manifest.json", mode: 0o600)
        let kept = Set((manifest.files + (before?.files ?? [])).map(\.sha256))
        for shelf in ["blobs", "parts"] {
            for name in try FileManager.default.contentsOfDirectory(atPath: "\(folder)/\(shelf)")
            where !kept.contains(name) {
                try FileManager.default.removeItem(atPath: "\(folder)/\(shelf)/\(name)")
            }
        }
        known = known.filter { kept.contains($0.key) }
    }

    /// The installed manifest, if there is one.
    public func installed() throws -> Manifest? {
        guard let bytes = FileManager.default.contents(atPath: "\(folder)/manifest.json") else { return nil }
        return try CanonicalJSON.decode(Manifest.self, from: bytes)
    }

    /// The bytes of an installed file, such as `wall.json`; nil when there is none or the disk spoiled it.
    public func bytes(named name: String) throws -> Data? {
        try installed()?.files.first { $0.name == name }.flatMap(bytes(of:))
    }

    private func bytes(of file: Manifest.File) -> Data? {
        let stamp = stamp(of: file)
        guard let bytes = FileManager.default.contents(atPath: path(file)), HexDigest.sha256(bytes) == file.sha256
        else {
            known[file.sha256] = nil
            return nil
        }
        known[file.sha256] = stamp
        return bytes
    }

    private func stamp(of file: Manifest.File) -> Stamp? {
        var facts = stat()
        guard stat(path(file), &facts) == 0 else { return nil }
        return Stamp(size: Int64(facts.st_size), seconds: facts.st_mtim.tv_sec, nanoseconds: facts.st_mtim.tv_nsec)
    }

    private func part(_ file: Manifest.File) -> String { "\(folder)/parts/\(file.sha256)" }

    private func path(_ file: Manifest.File) -> String { "\(folder)/blobs/\(file.sha256)" }
}
