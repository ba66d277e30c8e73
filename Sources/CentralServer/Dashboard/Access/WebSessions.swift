import Foundation
import GRDB

/// The sessions of the office's pages, in the database so that a restart signs nobody out.
struct WebSessions: Sendable {
    /// Seconds without a request after which a session is over.
    static let idleLimit: TimeInterval = 30 * 60
    /// Seconds after which one signs in anew even when busy.
    static let fullLimit: TimeInterval = 12 * 3600
    /// Requests closer together than this, in seconds, are not written down each.
    private static let touchInterval: TimeInterval = 30

    let store: OfficeStore

    /// Begins a session. Sessions that are over are cleared away on the occasion.
    static func open(_ db: Database, userID: String, now: Date) throws -> SessionToken {
        try db.execute(
            sql: "DELETE FROM webSession WHERE lastSeenAt < ? OR createdAt < ?",
            arguments: [now.addingTimeInterval(-idleLimit), now.addingTimeInterval(-fullLimit)])
        let token = SessionToken.make()
        try db.execute(
            sql: "INSERT INTO webSession (tokenHash, userId, csrf, createdAt, lastSeenAt) VALUES (?, ?, ?, ?, ?)",
            arguments: [token.hash, userID, SessionToken.make().text, now, now])
        return token
    }

    /// Whose session it is, if it is still one.
    func staff(_ token: SessionToken, now: Date) async throws -> Staff? {
        let hash = token.hash
        guard let found = try await store.read({ try Self.find($0, hash: hash) }), found.isOpen(at: now) else {
            return nil
        }
        if now.timeIntervalSince(found.lastSeenAt) > Self.touchInterval {
            try await store.write { db in
                try db.execute(
                    sql: "UPDATE webSession SET lastSeenAt = ? WHERE tokenHash = ?", arguments: [now, hash])
            }
        }
        return found.staff
    }

    func close(_ sessionHash: String) async throws {
        try await store.write { db in
            try db.execute(sql: "DELETE FROM webSession WHERE tokenHash = ?", arguments: [sessionHash])
        }
    }

    private struct Found: Sendable {
        let staff: Staff
        let lastSeenAt: Date

        func isOpen(at now: Date) -> Bool {
            now.timeIntervalSince(lastSeenAt) <= idleLimit && now.timeIntervalSince(staff.signedInAt) <= fullLimit
        }
    }

    private static func find(_ db: Database, hash: String) throws -> Found? {
        let sql = """
            SELECT s.csrf, s.createdAt, s.lastSeenAt, u.id, u.name, u.role, u.municipalityId, m.name AS municipality
            FROM webSession s JOIN userAccount u ON u.id = s.userId
            LEFT JOIN municipality m ON m.id = u.municipalityId
            WHERE s.tokenHash = ?
            """
        return try Row.fetchOne(db, sql: sql, arguments: [hash]).flatMap { row in
            guard let role = UserAccount.Role(rawValue: row["role"]) else { return nil }
            return Found(
                staff: Staff(
                    userID: row["id"], name: row["name"], role: role, municipalityID: row["municipalityId"],
                    municipalityName: row["municipality"], csrf: row["csrf"], sessionHash: hash,
                    signedInAt: row["createdAt"]),
                lastSeenAt: row["lastSeenAt"])
        }
    }
}
