/// The rows of the safety table that a number can decide before a test.
public struct SafetyGates: Sendable {
    public static let table = "safety_gates.csv"

    let rules: [Rule]

    /// A limit and the id by which staff know it.
    struct Rule: Equatable, Sendable {
        let id: String
        let measure: Measure
        let comparison: Comparison
        let limit: DecimalValue

        func isCrossed(by pressure: BloodPressure) -> Bool {
            guard let value = measure.value(of: pressure) else { return false }
            return comparison.holds(value, limit)
        }
    }

    enum Measure: String, Sendable {
        case systolic = "bp_systolic", diastolic = "bp_diastolic", pulse = "heart_rate_rest"

        func value(of pressure: BloodPressure) -> DecimalValue? {
            switch self {
            case .systolic: pressure.systolic
            case .diastolic: pressure.diastolic
            case .pulse: pressure.pulse
            }
        }
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

    /// Reads the table. The rules that stop somebody must be there: without them the gate would stand open.
    public init(csv: String) throws(CSVError) {
        var rules: [Rule] = []
        for row in try CSVTable(name: Self.table, text: csv).rows {
            // Questions and symptoms are for people; measures of other devices have no gate here.
            guard try row.text("stage") == "before", let measure = Measure(rawValue: try row.text("measure")) else {
                continue
            }
            let rule = Rule(
                id: try row.text("gate_id"), measure: measure, comparison: try row.word("operator"),
                limit: try row.decimal("value"))
            rules.append(rule)
        }
        for id in BloodPressureGate.deciding where !rules.contains(where: { $0.id == id }) {
            throw CSVError(Self.table, 1, .missingRow(id))
        }
        self.rules = rules
    }
}
