import Foundation

/// Who saw whose data.
struct AccessLogPage: Sendable {
    let sentence: String
    let hasEntries: Bool
    let entries: [Line]
    let pages: PageLinks

    struct Line: Sendable {
        let when: String
        let who: String
        let `where`: String
        let what: String
        let whose: String
        let reason: String

        init(_ row: AccessLogRow, at now: Date) {
            when = KoreanTime.spoken(row.at, at: now)
            who = row.who ?? "지운 아이디"
            self.where = row.fromAddress.isEmpty ? "알 수 없음" : row.fromAddress
            what = AccessAct(rawValue: row.what)?.word ?? row.what
            let person = row.person.map(SeniorWords.masked) ?? (row.personId == nil ? nil : "지운 분")
            let whose = [row.centre, person].compactMap { $0 }.joined(separator: " · ")
            self.whose = whose.isEmpty ? "–" : whose
            reason = row.reason.map { OpeningReason(rawValue: $0)?.word ?? $0 } ?? "–"
        }
    }

    static func answer(_ visit: Visit, store: OfficeStore) async throws -> Answer {
        let (scope, page) = (visit.scope, visit.page)
        let (rows, total) = try await store.write { db in
            try visit.note(.viewLog).insert(db)
            return (try AccessLogQuery.list(db, scope: scope, page: page), try AccessLogQuery.count(db, scope: scope))
        }
        let model = AccessLogPage(
            sentence: "접근 기록이 \(total.grouped)줄 쌓여 있어요", hasEntries: !rows.isEmpty,
            entries: rows.map { Line($0, at: visit.now) },
            pages: PageLinks(page: page, total: total, path: "/access-log?page="))
        return .page("access-log", "접근 기록", in: .accessLog, model)
    }
}
