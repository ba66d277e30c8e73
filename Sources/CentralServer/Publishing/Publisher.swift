import Foundation
import GRDB
import Logging
import SignageFeed
import SyncWire

/// Publishes to each centre what its wall shows. A new version is made only when something changed, and it is kept
/// with its number: a restart never goes back.
public struct Publisher: Sendable {
    let store: OfficeStore
    let source: any WallContentSource
    let calendar: Calendar
    let now: @Sendable () -> Date
    let logger: Logger
    private let reviews = ReviewDesk()

    public init(
        store: OfficeStore, source: any WallContentSource, calendar: Calendar, logger: Logger,
        now: @escaping @Sendable () -> Date
    ) {
        (self.store, self.source, self.calendar) = (store, source, calendar)
        (self.logger, self.now) = (logger, now)
    }

    /// Publishes to every centre. Call it after a notice or a class was changed, and when facts came in.
    public func publishAll() async throws {
        let (at, timetable) = (now(), Timetable(calendar: calendar))
        let centres = try await store.write { db in
            try timetable.fill(at, in: db)
            return try Centre.order(Column("id")).fetchAll(db)
        }
        for centre in centres { _ = try await publish(to: centre, at: at) }
        try await store.write { db in try forgetOldFiles(at: at, in: db) }
    }

    /// Publishes to one centre; answers with the version that is current now.
    @discardableResult
    public func publish(to centre: Centre) async throws -> Int { try await publish(to: centre, at: now()) }

    private func publish(to centre: Centre, at: Date) async throws -> Int {
        let polled = await source.content(for: centre)
        let today = DateInterval(start: calendar.startOfDay(for: at), duration: 24 * 60 * 60)
        return try await store.write { db in
            let notices = try officeNotices(for: centre, at: at, in: db) + polled.notices
            let wall = WallSnapshot(
                version: 0, publishedAt: Date(timeIntervalSince1970: 0), weather: polled.weather, buses: polled.buses,
                notices: try reviews.admit(notices, of: centre.municipalityId, at: at, in: db),
                classes: try classes(of: centre, on: today, in: db), air: polled.air, warnings: polled.warnings,
                alerts: polled.alerts, jobs: polled.jobs, courses: polled.courses, shelters: polled.shelters)
            return try keep(wall, try shelf(for: centre, polled, at: at, in: db), for: centre, at: at, in: db)
        }
    }

    /// What stands beside the wall. An item that no kiosk would show is left out and told of by its id.
    private func shelf(
        for centre: Centre, _ polled: WallContent, at: Date, in db: Database
    ) throws -> ContentShelf.Shelf? {
        let listings = PolledListings(jobs: polled.jobs?.value ?? [], courses: polled.courses?.value ?? [])
        let shelf = try ContentShelf(db: db, now: at).shelf(for: centre, listings: listings) { item in
            try reviews.admit(item.reviewedText, of: centre.municipalityId, at: at, in: db) != .held
        }
        for id in shelf?.refused ?? [] { logger.warning("An item is not shown", metadata: ["item": "\(id)"]) }
        return shelf
    }

    /// Compares without version and time, and stores a next version only for other content.
    private func keep(
        _ wall: WallSnapshot, _ shelf: ContentShelf.Shelf?, for centre: Centre, at: Date, in db: Database
    ) throws -> Int {
        let contentHash = (try CanonicalJSON.encode(wall) + (shelf?.playlist ?? Data())).sha256Hex
        let current = try Row.fetchOne(
            db, sql: "SELECT version, contentHash FROM manifestVersion WHERE centreId = ?", arguments: [centre.id])
        if let current, current["contentHash"] == contentHash { return current["version"] }
        var wall = wall
        (wall.version, wall.publishedAt) = (Self.version(after: current?["version"] ?? 0, at: at), at)
        var files = [try storeBlob(try CanonicalJSON.encode(wall), as: "wall.json", at: at, in: db)]
        if let shelf {
            files.append(try storeBlob(shelf.playlist, as: "playlist.json", at: at, in: db))
            files += shelf.pictures.map { Manifest.File(name: $0.sha256, sha256: $0.sha256, size: $0.size) }
        }
        try keepLonger(filesOf: centre.id, at: at, in: db)
        try db.execute(
            sql: """
                INSERT INTO manifestVersion (centreId, version, contentHash, manifestJSON, publishedAt)
                VALUES (?, ?, ?, ?, ?) ON CONFLICT (centreId) DO UPDATE SET version = excluded.version,
                contentHash = excluded.contentHash, manifestJSON = excluded.manifestJSON,
                publishedAt = excluded.publishedAt
                """,
            arguments: [
                centre.id, wall.version, contentHash,
                try CanonicalJSON.encode(Manifest(version: wall.version, files: files)), at,
            ])
        return wall.version
    }

    /// The next version: seconds since 1970, so that an office restored from an older backup does not give a number
    /// out twice, and always above the last, whatever the clock says.
    private static func version(after last: Int, at: Date) -> Int { max(last + 1, Int(at.timeIntervalSince1970)) }

    private func storeBlob(_ bytes: Data, as name: String, at: Date, in db: Database) throws -> Manifest.File {
        let hash = bytes.sha256Hex
        try db.execute(
            sql: """
                INSERT INTO blob (sha256, bytes, createdAt) VALUES (?, ?, ?)
                ON CONFLICT DO UPDATE SET createdAt = excluded.createdAt
                """,
            arguments: [hash, bytes, at])
        return Manifest.File(name: name, sha256: hash, size: bytes.count)
    }
}
