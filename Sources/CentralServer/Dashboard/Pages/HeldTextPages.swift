import Foundation
import SignageFeed

/// Texts that wait because personal data may stand in them.
struct HeldTextPages: Sendable {
    let store: OfficeStore
    let announcer: ContentAnnouncer

    func list(_ visit: Visit) async throws -> Answer {
        let (scope, page) = (visit.scope, visit.page)
        let model = try await store.write { db in
            try visit.note(.listHeldTexts).insert(db)
            return HeldTextsPage(
                rows: try HeldTextQuery.list(db, scope: scope, page: page),
                waiting: try HeldTextQuery.waiting(db, scope: scope), total: try HeldTextQuery.count(db, scope: scope),
                visit: visit)
        }
        return .page("content-held", "멈춘 글", in: .content, model)
    }

    func decide(_ visit: Visit, _ decision: NoticeReview.Decision) async throws -> Answer {
        let (id, scope) = (try visit.id(), visit.scope)
        let places = try await store.write { db in
            try visit.note(decision == .released ? .releaseText : .dropText).insert(db)
            return try HeldTextQuery.decide(
                db, digest: id, decision, by: visit.staff.userID, at: visit.now, scope: scope)
        }
        for place in places { _ = await announcer.told(place) }
        return .seeOther("/content/held?done=\(decision.rawValue)")
    }
}

/// The list of held texts.
struct HeldTextsPage: Sendable {
    let sentence: String
    let done: String?
    let hasWaiting: Bool
    let waiting: [Waiting]
    let hasDecided: Bool
    let decided: [Decided]
    let pages: PageLinks

    struct Waiting: Sendable {
        let digest: String
        let title: String
        let text: String
        let from: String
        let found: String
        let since: String
    }

    struct Decided: Sendable {
        let title: String
        let from: String
        let found: String
        let state: String
        let tone: String
        let decider: String
        let at: String
    }

    init(rows: [HeldTextRow], waiting count: Int, total: Int, visit: Visit) {
        sentence = count == 0 ? "살펴볼 글이 없어요" : "글 \(count.grouped)개를 살펴봐 주세요"
        done =
            switch visit.query["done"] {
            case "released": "내보냈어요. 경로당 화면에 곧 나타나요."
            case "dropped": "버렸어요. 글은 남겨 두지 않았어요."
            default: nil
            }
        waiting = rows.filter { $0.review.decision == nil }.map { row in
            Waiting(
                digest: row.review.digest, title: row.review.title, text: row.review.text,
                from: "\(row.municipality) · \(row.review.fromWhom)", found: row.review.findings.words,
                since: KoreanTime.spoken(row.review.foundAt, at: visit.now))
        }
        decided = rows.compactMap { Decided($0, now: visit.now) }
        (hasWaiting, hasDecided) = (!waiting.isEmpty, !decided.isEmpty)
        pages = PageLinks(page: visit.page, total: total, path: "/content/held?page=")
    }
}

extension HeldTextsPage.Decided {
    init?(_ row: HeldTextRow, now: Date) {
        guard let decision = row.review.decision, let decidedAt = row.review.decidedAt else { return nil }
        title = row.review.title.isEmpty ? "버린 글" : row.review.title
        (from, found) = ("\(row.municipality) · \(row.review.fromWhom)", row.review.findings.words)
        let state = decision == .released ? StateWord.good("내보냄") : .quiet("버림")
        (self.state, tone) = (state.word, state.tone)
        (decider, at) = (row.decider ?? "", KoreanTime.spoken(decidedAt, at: now))
    }
}

extension [PersonalDataGuard.Finding] {
    /// What was found, never the data themselves.
    var words: String {
        map { finding in
            switch finding.kind {
            case .residentNumber: "주민등록번호처럼 보이는 숫자 \(finding.count)곳"
            case .phoneList: "여러 사람의 전화번호 \(finding.count)개"
            case .accountNumber: "계좌번호처럼 보이는 숫자 \(finding.count)곳"
            }
        }.joined(separator: ", ")
    }
}
