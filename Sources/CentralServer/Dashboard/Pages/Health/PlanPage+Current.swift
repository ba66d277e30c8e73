import FitnessMeasure
import Foundation

extension PlanPage {
    /// The plan that is under way, with all that made it.
    struct Current: Sendable {
        let state: StateWord
        let content: PlanContentCard
        let waiting: String?
        let history: [PlanStepLine]
        let planID: String
        let steps: Int
        let canApprove: Bool
        let canBegin: Bool
        let path: String
        let endReasons: [ReasonPage.Choice]

        init(_ stored: StoredPlan, tables: PlanTables, path: String, at now: Date, names: [String: String]) {
            let plan = stored.plan
            state = HealthWords.state(plan.state)
            content = PlanContentCard(plan.revisions[plan.latest - 1], tables)
            waiting = plan.inForce.flatMap { inForce in
                inForce == plan.latest ? nil : "지금은 \(inForce)번째 안대로 하고 계세요. 아래 안은 승인하고 시작해야 바뀌어요."
            }
            history = PlanStepLine.all(plan, names: names, at: now)
            (planID, steps) = (plan.id.uuidString, plan.steps.count)
            canApprove = plan.state == .proposed || plan.state == .changed
            canBegin = plan.state == .approved
            self.path = path
            endReasons = PlanEndReason.allCases.map { .init(id: $0.rawValue, word: $0.word) }
        }
    }

    /// What the rules would propose, before anybody wrote it down.
    struct Proposal: Sendable {
        let content: PlanContentCard
        let path: String
        let facts: [ReasonPage.Choice]
        let levels: [ReasonPage.Choice]
        let basis: String

        init?(_ proposal: PlanProposal, _ found: PlanFinding, tables: PlanTables, path: String) {
            guard case .plan(let content) = proposal, let day = found.battery?.battery.day else { return nil }
            self.content = PlanContentCard(content, tables)
            self.path = path
            facts = FallFact.allCases.map { .init(id: $0.rawValue, word: HealthWords.fact($0)) }
            levels = PlanLevel.allCases.map { .init(id: $0.rawValue, word: $0.rawValue) }
            basis = "\(day.short)에 잰 값에서 규칙으로 만들었어요. 승인하기 전에는 어르신께 보이지 않아요."
        }
    }
}

/// A plan's content as staff read it: level and why, every exercise with the rows that it comes from.
struct PlanContentCard: Sendable {
    let level: String
    let isFallRisk: Bool
    let reasons: [Reason]
    let lines: [Line]
    let unfilled: String?
    let begins: String
    let retest: String
    let rules: [Rule]

    struct Reason: Sendable {
        let rule: String
        let row: String
        let isUnsure: Bool
    }

    struct Line: Sendable {
        let phase: String
        let name: String
        let factor: String
        let amount: String
        let days: String
        let rows: String
        let isUnsure: Bool
    }

    struct Rule: Sendable {
        let id: String
        let text: String
        let isUnsure: Bool
    }

    init(_ content: PlanContent, _ tables: PlanTables) {
        level = content.level.map { "\($0.rawValue)단계" } ?? "정해지지 않음"
        isFallRisk = content.isFallRisk
        reasons = content.reasons.map { Reason(rule: $0.rule, row: Self.row($0.source), isUnsure: $0.source.isUnsure) }
        lines = content.lines.map { Line($0, tables) }
        unfilled =
            content.unfilled.isEmpty
            ? nil : content.unfilled.map { HealthWords.factor($0) }.joined(separator: ", ") + "에 알맞은 운동이 표에 없어요."
        begins = "\(content.begins)"
        retest = "\(content.retest.earliest) – \(content.retest.latest)"
        rules = content.rules.map { Rule(id: $0.id, text: $0.text, isUnsure: $0.source.isUnsure) }
    }

    fileprivate static func row(_ source: PlanSource) -> String {
        source == .healthCentre ? "보건소가 정함" : "\(source.table):\(source.line)"
    }
}

extension PlanContentCard.Line {
    init(_ line: PlanLine, _ tables: PlanTables) {
        let dose = line.dose
        phase = tables.words[line.phase][.korean]
        name = tables.name(of: line.exercise, .korean)
        factor = HealthWords.factor(line.factor)
        let growth = dose.target > dose.amount ? " → \(dose.target)" : ""
        amount = tables.words.amount(.init(kind: dose.kind, amount: dose.amount, times: dose.times), .korean) + growth
        days = line.days.map { String(tables.words[$0][.korean].prefix(1)) }.joined(separator: " ")
        rows = line.sources.map(PlanContentCard.row).joined(separator: ", ")
        isUnsure = line.sources.contains(where: \.isUnsure)
    }
}

/// One step of a plan's life: when, who, what, why.
struct PlanStepLine: Sendable {
    let when: String
    let who: String
    let what: String
    let reason: String?

    /// - Parameter names: accounts by their ids.
    static func all(_ plan: ExercisePlan, names: [String: String], at now: Date) -> [PlanStepLine] {
        plan.steps.map { step in
            PlanStepLine(
                when: KoreanTime.spoken(step.at.date, at: now),
                who: step.by.role == .rules ? "규칙 \(step.by.id)" : names[step.by.id] ?? "지운 아이디",
                what: HealthWords.step(step.act), reason: step.reason.map { reason($0, of: step.act) })
        }
    }

    private static func reason(_ code: String, of act: PlanStep.Act) -> String {
        if case .end = act { return PlanEndReason(rawValue: code)?.word ?? code }
        return PlanChangeReason(rawValue: code)?.word ?? code
    }
}
