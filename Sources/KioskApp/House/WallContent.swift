import Foundation
import KioskScreens
import Logging
import SignageFeed
import SyncClient
import SyncWire

/// The content folder, which tells the wall when the office has published anew.
struct WallContent: ContentSink {
    let folder: ContentFolder
    let logger: Logger
    let post: @Sendable (AppEvent) -> Void

    func installedVersion() async throws -> Int { try await folder.installedVersion() }
    func holds(_ file: Manifest.File) async -> Bool { await folder.holds(file) }
    func keep(_ bytes: Data, as file: Manifest.File) async throws { try await folder.keep(bytes, as: file) }

    func part(of file: Manifest.File) async -> Data { await folder.part(of: file) }
    func keepPart(_ piece: Data, of file: Manifest.File, from offset: Int) async throws {
        try await folder.keepPart(piece, of: file, from: offset)
    }
    func room() async throws -> Int { try await folder.room() }

    func install(_ manifest: Manifest) async throws {
        try await folder.install(manifest)
        for event in await InstalledWall(in: folder, logger).events { post(event) }
    }
}
