import Foundation
import SignageFeed

/// A playlist's bytes, read back by the reader that the kiosk uses before anybody gets them.
struct PlaylistDocument: Sendable {
    let bytes: Data
    /// What a kiosk will make of the bytes.
    let playlist: Playlist
    /// Items that were left out, since no kiosk would show them.
    let problems: [PlaylistProblem]

    /// - Throws: ``PlaylistError`` when the whole could not be read, for instance since it is too large.
    init(version: Int, entries: [PlaylistEntry]) throws {
        let first = try Self.read(try Self.encode(version, entries))
        let bad = Set(first.problems.map(\.index))
        let good = entries.enumerated().filter { !bad.contains($0.offset) && $0.offset < Playlist.itemLimit }
        bytes = try Self.encode(version, good.map(\.element))
        playlist = try Self.read(bytes).playlist
        problems = first.problems
    }

    private static func read(_ bytes: Data) throws -> Playlist.Reading { try Playlist.read([UInt8](bytes)) }

    private static func encode(_ version: Int, _ entries: [PlaylistEntry]) throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return try encoder.encode(Document(version: version, items: entries))
    }

    private struct Document: Encodable {
        let version: Int
        let items: [PlaylistEntry]
    }
}
