extension Playlist {
    /// What was read of a document, and what was not.
    public struct Reading: Equatable, Sendable {
        public var playlist: Playlist
        public var problems: [PlaylistProblem]
    }

    /// More than any office publishes.
    public static let itemLimit = 1_000

    /// Reads the office's playlist: `{"version":…, "items":[{"id":…, "kind":…, …}]}`.
    ///
    /// One bad item does not take the others with it. An item with a member that this version does not know is left
    /// out, since the member may be a condition; members named `x-…` are remarks.
    public static func read(_ bytes: [UInt8]) throws(PlaylistError) -> Reading {
        let document = try document(bytes)
        guard let version = document["version"]?.text.flatMap({ Int($0) }), let rows = document["items"]?.elements
        else { throw .notAPlaylist }
        var reading = Reading(playlist: Playlist(version: version, items: []), problems: [])
        var known: Set<String> = []
        for (index, row) in rows.prefix(itemLimit).enumerated() {
            reading.take(row, index, &known)
        }
        if rows.count > itemLimit {
            reading.problems.append(PlaylistProblem(index: itemLimit, id: nil, reason: .tooMany(limit: itemLimit)))
        }
        return reading
    }

    private static func document(_ bytes: [UInt8]) throws(PlaylistError) -> JSONValue {
        guard bytes.count <= FeedBytes.limit else { throw .tooLarge(limit: FeedBytes.limit) }
        guard let text = String(validating: bytes, as: UTF8.self) else { throw .undecodableText }
        do throws(SafeJSONError) {
            return try SafeJSON.read(text, depthLimit: 8)
        } catch {
            throw .json(error)
        }
    }
}

extension Playlist.Reading {
    fileprivate mutating func take(_ row: JSONValue, _ index: Int, _ known: inout Set<String>) {
        var id: String?
        do throws(PlaylistProblem.Reason) {
            guard case .object(let object) = row else { throw .notAnObject }
            var members = ItemMembers(object)
            let name = try members.text("id", limit: 100)
            id = name
            guard !known.contains(name) else { throw .duplicateID }
            let item = try ItemReader.item(name, &members)
            known.insert(name)
            playlist.items.append(item)
            if case .unknown(let kind) = item.content { throw .unknownKind(kind) }
        } catch {
            problems.append(PlaylistProblem(index: index, id: id, reason: error))
        }
    }
}
