import Foundation
import GRDB
import SignageFeed

/// The items of a municipality's playlist, for those who may see them.
enum ContentQuery {
    private static let condition = "(:municipality IS NULL OR i.municipalityId = :municipality)"

    /// Where one may publish to, with the centres.
    static func places(_ db: Database, scope: Scope) throws -> [ContentPlace] {
        let spots = try Row.fetchAll(
            db,
            sql: "SELECT c.id, c.name, c.municipalityId FROM centre c WHERE \(Scope.condition) ORDER BY c.name, c.id",
            arguments: scope.arguments())
        let centres = Dictionary(grouping: spots) { row -> String in row["municipalityId"] }
        return try NoticeQuery.municipalities(db, scope: scope).map { place in
            ContentPlace(
                id: place.id, name: place.name,
                centres: (centres[place.id] ?? []).map { ContentPlace.Spot(id: $0["id"], name: $0["name"]) })
        }
    }

    /// Drafts and published items in their order.
    static func list(_ db: Database, municipality: String) throws -> [ContentItem] {
        try ContentItem.fetchAll(
            db,
            sql: "SELECT * FROM contentItem WHERE municipalityId = ? AND state <> 'removed' ORDER BY position, id",
            arguments: [municipality])
    }

    /// - Throws: ``PageRefusal/notFound`` if it may not be seen, or was removed.
    static func item(_ db: Database, id: String, scope: Scope) throws -> ContentItem {
        let sql = "SELECT i.* FROM contentItem i WHERE i.id = :id AND i.state <> 'removed' AND \(condition)"
        guard let item = try ContentItem.fetchOne(db, sql: sql, arguments: scope.arguments(["id": id])) else {
            throw PageRefusal.notFound
        }
        return item
    }

    static func pictures(_ db: Database, of item: String) throws -> [ContentPicture] {
        try ContentPicture.filter(Column("itemId") == item).order(Column("page")).fetchAll(db)
    }

    /// Writes a new item at the end of the list, or the new words of one that is there: its place and state stay.
    static func save(_ db: Database, _ draft: ContentItem, scope: Scope) throws {
        var item = draft
        let known = try ContentItem.fetchOne(db, key: draft.id)
        if let known {
            guard known.state != .removed, known.kind == draft.kind, known.municipalityId == draft.municipalityId else {
                throw PageRefusal.notFound
            }
            (item.position, item.state) = (known.position, known.state)
            (item.createdBy, item.createdAt) = (known.createdBy, known.createdAt)
            try item.update(db)
        } else {
            item.position =
                try 1
                + (Int.fetchOne(
                    db, sql: "SELECT MAX(position) FROM contentItem WHERE municipalityId = ?",
                    arguments: [draft.municipalityId]) ?? 0)
            try item.insert(db)
        }
    }

    /// Bytes of pictures and number of items that a municipality may have: what a kiosk takes, with room to spare.
    static let byteLimit = 1_000_000_000

    /// - Throws: ``ContentProblem`` when the municipality's list is full.
    static func checkRoom(_ db: Database, municipality: String, besides item: String, for files: [PictureFile]) throws {
        let sql = """
            SELECT COUNT(DISTINCT i.id) AS items, COALESCE(SUM(p.size), 0) AS bytes FROM contentItem i
            LEFT JOIN contentPicture p ON p.itemId = i.id
            WHERE i.municipalityId = ? AND i.state <> 'removed' AND i.id <> ?
            """
        guard let row = try Row.fetchOne(db, sql: sql, arguments: [municipality, item]) else { return }
        let (items, bytes): (Int, Int) = (row["items"], row["bytes"])
        guard items < Playlist.itemLimit else { throw ContentProblem.unplayable(.tooMany(limit: Playlist.itemLimit)) }
        guard bytes + files.reduce(0, { $0 + $1.bytes.count }) <= byteLimit else { throw ContentProblem.full }
    }

    /// Puts the pictures of an item in the place of those it had. Their bytes are kept once for each hash.
    static func keep(_ db: Database, _ files: [PictureFile], of item: String, at now: Date) throws {
        try ContentPicture.filter(Column("itemId") == item).deleteAll(db)
        for (index, file) in files.enumerated() {
            let bytes = Data(file.bytes)
            let hash = bytes.sha256Hex
            try db.execute(
                sql: """
                    INSERT INTO blob (sha256, bytes, createdAt) VALUES (?, ?, ?)
                    ON CONFLICT DO UPDATE SET createdAt = excluded.createdAt
                    """, arguments: [hash, bytes, now])
            try ContentPicture(
                itemId: item, page: index + 1, sha256: hash, mediaType: file.format.rawValue, width: file.width,
                height: file.height, size: bytes.count
            ).insert(db)
        }
    }

    static func setState(_ db: Database, _ item: ContentItem, _ state: ContentItem.State, by user: String, at now: Date)
        throws
    {
        var changed = item
        (changed.state, changed.changedBy, changed.changedAt) = (state, user, now)
        try changed.update(db)
    }

    /// Changes places with the neighbour; at the end of the list nothing happens.
    static func move(_ db: Database, _ item: ContentItem, by step: Int, user: String, at now: Date) throws {
        let items = try list(db, municipality: item.municipalityId)
        guard let index = items.firstIndex(where: { $0.id == item.id }), items.indices.contains(index + step) else {
            return
        }
        var order = items
        order.swapAt(index, index + step)
        // All anew: two items that were made in one instant may share a place.
        for (position, var item) in order.enumerated() where item.position != position + 1 {
            (item.position, item.changedBy, item.changedAt) = (position + 1, user, now)
            try item.update(db)
        }
    }
}
