import Foundation
import KioskSDL
import KioskUI
import SignageFeed
import SyncClient

/// The pictures of the wall on the disk, published or pinned, each under the SHA-256 of its bytes.
struct ContentPictures: Sendable {
    let folders: [String]

    init(_ data: DataFolder) { folders = [data.content + "/blobs", data.pins] }

    init(folders: [String]) { self.folders = folders }

    /// The bytes of a picture, if they still are what their name says.
    func bytes(of id: ImageID) throws -> [UInt8] {
        guard let hash = ContentHash(id.name) else { throw ImageError.unreadable("not a content's name") }
        for folder in folders {
            guard let bytes = try Self.bytes(at: "\(folder)/\(hash)") else { continue }
            guard HexDigest.sha256(bytes) == hash.description else {
                throw ImageError.unreadable("other bytes than were published")
            }
            return bytes
        }
        throw ImageError.unreadable("not there")
    }

    private static func bytes(at path: String) throws(FileFault) -> [UInt8]? {
        do throws(FileFault) {
            return try DiskFiles().read(path, limit: DecodedImage.mostBytes)
        } catch FileFault.missing {
            return nil
        }
    }
}
