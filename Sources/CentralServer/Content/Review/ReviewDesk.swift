import Foundation
import GRDB
import SignageFeed
import Synchronization

/// Holds texts with personal data back until a person has looked.
struct ReviewDesk: Sendable {
    private let verdicts = VerdictMemory()

    /// Whether a municipality's text may be published. A text that must be looked at is written down once.
    func admit(_ text: ReviewedText, of municipality: String, at now: Date, in db: Database) throws -> Admission {
        guard case .hold(let findings) = verdicts.verdict(on: text) else { return .pass }
        let digest = text.digest
        if let known = try NoticeReview.fetchOne(db, key: ["municipalityId": municipality, "digest": digest]) {
            return known.decision == .released ? .released : .held
        }
        try NoticeReview(
            municipalityId: municipality, digest: digest, title: text.title, text: text.text, fromWhom: text.from,
            findings: findings, foundAt: now
        ).insert(db)
        return .held
    }

    /// The notices that may be published, those that somebody released marked so that the kiosk lets them through, too.
    func admit(_ notices: [Notice], of municipality: String, at now: Date, in db: Database) throws -> [Notice] {
        try notices.compactMap { notice in
            let text = ReviewedText(title: notice.title, text: notice.text, from: notice.from)
            switch try admit(text, of: municipality, at: now, in: db) {
            case .pass: return notice
            case .held: return nil
            case .released:
                var released = notice
                released.isReleased = true
                return released
            }
        }
    }
}

/// Verdicts on texts that were looked through, so that fifty centres do not ask fifty times about the same notice.
final class VerdictMemory: Sendable {
    private static let limit = 4_000
    private let known = Mutex<[ReviewedKey: PersonalDataGuard.Verdict]>([:])

    private struct ReviewedKey: Hashable {
        let title: String
        let text: String
    }

    func verdict(on text: ReviewedText) -> PersonalDataGuard.Verdict {
        let key = ReviewedKey(title: text.title, text: text.text)
        if let verdict = known.withLock({ $0[key] }) { return verdict }
        let verdict = PersonalDataGuard().review(text.title, text.text)
        known.withLock { known in
            if known.count >= Self.limit { known.removeAll() }
            known[key] = verdict
        }
        return verdict
    }
}

extension ContentItem {
    /// What somebody wrote on it.
    var reviewedText: ReviewedText {
        ReviewedText(
            title: text.title ?? kind.word,
            text: (text.written.dropFirst(text.title == nil ? 0 : 1)).joined(separator: "\n"),
            from: "게시물")
    }
}

extension OfficeNotice {
    var reviewedText: ReviewedText { ReviewedText(title: title, text: text, from: fromWhom) }
}
