import Foundation
import GRDB
import SyncWire

/// One senior, opened with a reason: facts, trends, readings.
struct SeniorPage: Sendable {
    let sentence: String
    let note: String
    let centre: String
    let centrePath: String
    let seniorsPath: String
    let facts: [Fact]
    let charts: [TrendChart]
    let hasReadings: Bool
    let hasLevels: Bool
    let readings: [ReadingLine]
    /// Where evaluation and plan are; nothing for who may not see them.
    let health: HealthLinks?
    let emptyTitle: String
    let emptyText: String
    let pages: PageLinks

    struct Fact: Sendable {
        let label: String
        let value: String
    }

    struct HealthLinks: Sendable {
        let evaluationPath: String
        let planPath: String
        let exportPath: String
    }

    /// What the page needs from the database.
    struct Found: Sendable {
        let senior: SeniorHead
        let reason: OpeningReason
        /// Empty where readings may not be seen.
        var readings: [ReadingRow] = []
        var recent: [ReadingRow] = []
        var total = 0
    }

    init(_ found: Found, visit: Visit, levels: LevelWords) throws {
        let senior = found.senior
        let subject = LevelSubject(senior, on: visit.today)
        sentence = "\(senior.name) 어르신의 기록이에요"
        note = "펼친 까닭: \(found.reason.word)"
        (centre, centrePath) = (senior.centre, "/centres/\(senior.centreId)")
        seniorsPath = "/centres/\(senior.centreId)/seniors"
        facts = Self.facts(senior, today: visit.today)
        charts = try TrendChart.all(found.recent)
        readings = try found.readings.map { try ReadingLine($0, at: visit.now, subject: subject, levels: levels) }
        hasReadings = !readings.isEmpty
        let maySee = visit.staff.may(.results) && senior.healthConsent
        health =
            maySee
            ? HealthLinks(
                evaluationPath: "/seniors/\(senior.id)/evaluation", planPath: "/seniors/\(senior.id)/plan",
                exportPath: "/seniors/\(senior.id)/export") : nil
        hasLevels = readings.contains { $0.level != nil }
        (emptyTitle, emptyText) = Self.emptiness(senior, mayRead: visit.staff.may(.results))
        pages = PageLinks(page: visit.page, total: found.total, path: "/seniors/\(senior.id)?page=")
    }

    private static func facts(_ senior: SeniorHead, today: LocalDay) -> [Fact] {
        let age = SeniorWords.age(birthYear: senior.birthYear, birthMonth: senior.birthMonth, on: today)
        return [
            Fact(label: "나이", value: "만 \(age)세 (\(senior.birthYear)년 \(senior.birthMonth)월)"),
            Fact(label: "성별", value: SeniorWords.sex(senior.sex)),
            Fact(label: "전화 끝자리", value: senior.phoneLast4 ?? "적지 않으셨어요"),
            Fact(label: "경로당", value: senior.centre),
            Fact(label: "등록한 날", value: LocalDay(senior.enrolledAt).words),
            Fact(label: "도와준 분", value: senior.helpedBy ?? "혼자 하셨어요"),
            Fact(label: "건강 정보", value: senior.healthConsent ? "동의하셨어요" : "동의하지 않으셨어요"),
            Fact(label: "카드", value: senior.cards == 0 ? "아직 없어요" : "\(senior.cards)장"),
            Fact(label: "나온 날", value: "모두 \(senior.days.grouped)일"),
            Fact(label: "마지막 출석", value: SeniorWords.day(senior.lastDay, today: today)),
        ]
    }

    private static func emptiness(_ senior: SeniorHead, mayRead: Bool) -> (String, String) {
        guard mayRead else { return ("잰 기록은 보건소에서 볼 수 있어요", "건강 정보라서 보건소 선생님에게만 보여요.") }
        guard senior.healthConsent else { return ("건강 정보에 동의하지 않으셨어요", "출석은 그대로 쓰실 수 있어요.") }
        return ("아직 잰 기록이 없어요", "경로당 기기에서 재면 여기에 쌓여요.")
    }

    static func answer(_ visit: Visit, store: OfficeStore, levels: LevelWords) async throws -> Answer {
        let id = try visit.id()
        let (centre, found) = try await store.write { db in
            let centre = try SeniorQuery.centre(db, of: id, scope: visit.scope)
            return (centre, try Self.find(db, id: id, centre: centre, visit: visit))
        }
        guard let found else { return .page("reason", "까닭", in: .centres, ReasonPage(centre: centre, person: id)) }
        return .page("senior", "어르신", in: .centres, try SeniorPage(found, visit: visit, levels: levels))
    }

    /// The log's line and the data in one transaction; nothing while no reason was given.
    private static func find(_ db: Database, id: String, centre: CentreHead, visit: Visit) throws -> Found? {
        guard let reason = try SeniorQuery.openedReason(db, person: id, staff: visit.staff) else { return nil }
        try visit.note(.viewSenior, person: id, centre: centre.id, reason: reason).insert(db)
        var found = Found(senior: try SeniorQuery.head(db, id: id, scope: visit.scope), reason: reason)
        guard visit.staff.may(.results), found.senior.healthConsent else { return found }
        found.total = try ReadingQuery.count(db, person: id)
        found.readings = try ReadingQuery.list(db, person: id, limit: PageNumber.rows, offset: visit.page.offset)
        found.recent =
            visit.page.offset == 0
            ? found.readings : try ReadingQuery.list(db, person: id, limit: PageNumber.rows, offset: 0)
        return found
    }
}
