/// How much exercise published guidelines ask for.
public struct ExerciseGuidelines: Sendable {
    public static let table = "exercise_guidelines.csv"

    private let rows: [Key: Guideline]

    fileprivate struct Key: Hashable {
        let guideline, component: String
    }

    /// Rows that plans are made of.
    enum Row: CaseIterable {
        case aerobic, strength, balance, koreanAerobic, dailyWalking, fallRiskSession, fallRiskWalking

        fileprivate var key: Key {
            switch self {
            case .aerobic: Key(guideline: "WHO 2020 65+", component: "aerobic")
            case .strength: Key(guideline: "WHO 2020 65+", component: "strength")
            case .balance: Key(guideline: "WHO 2020 65+", component: "multicomponent balance")
            case .koreanAerobic: Key(guideline: "Korea MOHW 2023 65+", component: "aerobic")
            case .dailyWalking: Key(guideline: "ACSM older adult", component: "aerobic")
            case .fallRiskSession: Key(guideline: "Otago", component: "strength + balance")
            case .fallRiskWalking: Key(guideline: "Otago", component: "walking")
            }
        }

        /// True if a plan counts days by it.
        fileprivate var needsDays: Bool { self != .aerobic && self != .koreanAerobic }
    }

    struct Guideline: Sendable {
        /// The first number of the frequency; nil where the guideline names no days.
        let daysPerWeek: Int?
        let source: PlanSource
    }

    /// Reads the table; the rows that plans are made of must be there and name their days.
    public init(csv: String) throws(CSVError) {
        var rows: [Key: Guideline] = [:]
        for row in try CSVTable(name: Self.table, text: csv).rows {
            let key = Key(guideline: try row.text("guideline"), component: try row.text("component"))
            let digits = try row.text("frequency_per_week").prefix { $0.isASCII && $0.isNumber }
            let guideline = Guideline(daysPerWeek: Int(digits), source: try PlanSource(row))
            guard rows.updateValue(guideline, forKey: key) == nil else { throw row.fault(.inconsistent) }
        }
        for row in Row.allCases {
            guard let found = rows[row.key], !row.needsDays || (1...7).contains(found.daysPerWeek ?? 0) else {
                throw CSVError(Self.table, 1, .missingRow("\(row.key.guideline), \(row.key.component)"))
            }
        }
        self.rows = rows
    }

    /// A row that was checked when the table was read.
    subscript(row: Row) -> Guideline {
        guard let guideline = rows[row.key] else { preconditionFailure("checked in init: \(row)") }
        return guideline
    }
}
