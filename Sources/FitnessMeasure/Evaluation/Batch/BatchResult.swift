import Foundation

/// The answer to a line, as it is written. Keys with nothing to say are there and null.
struct BatchResult {
    let id: BatchID?
    let evaluation: Evaluation
    /// Nil where there is no plan: after a stop, or without the table of levels.
    let level: PlanLevelDecision?
    let explains: Bool
}

extension BatchResult: Encodable {
    private enum Key: String, CodingKey {
        case id, items, grade, gate, flags, sppb, plan, tables, explain
        case gradeReason = "grade_reason"
        case gradeLabel = "grade_label"
        case gradePossible = "grade_possible"
    }

    func encode(to encoder: any Encoder) throws {
        var line = encoder.container(keyedBy: Key.self)
        try line.encode(id, forKey: .id)
        let items = evaluation.items.map { ($0.test.rawValue, BatchItem($0)) }
        try line.encode(Dictionary(items, uniquingKeysWith: { first, _ in first }), forKey: .items)
        try line.encode(evaluation.grade.grade, forKey: .grade)
        try line.encode(evaluation.grade.reasonCode, forKey: .gradeReason)
        try line.encode(GradeRules.label, forKey: .gradeLabel)
        if case .notGradable(_, let possible) = evaluation.grade.outcome {
            try line.encode(possible, forKey: .gradePossible)
        }
        try line.encode(BatchGate(evaluation.gate), forKey: .gate)
        try line.encode(evaluation.flags.map(\.id), forKey: .flags)
        try line.encode(evaluation.sppbTotal, forKey: .sppb)
        try line.encode(BatchPlan(level, evaluation), forKey: .plan)
        try line.encode(evaluation.tables, forKey: .tables)
        if explains { try line.encode(StaffView(evaluation).findings, forKey: .explain) }
    }
}

private struct BatchItem: Encodable {
    let item: Evaluation.Item

    init(_ item: Evaluation.Item) { self.item = item }

    private enum Key: String, CodingKey { case level, percentile, grade, reason }

    func encode(to encoder: any Encoder) throws {
        var members = encoder.container(keyedBy: Key.self)
        try members.encode(item.level?.level, forKey: .level)
        try members.encode(item.percentile.map { BatchJSON.number($0.value) }, forKey: .percentile)
        try members.encode(item.grade?.grade, forKey: .grade)
        if case .notEvaluated(let reason) = item.outcome { try members.encode(reason.code, forKey: .reason) }
    }
}

private struct BatchGate: Encodable {
    let outcome: String
    let rules: [String]
    let unchecked: [String]

    init(_ gate: GateJudgement) {
        (outcome, rules) = (gate.outcome.rawValue, gate.crossed.map(\.id))
        unchecked = gate.unchecked.map(\.rawValue)
    }
}

private struct BatchPlan: Encodable {
    let level: PlanLevelDecision?
    let factors: [String]

    init(_ level: PlanLevelDecision?, _ evaluation: Evaluation) {
        (self.level, factors) = (level, evaluation.weakestFactors.map(\.rawValue))
    }

    private enum Key: String, CodingKey {
        case level, factors
        case isFallRisk = "fall_risk"
    }

    func encode(to encoder: any Encoder) throws {
        var members = encoder.container(keyedBy: Key.self)
        try members.encode(level?.level, forKey: .level)
        try members.encode(level?.isFallRisk, forKey: .isFallRisk)
        try members.encode(factors, forKey: .factors)
    }
}
