/// With how much a plan begins, and how its minutes grow.
public struct StartDoses: Sendable {
    public static let table = "start_doses.csv"

    private let rows: [Key: Row]

    private struct Key: Hashable {
        let kind: String
        let level: PlanLevel
    }

    struct Row: Sendable {
        let dose: PlanDose
        let source: PlanSource
    }

    private static let kinds = ["walking"] + DoseKind.allCases.map(\.rawValue)

    /// Reads the table: every kind for every level.
    public init(csv: String) throws(CSVError) {
        var rows: [Key: Row] = [:]
        for row in try CSVTable(name: Self.table, text: csv).rows {
            let kind = try row.text("kind")
            guard Self.kinds.contains(kind) else { throw row.fault(.badWord(column: "kind")) }
            let dose = PlanDose(
                kind: DoseKind(rawValue: kind) ?? .minutes, amount: try row.integer("amount"),
                times: try row.integer("times"), step: try row.integer("step_every_2_weeks"),
                target: try row.integer("target"))
            guard let dose else { throw row.fault(.inconsistent) }
            let key = Key(kind: kind, level: try row.word("level"))
            guard rows.updateValue(Row(dose: dose, source: try PlanSource(row)), forKey: key) == nil else {
                throw row.fault(.inconsistent)
            }
        }
        for kind in Self.kinds {
            for level in PlanLevel.allCases where rows[Key(kind: kind, level: level)] == nil {
                throw CSVError(Self.table, 1, .missingRow("\(kind) \(level.rawValue)"))
            }
        }
        self.rows = rows
    }

    func walking(_ level: PlanLevel) -> Row { row("walking", level) }

    func row(_ kind: DoseKind, _ level: PlanLevel) -> Row { row(kind.rawValue, level) }

    private func row(_ kind: String, _ level: PlanLevel) -> Row {
        guard let row = rows[Key(kind: kind, level: level)] else { preconditionFailure("checked in init: \(kind)") }
        return row
    }
}
