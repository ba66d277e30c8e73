/// How a plan grows, when it is held back, when somebody stops, and when it is reviewed.
public struct PlanRules: Sendable {
    /// In the table's order.
    let rules: [PlanRule]
    let effort: PlanEffort

    private static let needed = [
        "prog_aero", "prog_hold", "stop_sym", "stop_support", "stop_pain", "no_floor", "retest",
    ]
    static let effortTable = "rpe_scales.csv"

    /// The texts of `progression_and_stop_rules.csv` and `rpe_scales.csv`.
    public init(rules text: String, effort scale: String) throws(CSVError) {
        var rules: [PlanRule] = []
        for row in try CSVTable(name: StopRules.progressionTable, text: text).rows {
            let rule = PlanRule(
                id: try row.text("rule_id"), kind: try row.text("kind"), text: try row.text("rule"),
                source: try PlanSource(row))
            guard !rules.contains(where: { $0.id == rule.id }) else { throw row.fault(.inconsistent) }
            rules.append(rule)
        }
        for id in Self.needed where !rules.contains(where: { $0.id == id }) {
            throw CSVError(StopRules.progressionTable, 1, .missingRow(id))
        }
        self.rules = rules
        effort = try PlanEffort(csv: scale)
    }

    subscript(id: String) -> PlanRule? { rules.first { $0.id == id } }
}

/// One rule, for staff, in the table's English.
public struct PlanRule: Codable, Hashable, Sendable {
    public let id: String
    public let kind: String
    public let text: String
    public let source: PlanSource
}

/// How hard it may feel, of ten.
public struct PlanEffort: Codable, Hashable, Sendable {
    public let lowest, highest: Int
    public let source: PlanSource

    /// The row of moderate intensity.
    fileprivate init(csv: String) throws(CSVError) {
        let table = try CSVTable(name: PlanRules.effortTable, text: csv)
        for row in table.rows where try row.text("intensity_en") == "moderate" {
            (lowest, highest) = (try row.integer("cr10_min"), try row.integer("cr10_max"))
            guard (0...10).contains(lowest), (lowest...10).contains(highest) else { throw row.fault(.inconsistent) }
            source = try PlanSource(row)
            return
        }
        throw CSVError(PlanRules.effortTable, 1, .missingRow("moderate"))
    }
}
