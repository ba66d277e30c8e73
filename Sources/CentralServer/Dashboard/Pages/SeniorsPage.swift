import Foundation

/// The seniors of a centre, with masked names.
struct SeniorsPage: Sendable {
    let sentence: String
    let centre: String
    let centrePath: String
    let tabs: [CentreTab]
    let hasSeniors: Bool
    let seniors: [Line]
    let pages: PageLinks

    struct Line: Sendable {
        let path: String
        let name: String
        let age: String
        let sex: String
        let lastDay: String
        let thisMonth: String
        let consent: String
        let consentTone: String

        init(_ row: SeniorRow, today: LocalDay) {
            path = "/seniors/\(row.id)"
            name = SeniorWords.masked(row.name)
            age = SeniorWords.decade(birthYear: row.birthYear, birthMonth: row.birthMonth, on: today)
            sex = SeniorWords.sex(row.sex)
            lastDay = SeniorWords.day(row.lastDay, today: today)
            thisMonth = "\(row.thisMonth.grouped)일"
            (consent, consentTone) = row.healthConsent ? ("동의함", "good") : ("동의하지 않음", "quiet")
        }
    }

    init(centre: CentreHead, rows: [SeniorRow], total: Int, visit: Visit) {
        sentence = total == 0 ? "\(centre.name)의 첫 어르신을 기다리고 있어요" : "\(centre.name)에 어르신 \(total.grouped)분이 함께해요"
        (self.centre, centrePath) = (centre.name, "/centres/\(centre.id)")
        tabs = CentreTab.all(centre: centre.id, current: .seniors, staff: visit.staff)
        seniors = rows.map { Line($0, today: visit.today) }
        hasSeniors = !rows.isEmpty
        pages = PageLinks(page: visit.page, total: total, path: "/centres/\(centre.id)/seniors?page=")
    }

    static func answer(_ visit: Visit, store: OfficeStore) async throws -> Answer {
        let id = try visit.id()
        // Written down first and read in the same transaction: no list without its line in the log.
        let (centre, rows, total) = try await store.write { db in
            let centre = try CentreQuery.head(db, id: id, scope: visit.scope)
            try visit.note(.listSeniors, centre: id).insert(db)
            return (
                centre, try SeniorQuery.list(db, centre: id, today: visit.today, page: visit.page),
                try SeniorQuery.count(db, centre: id)
            )
        }
        return .page(
            "seniors", "어르신", in: .centres, SeniorsPage(centre: centre, rows: rows, total: total, visit: visit))
    }
}
