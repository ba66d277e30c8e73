import Foundation
import KioskScreens
import Logging
import SignageFeed
import SyncClient
import SyncWire

/// The content folder, which tells the wall when the office has published anew.
struct WallContent: ContentSink {
    static let snapshotName = "wall.json"

    let folder: ContentFolder
    let logger: Logger
    let post: @Sendable (AppEvent) -> Void

    func installedVersion() async throws -> Int { try await folder.installedVersion() }
    func holds(_ file: Manifest.File) async -> Bool { await folder.holds(file) }
    func keep(_ bytes: Data, as file: Manifest.File) async throws { try await folder.keep(bytes, as: file) }

    func install(_ manifest: Manifest) async throws {
        try await folder.install(manifest)
        do {
            if let snapshot = try await Self.snapshot(in: folder) { post(.wallChanged(snapshot)) }
        } catch {
            // The wall keeps what it shows; the office can publish again.
            logger.error("A published wall cannot be read", metadata: ["error": "\(error)"])
        }
    }

    /// What is installed now, if it can be read.
    static func snapshot(in folder: ContentFolder) async throws -> WallSnapshot? {
        guard let bytes = try await folder.bytes(named: snapshotName) else { return nil }
        return try CanonicalJSON.decode(WallSnapshot.self, from: bytes)
    }
}
