import Foundation
import GRDB

/// A held text with who decided.
struct HeldTextRow: Sendable {
    var review: NoticeReview
    var decider: String?
    var municipality: String
}

/// Texts with personal data, waiting and decided.
enum HeldTextQuery {
    private static let condition = "(:municipality IS NULL OR r.municipalityId = :municipality)"

    static func waiting(_ db: Database, scope: Scope) throws -> Int {
        try Int.fetchOne(
            db, sql: "SELECT COUNT(*) FROM noticeReview r WHERE r.decision IS NULL AND \(condition)",
            arguments: scope.arguments()) ?? 0
    }

    /// The digests of a municipality's texts that are not to be shown.
    static func held(_ db: Database, municipality: String) throws -> Set<String> {
        try String.fetchSet(
            db,
            sql: "SELECT digest FROM noticeReview WHERE municipalityId = ? AND decision IS NOT 'released'",
            arguments: [municipality])
    }

    /// Those that wait first, then the latest decisions.
    static func list(_ db: Database, scope: Scope, page: PageNumber) throws -> [HeldTextRow] {
        let sql = """
            SELECT r.*, COALESCE(u.name, r.decidedBy) AS decider, m.name AS place FROM noticeReview r
            JOIN municipality m ON m.id = r.municipalityId LEFT JOIN userAccount u ON u.id = r.decidedBy
            WHERE \(condition) ORDER BY r.decision IS NOT NULL, COALESCE(r.decidedAt, r.foundAt) DESC, r.digest
            LIMIT :limit OFFSET :offset
            """
        let arguments = scope.arguments(["limit": PageNumber.rows, "offset": page.offset])
        return try Row.fetchAll(db, sql: sql, arguments: arguments).map { row in
            HeldTextRow(review: try NoticeReview(row: row), decider: row["decider"], municipality: row["place"])
        }
    }

    static func count(_ db: Database, scope: Scope) throws -> Int {
        try Int.fetchOne(
            db, sql: "SELECT COUNT(*) FROM noticeReview r WHERE \(condition)", arguments: scope.arguments()) ?? 0
    }

    /// Writes a decision down, once. A dropped text is not kept.
    /// - Returns: the municipalities whose walls change.
    /// - Throws: ``PageRefusal/notFound`` if it may not be seen or was decided.
    static func decide(
        _ db: Database, digest: String, _ decision: NoticeReview.Decision, by user: String, at now: Date, scope: Scope
    ) throws -> [String] {
        let sql = """
            UPDATE noticeReview AS r SET decision = :decision, decidedBy = :user, decidedAt = :now,
            title = CASE :decision WHEN 'dropped' THEN '' ELSE title END,
            text = CASE :decision WHEN 'dropped' THEN '' ELSE text END
            WHERE r.digest = :digest AND r.decision IS NULL AND \(condition) RETURNING municipalityId
            """
        let changed = try String.fetchAll(
            db, sql: sql,
            arguments: scope.arguments([
                "decision": decision.rawValue, "user": user, "now": now, "digest": digest,
            ]))
        guard !changed.isEmpty else { throw PageRefusal.notFound }
        if decision == .dropped {
            for place in changed { try forget(db, digest: digest, municipality: place, by: user, at: now) }
        }
        return changed
    }

    /// What the office itself wrote is taken off and emptied, too.
    private static func forget(
        _ db: Database, digest: String, municipality: String, by user: String, at now: Date
    ) throws {
        let here = Column("municipalityId") == municipality
        for var item in try ContentItem.filter(here).fetchAll(db) where item.reviewedText.digest == digest {
            (item.text, item.state, item.changedBy, item.changedAt) = (ContentText(), .removed, user, now)
            try item.update(db)
        }
        for var notice in try OfficeNotice.filter(here).fetchAll(db) where notice.reviewedText.digest == digest {
            (notice.title, notice.text, notice.withdrawnAt) = ("버린 글", "", notice.withdrawnAt ?? now)
            try notice.update(db)
        }
    }
}
