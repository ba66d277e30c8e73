import Foundation
import SyncWire

/// Content on disk: `blobs/<sha256>`, and `manifest.json`, which is replaced in one step. The files of the manifest
/// before stay, all older ones go.
public actor ContentFolder: ContentSink {
    private let folder: String

    /// Makes the folder if need be.
    public init(_ folder: String) throws {
        self.folder = folder
        try FileManager.default.createDirectory(
            atPath: "\(folder)/blobs", withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    }

    public func installedVersion() throws -> Int { try installed()?.version ?? 0 }

    public func holds(_ file: Manifest.File) -> Bool { bytes(of: file) != nil }

    public func keep(_ bytes: Data, as file: Manifest.File) throws {
        try DurableFile.write(bytes, to: path(file), mode: 0o600)
    }

    public func install(_ manifest: Manifest) throws {
        let before = try installed()
        try DurableFile.write(CanonicalJSON.encode(manifest), to: "\(folder)/manifest.json", mode: 0o600)
        let kept = Set((manifest.files + (before?.files ?? [])).map(\.sha256))
        for name in try FileManager.default.contentsOfDirectory(atPath: "\(folder)/blobs") where !kept.contains(name) {
            try FileManager.default.removeItem(atPath: "\(folder)/blobs/\(name)")
        }
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
        guard let bytes = FileManager.default.contents(atPath: path(file)), HexDigest.sha256(bytes) == file.sha256
        else { return nil }
        return bytes
    }

    private func path(_ file: Manifest.File) -> String { "\(folder)/blobs/\(file.sha256)" }
}
