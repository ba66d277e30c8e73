import Foundation
import KioskScreens
import Logging
import SignageFeed
import SyncClient
import SyncWire

/// What the office published last, as far as it can be read. A part that cannot leaves the wall with what it shows; the
/// office can publish again.
struct InstalledWall: Sendable {
    static let snapshotName = "wall.json"
    static let playlistName = "playlist.json"

    /// What of it is news to the screens.
    private(set) var events: [AppEvent] = []

    init(in folder: ContentFolder, _ logger: Logger) async {
        do {
            if let bytes = try await folder.bytes(named: Self.snapshotName) {
                events.append(.wallChanged(try CanonicalJSON.decode(WallSnapshot.self, from: bytes)))
            }
        } catch {
            logger.error("A published wall cannot be read", metadata: ["error": "\(error)"])
        }
        do {
            let playlist = try await folder.bytes(named: Self.playlistName).map { try Self.playlist($0, logger) }
            let files = Set(try await folder.installed()?.files.map(\.name) ?? [])
            let missing = (playlist?.pictures ?? []).filter { !files.contains($0.description) }
            events.append(.playlistChanged(playlist, missingPictures: missing))
        } catch {
            logger.error("A published playlist cannot be read", metadata: ["error": "\(error)"])
            events.append(.playlistChanged(nil, missingPictures: []))
        }
    }

    /// Says how many items were left out and why, not what they say.
    private static func playlist(_ bytes: Data, _ logger: Logger) throws -> Playlist {
        let reading = try Playlist.read(Array(bytes))
        if !reading.problems.isEmpty {
            let reasons = Set(reading.problems.map { "\($0.reason)" }).sorted().prefix(5)
            logger.warning(
                "Items of the playlist are left out",
                metadata: ["count": "\(reading.problems.count)", "reasons": "\(reasons.joined(separator: ", "))"])
        }
        return reading.playlist
    }
}
