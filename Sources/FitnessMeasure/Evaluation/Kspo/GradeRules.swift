/// The rows that say how items make a grade, so that a grade can name the rule it follows.
public struct GradeRules: Sendable {
    public static let table = "kspo_grade_rules.csv"

    /// What must stand beside every grade that this product gives.
    public static let label = "추정 등급, 공식 인증 아님"

    private let grades: [TableRow]
    /// The rule that asks for all six factors.
    let factors: TableRow

    /// Reads the table; the six-factor rule and one rule for each grade must be there.
    public init(csv: String) throws(CSVError) {
        var rows: [String: TableRow] = [:]
        for (row, origin) in try CSVTable(name: Self.table, text: csv).traced() {
            guard rows.updateValue(origin, forKey: try row.text("rule_id")) == nil else {
                throw row.fault(.inconsistent)
            }
        }
        factors = try Self.row("factors", rows)
        var grades: [TableRow] = []
        for grade in 1...6 { grades.append(try Self.row("grade\(grade)", rows)) }
        self.grades = grades
    }

    private static func row(_ id: String, _ rows: [String: TableRow]) throws(CSVError) -> TableRow {
        guard let row = rows[id] else { throw CSVError(table, 1, .missingRow(id)) }
        return row
    }

    /// The rule of a grade, 1 to 6.
    func row(_ grade: Int) -> TableRow { grades[grade - 1] }
}
