/// Which of the table's classes a blood pressure falls in. For choosing words; a kiosk names no diagnosis.
public struct BloodPressureBands: Sendable {
    public static let table = "blood_pressure_categories.csv"

    private let rows: [Row]

    private struct Row: Sendable {
        let order: Int
        let rule: FlagRule
        let systolic, diastolic: Limits
        let needsBoth: Bool

        func holds(_ pressure: BloodPressure) -> Bool {
            let (high, low) = (systolic.contains(pressure.systolic), diastolic.contains(pressure.diastolic))
            return needsBoth ? high && low : high || low
        }
    }

    /// From the minimum up to, not with, the maximum; nil is open.
    private struct Limits: Sendable {
        let minimum, maximum: DecimalValue?
        func contains(_ value: DecimalValue) -> Bool {
            (minimum.map { value >= $0 } ?? true) && (maximum.map { value < $0 } ?? true)
        }
    }

    /// Reads the table; classes 1 to 6 must be there, each once.
    public init(csv: String) throws(CSVError) {
        var rows: [Row] = []
        for (row, origin) in try CSVTable(name: Self.table, text: csv).traced() {
            let logic = try row.text("logic")
            let systolic = Limits(
                minimum: try row.optionalDecimal("systolic_min"),
                maximum: try row.optionalDecimal("systolic_max_exclusive"))
            let diastolic = Limits(
                minimum: try row.optionalDecimal("diastolic_min"),
                maximum: try row.optionalDecimal("diastolic_max_exclusive"))
            let order = try row.integer("order")
            guard (1...Self.names.count).contains(order) else { throw row.fault(.badWord(column: "order")) }
            let rule = FlagRule("bp." + Self.names[order - 1], .systolic, limit: systolic.minimum, row: origin)
            rows.append(
                Row(
                    order: order, rule: rule, systolic: systolic, diastolic: diastolic,
                    needsBoth: !logic.hasPrefix("either")))
        }
        guard rows.map(\.order).sorted() == Array(1...6) else {
            throw CSVError(Self.table, 1, .missingRow("orders 1 to 6"))
        }
        self.rows = rows
    }

    /// The class for words, and for staff whether only the systolic value is high.
    public func band(of pressure: BloodPressure) -> BloodPressureBand {
        let orders = rows.filter { $0.holds(pressure) }.map(\.order)
        switch orders.filter({ $0 <= 5 }).max() {
        case 5: return .veryHigh
        case 4: return .high
        case 3, 2: return .slightlyHigh
        default: return .usual
        }
    }

    /// The table's own classes, for staff: one of 1 to 5, and 6 beside it where it applies. Class 1 raises no flag.
    func flags(_ pressure: BloodPressure) -> [StaffFlag] {
        let held = rows.filter { $0.holds(pressure) }
        let highest = held.map(\.order).filter { $0 <= 5 }.max() ?? 1
        return held.filter { $0.order > 1 && ($0.order == highest || $0.order == 6) }.map { row in
            StaffFlag(rule: row.rule, value: ExactAmount(pressure.systolic))
        }
    }

    private static let names = [
        "normal", "elevated", "prehypertension", "hypertension_1", "hypertension_2", "isolated_systolic",
    ]

    /// True if the table's class of a high systolic with an ordinary diastolic value applies. For staff.
    public func isOnlySystolicHigh(_ pressure: BloodPressure) -> Bool {
        rows.contains { $0.order == 6 && $0.holds(pressure) }
    }
}

/// How a blood pressure is spoken of. Ids only; the screens have the words.
public enum BloodPressureBand: String, Codable, Sendable {
    case usual
    case slightlyHigh = "slightly_high"
    case high
    case veryHigh = "very_high"
}
