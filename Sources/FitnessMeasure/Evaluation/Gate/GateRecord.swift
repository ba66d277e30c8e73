/// What the gate before a battery decided for somebody, from which answers and by which rules: for staff and for later.
public struct GateRecord: Codable, Equatable, Sendable {
    /// The battery's id.
    public var battery: String
    /// The version of the tables that decided.
    public var tables: String
    /// By question: `yes`, `no`, or points.
    public var answers: [String: String]
    public var outcome: GateOutcome
    /// Ids of the rules that were crossed, in the table's order.
    public var rules: [String]
    /// What nobody looked at.
    public var unchecked: [String]

    public init(
        battery: String, tables: String, answers: [String: ScreeningAnswer], judgement: GateJudgement
    ) {
        (self.battery, self.tables) = (battery, tables)
        self.answers = answers.mapValues(\.word)
        outcome = judgement.outcome
        rules = judgement.crossed.map(\.id)
        unchecked = judgement.unchecked.map(\.rawValue)
    }
}

extension ScreeningAnswer {
    /// As records keep it.
    public var word: String {
        switch self {
        case .yes: "yes"
        case .no: "no"
        case .points(let points): String(points)
        }
    }
}
