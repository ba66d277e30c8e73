import FitnessMeasure
import Foundation
import GRDB

/// Takes the health centre's decisions on a person's plan, each in the transaction of its page.
struct PlanDesk {
    let db: Database
    let tables: PlanTables
    let person: String
    let actor: PlanActor
    let moment: PlanMoment

    init(_ db: Database, _ tables: PlanTables, person: String, visit: Visit) {
        (self.db, self.tables, self.person) = (db, tables, person)
        (actor, moment) = (PlanActor(.healthCentre, id: visit.staff.userID), PlanMoment(visit.now))
    }

    /// What one decided on: the plan, and how many steps it had on the page that was looked at.
    struct Seen {
        let plan: UUID
        let steps: Int
    }

    /// Enters what the rules propose. Nothing is entered while a plan is under way, or where the gate stopped.
    func propose(
        _ basis: PlanBasis, level: PlanLevel?, measuredOn day: LocalDay, tables version: String, from begins: PlanDay
    ) throws {
        guard try StoredPlan.underWay(db, person: person) == nil,
            case .plan(let content) = tables.propose(basis, from: begins, level: level)
        else { throw PlanStepError.illegal(.propose, in: .proposed) }
        let plan = ExercisePlan(
            id: UUID(), proposing: content, by: PlanActor(.rules, id: version), at: moment)
        try StoredPlan.insert(plan, of: person, on: day, tables: version, basis: basis, db)
    }

    func approve(_ seen: Seen, begins: Bool) throws {
        try step(seen) { plan throws(PlanStepError) in
            try plan.approve(plan.latest, by: actor, at: moment)
            if begins { try plan.activate(by: actor, at: moment) }
        }
    }

    func begin(_ seen: Seen) throws {
        try step(seen) { plan throws(PlanStepError) in try plan.activate(by: actor, at: moment) }
    }

    func change(_ seen: Seen, to content: PlanContent, because reason: PlanChangeReason) throws {
        try step(seen) { plan throws(PlanStepError) in
            try plan.change(to: content, by: actor, at: moment, reason: reason.rawValue)
        }
    }

    func end(_ seen: Seen, because reason: PlanEndReason) throws {
        try step(seen) { plan throws(PlanStepError) in
            try plan.end(by: actor, at: moment, reason: reason.rawValue)
        }
    }

    private func step(_ seen: Seen, _ take: (inout ExercisePlan) throws(PlanStepError) -> Void) throws {
        guard let stored = try StoredPlan.underWay(db, person: person), stored.plan.id == seen.plan,
            stored.plan.steps.count == seen.steps
        else { throw PlanStepError.staleRevision(seen.steps, latest: 0) }
        var plan = stored.plan
        try take(&plan)
        try stored.save(plan, db)
    }
}

/// Why a plan was changed. Choices, so that nothing personal gets into a history that travels (decision 019).
enum PlanChangeReason: String, CaseIterable, Sendable {
    case level, exercise, amount, retest, wish

    var word: String {
        switch self {
        case .level: "단계를 다시 정했어요"
        case .exercise: "하기 어려운 운동이 있어요"
        case .amount: "양이 알맞지 않아요"
        case .retest: "다시 재는 날을 옮겼어요"
        case .wish: "어르신이 바라셨어요"
        }
    }
}

/// Why a plan was ended.
enum PlanEndReason: String, CaseIterable, Sendable {
    case finished, health, wish, care, mistake

    var word: String {
        switch self {
        case .finished: "정한 기간을 마쳤어요"
        case .health: "몸 상태가 달라졌어요"
        case .wish: "어르신이 그만하기를 바라셨어요"
        case .care: "진료를 먼저 받기로 했어요"
        case .mistake: "잘못 만든 처방이에요"
        }
    }
}
