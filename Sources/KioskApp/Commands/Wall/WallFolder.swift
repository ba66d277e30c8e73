import Foundation
import SignageFeed
import SyncClient
import SyncWire

/// A folder with what a wall shows: `wall.json`, `playlist.json` and pictures named by their SHA-256, all of which may
/// be missing. A kiosk's own content folder is one, too.
struct WallFolder {
    let snapshot: WallSnapshot?
    /// nil without a `playlist.json`; then the built-in one holds.
    let reading: Playlist.Reading?
    let pictures: ContentPictures

    init(_ path: String) throws {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue else {
            throw Failure.unavailable("no such folder: \(path)")
        }
        pictures = ContentPictures(folders: [path + "/blobs", path])
        snapshot = try Self.bytes(InstalledWall.snapshotName, in: path).map { bytes in
            do {
                return try CanonicalJSON.decode(WallSnapshot.self, from: bytes)
            } catch {
                throw Failure.badData("\(path)/\(InstalledWall.snapshotName) is no published wall")
            }
        }
        reading = try Self.bytes(InstalledWall.playlistName, in: path).map { bytes in
            do {
                return try Playlist.read(Array(bytes))
            } catch {
                throw Failure.badData("\(path)/\(InstalledWall.playlistName) is no playlist: \(error)")
            }
        }
    }

    /// Nothing at all.
    init() { (snapshot, reading, pictures) = (nil, nil, ContentPictures(folders: [])) }

    /// The pictures of the playlist that are not in the folder.
    var missingPictures: Set<ContentHash> {
        (reading?.playlist.pictures ?? []).filter { picture in
            !pictures.folders.contains { FileManager.default.fileExists(atPath: "\($0)/\(picture)") }
        }
    }

    /// A file by its name in the manifest of a content folder, or simply by its name.
    private static func bytes(_ name: String, in path: String) throws -> Data? {
        guard FileManager.default.fileExists(atPath: path + "/manifest.json") else {
            let file = "\(path)/\(name)"
            return FileManager.default.fileExists(atPath: file) ? try read(file) : nil
        }
        return try waitFor { try await ContentFolder(path).bytes(named: name) }
    }
}
