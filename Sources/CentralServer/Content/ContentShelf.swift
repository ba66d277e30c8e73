import Foundation
import GRDB
import SignageFeed

/// The playlist of a centre, with the files that it needs.
struct ContentShelf {
    let db: Database
    let now: Date

    /// What a centre's manifest gets beside its wall.
    struct Shelf: Equatable {
        var playlist: Data
        /// Each once, in the order of the items.
        var pictures: [ContentPicture]
        /// Ids of entries that no kiosk would show.
        var refused: [String]
    }

    /// The centre's shelf; nil when its office has no playlist.
    func shelf(
        for centre: Centre, listings: PolledListings, admits: (ContentItem) throws -> Bool
    ) throws -> Shelf? {
        let items = try items(for: centre).filter(admits)
        guard !items.isEmpty else { return nil }
        let pictures = try pictures(of: items)
        let entries = items.flatMap {
            $0.entries(pictures: pictures[$0.id] ?? [], listings: listings, at: now)
        }
        let document = try PlaylistDocument(version: try version(of: centre.municipalityId), entries: entries)
        let needed = document.playlist.pictures
        var known: Set<String> = []
        let files = items.flatMap { pictures[$0.id] ?? [] }.filter { picture in
            (ContentHash(picture.sha256).map(needed.contains) ?? false) && known.insert(picture.sha256).inserted
        }
        return Shelf(playlist: document.bytes, pictures: files, refused: document.problems.compactMap(\.id))
    }

    private func items(for centre: Centre) throws -> [ContentItem] {
        try ContentItem.fetchAll(
            db,
            sql: """
                SELECT * FROM contentItem WHERE municipalityId = ? AND state = 'published'
                AND (centreId IS NULL OR centreId = ?) ORDER BY position, id
                """, arguments: [centre.municipalityId, centre.id])
    }

    private func pictures(of items: [ContentItem]) throws -> [String: [ContentPicture]] {
        let ids = items.filter(\.kind.hasPictures).map(\.id)
        let all = try ContentPicture.filter(ids.contains(Column("itemId"))).order(Column("itemId"), Column("page"))
            .fetchAll(db)
        return Dictionary(grouping: all, by: \.itemId)
    }

    /// Rises with every change of the municipality's list: the second of the last one, removals included.
    private func version(of municipality: String) throws -> Int {
        let last = try Date.fetchOne(
            db, sql: "SELECT MAX(changedAt) FROM contentItem WHERE municipalityId = ?", arguments: [municipality])
        return last.map { Int($0.timeIntervalSince1970) } ?? 0
    }
}
