extension PlanTables {
    /// A plan for those who keep health records: the content that is in force, or the latest one before that.
    ///
    /// `zone`: minutes east of Greenwich where the plan was written. Nil if an active plan's content is gone, which a plan
    /// that was read cannot be.
    public func fhir(
        _ plan: ExercisePlan, of subject: Pseudonym, _ language: TextLanguage, zone: Int
    ) -> FHIRCarePlan? {
        guard let content = plan.contentInForce ?? plan.content(plan.latest), let first = plan.steps.first else {
            return nil
        }
        let moment = { (step: PlanStep?) in step.map { FHIRMoment($0.at.date, zone: zone) } }
        return FHIRCarePlan(
            id: plan.id, subject: subject, state: plan.fhirState, title: words[.title][language],
            created: FHIRMoment(first.at.date, zone: zone), begins: moment(plan.steps.last(where: \.isBeginning)),
            ends: moment(plan.steps.last { $0.act == .end }),
            activities: content.lines.map { activity($0, language) },
            approvedBy: plan.steps.last(where: \.isApproval)?.by.id, notes: content.reasons.map(\.rule))
    }

    private func activity(_ line: PlanLine, _ language: TextLanguage) -> FHIRCarePlan.Activity {
        let dose = line.dose
        let amount = WeekPlan.Amount(kind: dose.kind, amount: dose.amount, times: dose.times)
        return FHIRCarePlan.Activity(
            code: line.exercise.rawValue, text: name(of: line.exercise, language), timesPerWeek: line.days.count,
            minutes: dose.kind == .minutes ? dose.amount : nil, instruction: words.amount(amount, language))
    }
}

extension ExercisePlan {
    /// A change waits for approval as a proposal does, unless an earlier revision is still being done.
    fileprivate var fhirState: FHIRCarePlan.State {
        switch state {
        case .ended: .ended
        case .active: .active
        case .proposed, .changed: inForce == nil ? .proposed : .active
        case .approved: inForce == nil ? .approved : .active
        }
    }
}

extension PlanStep {
    fileprivate var isBeginning: Bool { if case .activate = act { true } else { false } }
    fileprivate var isApproval: Bool { if case .approve = act { true } else { false } }
}
