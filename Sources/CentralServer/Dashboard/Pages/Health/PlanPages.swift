import FitnessMeasure
import Foundation
import GRDB

/// The pages of an exercise plan, and what the health centre decides on them.
struct PlanPages: Sendable {
    let store: OfficeStore
    let health: HealthTables

    /// Every way of taking a step, by the end of its path.
    func show(_ visit: Visit) async throws -> Answer { try await show(visit, problem: nil) }

    func propose(_ visit: Visit) async throws -> Answer {
        try await decide(visit, "proposed", .stepPlan) { desk, found in
            guard let battery = found.battery else { throw PlanStepError.illegal(.propose, in: .proposed) }
            let facts = PlanFacts(visit.form)
            try desk.propose(
                try battery.basis(facts), level: facts.level, measuredOn: battery.battery.day,
                tables: health.newest.version, from: try PlanDay(visit.today))
        }
    }

    func approve(_ visit: Visit) async throws -> Answer {
        let begins = visit.form["begin"] == "1"
        return try await decide(visit, begins ? "begun" : "approved", .stepPlan) { desk, _ in
            try desk.approve(try Self.seen(visit), begins: begins)
        }
    }

    func begin(_ visit: Visit) async throws -> Answer {
        try await decide(visit, "begun", .stepPlan) { desk, _ in try desk.begin(try Self.seen(visit)) }
    }

    func end(_ visit: Visit) async throws -> Answer {
        try await decide(visit, "ended", .stepPlan) { desk, _ in
            guard let reason = visit.form["reason"].flatMap(PlanEndReason.init(rawValue:)) else {
                throw PlanStepError.reasonMissing
            }
            try desk.end(try Self.seen(visit), because: reason)
        }
    }

    func change(_ visit: Visit) async throws -> Answer {
        try await decide(visit, "changed", .stepPlan) { desk, found in
            guard let stored = found.stored else { throw PlanStepError.illegal(.change(to: 0), in: .ended) }
            guard let reason = visit.form["reason"].flatMap(PlanChangeReason.init(rawValue:)) else {
                throw PlanStepError.reasonMissing
            }
            let content = try PlanEdit(visit.form).content(of: stored, by: health.plans)
            try desk.change(try Self.seen(visit), to: content, because: reason)
        }
    }

    func refer(_ visit: Visit) async throws -> Answer {
        try await decide(visit, "referred", .referSenior) { desk, found in
            guard case .referral(let referral) = found.proposal else {
                throw PlanStepError.illegal(.propose, in: .ended)
            }
            try StoredReferral.insert(
                referral.rules, of: desk.person, by: visit.staff.userID, at: visit.now, desk.db)
        }
    }

    func met(_ visit: Visit) async throws -> Answer {
        try await decide(visit, "met", .referSenior) { desk, _ in
            try StoredReferral.close(desk.db, person: desk.person, by: visit.staff.userID, at: visit.now)
        }
    }

    /// The form by which a plan is changed.
    func edit(_ visit: Visit) async throws -> Answer {
        guard let found = try await find(visit) else { return try await reason(visit) }
        guard let stored = found.stored else { return .seeOther(found.opened.path + "/plan") }
        return .page(
            "plan-edit", "운동 처방 고치기", in: .centres,
            PlanEditPage(stored, crumbs: found.opened.crumbs, tables: health.plans))
    }

    /// The week as the senior takes it home.
    func week(_ visit: Visit) async throws -> Answer {
        guard let found = try await find(visit) else { return try await reason(visit) }
        guard let plan = found.stored?.plan, let content = plan.contentForSenior else {
            return .seeOther(found.opened.path + "/plan")
        }
        return .page(
            "plan-week", "이번 주 운동", in: .centres,
            PlanWeekPage(content, crumbs: found.opened.crumbs, tables: health.plans, today: try PlanDay(visit.today)))
    }
}

extension PlanPages {
    private typealias Decision = @Sendable (PlanDesk, PlanFinding) throws -> Void

    private func find(_ visit: Visit) async throws -> PlanFinding? {
        try await store.write { [health] db in
            try PlanFinding.find(db, visit: visit, act: .viewPlan, health: health)
        }
    }

    private func show(_ visit: Visit, problem: PlanStepError?) async throws -> Answer {
        guard let found = try await find(visit) else { return try await reason(visit) }
        return .page(
            "plan", "운동 처방", in: .centres, PlanPage(found, tables: health.plans, visit: visit, problem: problem))
    }

    private func reason(_ visit: Visit) async throws -> Answer {
        let id = try visit.id()
        let centre = try await store.read { try SeniorQuery.centre($0, of: id, scope: visit.scope) }
        return .page("reason", "까닭", in: .centres, ReasonPage(centre: centre, person: id))
    }

    /// The step and its line in the access log, both or neither; a step that is not possible is told on the page.
    private func decide(
        _ visit: Visit, _ done: String, _ act: AccessAct, _ decision: @escaping Decision
    ) async throws -> Answer {
        do {
            let path = try await store.write { [health] db -> String? in
                guard let found = try PlanFinding.find(db, visit: visit, act: act, health: health) else { return nil }
                try decision(PlanDesk(db, health.plans, person: found.opened.senior.id, visit: visit), found)
                return found.opened.path
            }
            guard let path else { return try await reason(visit) }
            return .seeOther("\(path)/plan?done=\(done)")
        } catch let error as PlanStepError {
            return try await show(visit, problem: error)
        }
    }

    /// - Throws: ``PageRefusal/badForm`` for a form that no page of ours sends.
    private static func seen(_ visit: Visit) throws(PageRefusal) -> PlanDesk.Seen {
        guard let plan = visit.form["plan"].flatMap(UUID.init(uuidString:)),
            let steps = visit.form["steps"].flatMap({ Int($0) })
        else { throw .badForm }
        return PlanDesk.Seen(plan: plan, steps: steps)
    }
}

extension ExercisePlan {
    /// What a senior may be shown: what is in force, or what was approved and not begun.
    var contentForSenior: PlanContent? { contentInForce ?? (state == .approved ? content(latest) : nil) }
}
