import Foundation
import GRDB
import SignageFeed

extension Publisher {
    /// The office's notices for the centre's municipality that may be shown now, the newest first.
    func officeNotices(for centre: Centre, at: Date, in db: Database) throws -> [Notice] {
        try OfficeNotice.fetchAll(
            db,
            sql: """
                SELECT * FROM notice WHERE municipalityId = :municipality AND withdrawnAt IS NULL
                AND (showFrom IS NULL OR showFrom <= :at) AND (showUntil IS NULL OR showUntil > :at)
                ORDER BY createdAt DESC, id
                """, arguments: ["municipality": centre.municipalityId, "at": at]
        ).map { notice in
            Notice(
                id: notice.id, title: notice.title, text: notice.text, from: notice.fromWhom,
                publishedAt: notice.createdAt, showFrom: notice.showFrom, showUntil: notice.showUntil)
        }
    }

    /// The centre's classes of one day, in order of time.
    func classes(of centre: Centre, on day: DateInterval, in db: Database) throws -> [ClassSession] {
        try OfficeClass.fetchAll(
            db,
            sql: """
                SELECT * FROM classSession WHERE centreId = ? AND startsAt >= ? AND startsAt < ?
                ORDER BY startsAt, id
                """, arguments: [centre.id, day.start, day.end]
        ).map { meeting in
            ClassSession(
                id: meeting.id, programme: meeting.programme, startsAt: meeting.startsAt, endsAt: meeting.endsAt,
                place: meeting.place, instructor: meeting.instructor, isRemote: meeting.isRemote)
        }
    }

    /// How long a file that no manifest names any more may still be fetched: two days.
    static let keepsFiles: TimeInterval = 2 * 24 * 60 * 60

    /// The files of a manifest that is about to be replaced are as good as new: their two days begin now.
    func keepLonger(filesOf centreID: String, at: Date, in db: Database) throws {
        try db.execute(
            sql: """
                UPDATE blob SET createdAt = ? WHERE sha256 IN (
                    SELECT json_extract(file.value, '$.sha256')
                    FROM manifestVersion, json_each(CAST(manifestJSON AS TEXT), '$.files') AS file
                    WHERE centreId = ?)
                """, arguments: [at, centreID])
    }

    /// Deletes files that are on no wall and of no item; a kiosk in the middle of fetching one has time to finish.
    func forgetOldFiles(at: Date, in db: Database) throws {
        try db.execute(
            sql: """
                DELETE FROM blob WHERE createdAt < ? AND sha256 NOT IN (
                    SELECT json_extract(file.value, '$.sha256')
                    FROM manifestVersion, json_each(CAST(manifestJSON AS TEXT), '$.files') AS file)
                AND sha256 NOT IN (
                    SELECT p.sha256 FROM contentPicture p JOIN contentItem i ON i.id = p.itemId
                    WHERE i.state <> 'removed')
                """, arguments: [at.addingTimeInterval(-Self.keepsFiles)])
    }
}
