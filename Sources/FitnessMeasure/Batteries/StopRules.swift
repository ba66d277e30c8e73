/// The ids of all rules that end a test or an exercise, from both tables that have some.
struct StopRules {
    static let progressionTable = "progression_and_stop_rules.csv"

    let ids: Set<String>

    /// The texts of `safety_gates.csv` and `progression_and_stop_rules.csv`.
    init(gates: String, progression: String) throws(CSVError) {
        var ids: Set<String> = []
        for row in try CSVTable(name: SafetyGates.table, text: gates).rows where try row.text("stage") == "during" {
            ids.insert(try row.text("gate_id"))
        }
        for row in try CSVTable(name: Self.progressionTable, text: progression).rows
        where try row.text("kind") == "stop" {
            ids.insert(try row.text("rule_id"))
        }
        self.ids = ids
    }
}
