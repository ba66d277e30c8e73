import FitnessMeasure
import Foundation

/// The form by which the health centre changes a plan.
struct PlanEditPage: Sendable {
    let crumbs: SeniorCrumbs
    let sentence: String
    let path: String
    let backPath: String
    let planID: String
    let steps: Int
    let levels: [Level]
    let lines: [Line]
    let additions: [ReasonPage.Choice]
    let earliest: String
    let latest: String
    let reasons: [ReasonPage.Choice]

    struct Level: Sendable {
        let id: String
        let word: String
        let chosen: Bool
    }

    struct Line: Sendable {
        let number: Int
        let phase: String
        let name: String
        let amount: Int
        let amountWord: String
        let times: Int
        let days: Int
    }

    init(_ stored: StoredPlan, crumbs: SeniorCrumbs, tables: PlanTables) {
        let content = stored.plan.revisions[stored.plan.latest - 1]
        self.crumbs = crumbs
        sentence = "\(crumbs.name) 어르신의 운동 처방을 고쳐요"
        (path, backPath) = (crumbs.path + "/plan/change", crumbs.path + "/plan")
        (planID, steps) = (stored.plan.id.uuidString, stored.plan.steps.count)
        levels =
            [Level(id: "", word: "정하지 않음", chosen: content.level == nil)]
            + PlanLevel.allCases.map { Level(id: $0.rawValue, word: "\($0.rawValue)단계", chosen: $0 == content.level) }
        lines = content.lines.enumerated().map { Line(number: $0, $1, tables) }
        let taken = Set(content.lines.map(\.exercise))
        additions = tables.exercises(suiting: stored.basis, level: content.level).filter { !taken.contains($0.id) }.map
        {
            .init(
                id: $0.id.rawValue,
                word: "\(HealthWords.factor($0.factor)) · \(tables.name(of: $0.id, .korean))")
        }
        (earliest, latest) = ("\(content.retest.earliest)", "\(content.retest.latest)")
        reasons = PlanChangeReason.allCases.map { .init(id: $0.rawValue, word: $0.word) }
    }
}

extension PlanEditPage.Line {
    fileprivate init(number: Int, _ line: PlanLine, _ tables: PlanTables) {
        self.number = number
        (phase, name) = (tables.words[line.phase][.korean], tables.name(of: line.exercise, .korean))
        (amount, times, days) = (line.dose.amount, line.dose.times, line.days.count)
        amountWord =
            switch line.dose.kind {
            case .minutes: "분"
            case .repetitions: "번"
            case .hold: "초"
            }
    }
}
