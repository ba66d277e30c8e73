/// By caution: of several outcomes the greatest counts.
extension GateOutcome: Comparable {
    private var caution: Int {
        switch self {
        case .go: 0
        case .restAndRepeat: 1
        case .gripAndQuestionsOnly: 2
        case .stopAndRefer: 3
        }
    }

    public static func < (a: GateOutcome, b: GateOutcome) -> Bool { a.caution < b.caution }
}

/// What the gate decided, and all that made it. Rules and their ids are for staff, never for the senior's screen.
public struct GateJudgement: Equatable, Sendable {
    /// The most cautious outcome of all rules.
    public let outcome: GateOutcome
    /// Every rule that was crossed, in the table's order.
    public let crossed: [CrossedRule]
    /// What nobody looked at. A gate that is open without it is open for want of knowledge.
    public let unchecked: [Unchecked]

    public enum Unchecked: String, Sendable { case bloodPressure = "blood_pressure", questions }
}

/// A limit or a question of the gate that applies to somebody.
public struct CrossedRule: Equatable, Sendable {
    public let outcome: GateOutcome
    /// What was measured; nil for an answer.
    public let value: DecimalValue?
    let rule: SafetyGates.Rule

    public var id: String { rule.id }
    /// Nil for an answer.
    public var limit: DecimalValue? { if case .limit(_, _, let limit) = rule.condition { limit } else { nil } }
    /// What the table tells staff to do.
    public var action: String { rule.action }
    /// The limit or question, and the outcome.
    public var rows: [TableRow] { rule.rows }

    public static func == (a: CrossedRule, b: CrossedRule) -> Bool {
        (a.id, a.outcome, a.value, a.limit, a.action) == (b.id, b.outcome, b.value, b.limit, b.action)
            && a.rows == b.rows
    }
}
