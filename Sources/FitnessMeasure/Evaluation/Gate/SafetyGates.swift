/// The limits and questions that decide before a test, each with what follows from it.
///
/// Limits stand in `safety_gates.csv`; which of the four outcomes follows is `gate_outcomes.csv`.
public struct SafetyGates: Sendable {
    public static let table = "safety_gates.csv"
    static let outcomes = "gate_outcomes.csv"

    let rules: [Rule]

    /// A limit or a question, and the id by which staff know it. A class for the same reason as ``TableRow``.
    final class Rule: Sendable {
        let id: String
        let condition: Condition
        let first, repeated: GateOutcome
        /// When staff have said that it need not hold anybody back; nil if they cannot.
        let cleared: GateOutcome?
        let action: String
        let rows: [TableRow]

        init(_ row: CSVTable.Row, _ condition: Condition, action: String, rows: [TableRow]) throws(CSVError) {
            (id, self.condition, self.action, self.rows) = (try row.text("rule_id"), condition, action, rows)
            (first, repeated) = (try row.word("outcome"), try row.word("outcome_repeated"))
            cleared = try row.text("outcome_cleared").isEmpty ? nil : try row.word("outcome_cleared")
        }
    }

    enum Condition: Equatable, Sendable {
        case limit(TestItem, Comparison, DecimalValue)
        /// Yes to any of these questions.
        case yes(toAnyOf: [String])
    }

    enum Comparison: String, Sendable {
        case above = ">", atLeast = ">=", below = "<", atMost = "<="

        func holds(_ value: DecimalValue, _ limit: DecimalValue) -> Bool {
            switch self {
            case .above: value > limit
            case .atLeast: value >= limit
            case .below: value < limit
            case .atMost: value <= limit
            }
        }
    }

    /// Reads both tables. Every limit before a test must have its outcome: without it the gate would stand open.
    public init(csv: String, outcomes: String) throws(CSVError) {
        var (gates, unused): ([String: Gate], Set<String>) = ([:], [])
        for (row, origin) in try CSVTable(name: Self.table, text: csv).traced() {
            let (id, gate) = (try row.text("gate_id"), try Gate(row, origin))
            guard gates.updateValue(gate, forKey: id) == nil else { throw row.fault(.inconsistent) }
            if gate.stage == .before { unused.insert(id) }
        }
        var rules: [Rule] = []
        for (row, origin) in try CSVTable(name: Self.outcomes, text: outcomes).traced() {
            let gate = gates[try row.text("gate_id")]
            rules.append(try Self.rule(row, origin, gate))
            unused.remove(try row.text("gate_id"))
        }
        if let id = unused.min() { throw CSVError(Self.outcomes, 1, .missingRow(id)) }
        self.rules = rules
    }

    private static func rule(_ row: CSVTable.Row, _ origin: TableRow, _ gate: Gate?) throws(CSVError) -> Rule {
        let questions = try row.text("questions").split(separator: " ").map(String.init)
        guard try row.text("gate_id").isEmpty == (gate == nil) else { throw row.fault(.badWord(column: "gate_id")) }
        let condition: Condition
        if questions.isEmpty {
            guard let limit = gate?.limit else { throw row.fault(.badWord(column: "questions")) }
            condition = limit
        } else {
            condition = .yes(toAnyOf: questions)
        }
        let note = try row.text("note")
        let rows = [gate?.origin, origin].compactMap { $0 }
        return try Rule(row, condition, action: gate?.action ?? note, rows: rows)
    }
}

extension SafetyGates {
    /// A row of `safety_gates.csv`.
    private struct Gate {
        enum Stage: String { case before, during }

        let stage: Stage
        /// Nil for a question.
        let limit: Condition?
        let action: String
        let origin: TableRow

        init(_ row: CSVTable.Row, _ origin: TableRow) throws(CSVError) {
            (stage, action, self.origin) = (try row.word("stage"), try row.text("action"), origin)
            guard let item = TestItem(id: try row.text("measure")) else {
                limit = nil
                return
            }
            limit = .limit(item, try row.word("operator"), try row.decimal("value"))
        }
    }
}
