import Foundation

/// Writing, seeing and withdrawing notices.
struct NoticePages: Sendable {
    let store: OfficeStore
    let announcer: ContentAnnouncer
    private let reviews = ReviewDesk()

    init(store: OfficeStore, announcer: ContentAnnouncer) { (self.store, self.announcer) = (store, announcer) }

    func list(_ visit: Visit) async throws -> Answer {
        let (scope, page) = (visit.scope, visit.page)
        let (rows, total) = try await store.read { db in
            (try NoticeQuery.list(db, scope: scope, page: page), try NoticeQuery.count(db, scope: scope))
        }
        return .page("notices", "알림", in: .notices, NoticesPage(rows: rows, total: total, visit: visit))
    }

    func new(_ visit: Visit) async throws -> Answer {
        let places = try await municipalities(visit)
        let from = visit.staff.municipalityName ?? places.first?.name ?? ""
        return form(NoticeDraft(from: from, municipality: places.first?.id ?? "", today: visit.today), places: places)
    }

    /// Back to the form with what was written.
    func edit(_ visit: Visit) async throws -> Answer {
        form(NoticeDraft(visit.form), places: try await municipalities(visit))
    }

    func preview(_ visit: Visit) async throws -> Answer {
        try await checked(visit) { draft, notice, places in
            .page(
                "notice-preview", "미리 보기", in: .notices, NoticePreviewPage(draft: draft, notice: notice, places: places)
            )
        }
    }

    func publish(_ visit: Visit) async throws -> Answer {
        try await checked(visit) { _, notice, _ in
            let record = notice.record(by: visit.staff.userID, at: visit.now)
            let admission = try await store.write { db in
                try NoticeQuery.publish(db, record)
                try visit.note(.publishNotice).insert(db)
                return try reviews.admit(record.reviewedText, of: notice.municipalityID, at: visit.now, in: db)
            }
            let done = admission == .held ? "held" : "published"
            return .seeOther(
                await announcer.told(notice.municipalityID) ? "/notices?done=\(done)" : "/notices?done=later")
        }
    }

    func withdraw(_ visit: Visit) async throws -> Answer {
        let id = try visit.id()
        let municipality = try await store.write { db in
            let municipality = try NoticeQuery.withdraw(db, id: id, scope: visit.scope, now: visit.now)
            try visit.note(.withdrawNotice).insert(db)
            return municipality
        }
        return .seeOther(await announcer.told(municipality) ? "/notices?done=withdrawn" : "/notices?done=later")
    }

    private func checked(
        _ visit: Visit, then answer: (NoticeDraft, CheckedNotice, [MunicipalityRow]) async throws -> Answer
    ) async throws -> Answer {
        let (draft, places) = (NoticeDraft(visit.form), try await municipalities(visit))
        do {
            return try await answer(draft, try CheckedNotice(draft, municipalities: places, today: visit.today), places)
        } catch let problem as NoticeProblem {
            return form(draft, places: places, problem: problem)
        }
    }

    private func municipalities(_ visit: Visit) async throws -> [MunicipalityRow] {
        let scope = visit.scope
        return try await store.read { try NoticeQuery.municipalities($0, scope: scope) }
    }

    private func form(_ draft: NoticeDraft, places: [MunicipalityRow], problem: NoticeProblem? = nil) -> Answer {
        .page("notice-form", "새 알림", in: .notices, NoticeFormPage(draft: draft, problem: problem, places: places))
    }
}
