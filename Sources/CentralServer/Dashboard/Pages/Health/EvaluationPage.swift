import FitnessMeasure
import Foundation
import GRDB

/// A battery's evaluation: what staff see, and apart from it what the senior is told.
struct EvaluationPage: Sendable {
    let crumbs: SeniorCrumbs
    let sentence: String
    let note: String
    let days: [Tab]
    let hasSeveralDays: Bool
    let isSimulated: Bool
    let versions: [Tab]
    let hasSeveralVersions: Bool
    let versionNote: String
    let grade: GradeCard
    let gate: GateCard
    let kept: KeptCard
    let items: [ItemLine]
    let measures: [MeasureLine]
    let hasMeasures: Bool
    let flags: [FlagLine]
    let hasFlags: Bool
    let rows: [RowLine]
    let senior: SeniorCard
    let planPath: String

    struct Tab: Sendable {
        let word: String
        let path: String
        let current: Bool
    }

    /// What the page needs from the database.
    struct Found: Sendable {
        let opened: OpenedSenior
        let days: [LocalDay]
        let battery: BatteryDay
        let previous: BatteryDay?
        /// The set by which it was evaluated first.
        let recorded: String
    }

    init(_ found: Found, _ evaluated: PersonEvaluation, by tables: FitnessTables, known: [String]) throws {
        let (evaluation, day) = (evaluated.evaluation, evaluated.battery.day)
        let path = found.opened.path + "/evaluation"
        crumbs = found.opened.crumbs
        sentence = "\(crumbs.name) 어르신의 \(day.short) 체력 평가예요"
        note = "만 \(evaluated.examination.age)세로 셈했어요. 진단이 아니에요."
        days = found.days.map { Tab(word: Self.word($0, day), path: "\(path)?day=\($0)", current: $0 == day) }
        hasSeveralDays = days.count > 1
        isSimulated = evaluated.battery.isSimulated
        versions = known.map { Tab(word: $0, path: "\(path)?day=\(day)&tables=\($0)", current: $0 == tables.version) }
        hasSeveralVersions = versions.count > 1
        versionNote = Self.versionNote(tables.version, first: found.recorded, at: evaluated.battery)
        grade = GradeCard(evaluation.grade)
        gate = GateCard(evaluation.gate)
        kept = try KeptCard(evaluated, questions: tables.questions)
        items = evaluation.items.map { ItemLine($0, evaluated) }
        measures = MeasureLine.all(evaluated)
        hasMeasures = !measures.isEmpty
        flags = evaluation.flags.map(FlagLine.init)
        hasFlags = !flags.isEmpty
        rows = StaffView(evaluation).findings.flatMap(RowLine.all)
        senior = SeniorCard(FitnessMeasure.SeniorWords(evaluation, names: tables.levelNames))
        planPath = found.opened.path + "/plan"
    }

    /// By which tables the page judges, by which it was judged first, and by which the kiosk spoke to the senior.
    private static func versionNote(_ shown: String, first: String, at battery: BatteryDay) -> String {
        let told = Set(battery.readings.compactMap(\.tables)).subtracting([shown]).sorted()
        let parts = [
            "기준표 \(shown)", first == shown ? nil : "처음에는 \(first)(으)로 평가했어요",
            told.isEmpty ? nil : "기기는 \(told.joined(separator: ", "))(으)로 말씀드렸어요",
        ]
        return parts.compactMap { $0 }.joined(separator: " · ")
    }

    private static func word(_ day: LocalDay, _ shown: LocalDay) -> String {
        day.year == shown.year ? day.short : "\(day.year)년 \(day.short)"
    }
}

extension EvaluationPage {
    /// So many of the last batteries can be chosen.
    private static let daysShown = 6

    static func answer(_ visit: Visit, store: OfficeStore, health: HealthTables) async throws -> Answer {
        let (centre, found) = try await store.write { db in
            (
                try SeniorQuery.centre(db, of: try visit.id(), scope: visit.scope),
                try find(db, visit: visit, newest: health.newest.version)
            )
        }
        guard let found else {
            return .page("reason", "까닭", in: .centres, ReasonPage(centre: centre, person: try visit.id()))
        }
        guard let battery = found.battery else {
            return .page("no-evaluation", "체력 평가", in: .centres, NoEvaluationPage(found.opened.crumbs))
        }
        let version = visit.query["tables"] ?? health.newest.version
        guard health.versions.names.contains(version) else { throw PageRefusal.notFound }
        let tables = try health.tables(version)
        let evaluated = try PersonEvaluation(
            battery.battery, of: found.opened.senior, previous: battery.previous, by: tables)
        return .page(
            "evaluation", "체력 평가", in: .centres,
            try EvaluationPage(battery, evaluated, by: tables, known: health.versions.names))
    }

    /// Nil while no reason was given; without a battery if none was done on the day that is asked for.
    private static func find(
        _ db: Database, visit: Visit, newest: String
    ) throws -> (opened: OpenedSenior, battery: Found?)? {
        guard let opened = try OpenedSenior.find(db, visit: visit, act: .viewEvaluation) else { return nil }
        let days = try HealthQuery.days(db, person: opened.senior.id, limit: daysShown)
        let asked = visit.query["day"].flatMap { LocalDay($0) }
        guard let day = asked.map({ asked in days.first { $0 == asked } }) ?? days.first else { return (opened, nil) }
        let earlier = days.first { $0 < day }
        let found = Found(
            opened: opened, days: days, battery: try HealthQuery.battery(db, person: opened.senior.id, day: day),
            previous: try earlier.map { try HealthQuery.battery(db, person: opened.senior.id, day: $0) },
            recorded: try HealthQuery.evaluatedBy(
                db, person: opened.senior.id, day: day, newest: newest, now: visit.now))
        return (opened, found)
    }
}

/// Nothing was measured that is evaluated.
struct NoEvaluationPage: Sendable {
    let crumbs: SeniorCrumbs

    init(_ crumbs: SeniorCrumbs) { self.crumbs = crumbs }
}
