/// What a senior is told at the gate. Never why: that is between them and staff.
public struct GateWords: Sendable {
    static let table = "gate_words.csv"

    private let words: [GateOutcome: LocalText]

    /// Reads the table; each of the four outcomes must be there once.
    public init(csv: String) throws(CSVError) {
        var words: [GateOutcome: LocalText] = [:]
        for (row, _) in try CSVTable(name: Self.table, text: csv).traced() {
            guard words.updateValue(try LocalText(row), forKey: try row.word("outcome")) == nil else {
                throw row.fault(.inconsistent)
            }
        }
        for outcome in GateOutcome.allCases where words[outcome] == nil {
            throw CSVError(Self.table, 1, .missingRow(outcome.rawValue))
        }
        self.words = words
    }

    public subscript(outcome: GateOutcome) -> LocalText? { words[outcome] }
}
