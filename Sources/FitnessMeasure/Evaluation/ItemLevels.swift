/// Levels 1 to 5 of the national fitness programme's items for people of 65 and older, by sex and age band.
///
/// Levels 5, 4 and 3 begin at the official grades 1, 2 and 3, level 2 above the lowest tenth. Values are compared
/// without rounding, and equality passes. The last band is 85 and older; below 65 the table says nothing.
public struct ItemLevels: Sendable {
    /// The table's file name.
    public static let table = "kiosk_item_levels.csv"

    private let rows: [Row]

    private struct Row {
        let reference: LevelRow
        /// From the bound of level 5 down to that of level 2.
        let bounds: [DecimalValue]
    }

    /// Reads the table; bounds must fall in order and age bands must not overlap.
    public init(csv: String) throws(CSVError) {
        var rows: [Row] = []
        for row in try CSVTable(name: Self.table, text: csv).rows {
            let next = try Self.row(row)
            let clash = rows.contains {
                $0.reference.test == next.reference.test && $0.reference.sex == next.reference.sex
                    && $0.reference.ages.overlaps(next.reference.ages)
            }
            guard !clash else { throw row.fault(.inconsistent) }
            rows.append(next)
        }
        self.rows = rows
    }

    private static func row(_ row: CSVTable.Row) throws(CSVError) -> Row {
        let (youngest, oldest) = (try row.integer("age_min"), try row.integer("age_max"))
        let better = try row.word("better", as: Better.self)
        let bounds = [
            try row.decimal("level5_from"), try row.decimal("level4_from"), try row.decimal("level3_from"),
            try row.decimal("level2_from"),
        ]
        let falls = zip(bounds, bounds.dropFirst()).allSatisfy { better.passes($0, bound: $1) }
        guard youngest <= oldest, falls else { throw row.fault(.inconsistent) }
        let reference = LevelRow(
            test: FitnessTestID(rawValue: try row.text("test")), sex: try row.word("sex"), ages: youngest...oldest,
            better: better, unit: try row.text("unit"), confidence: try row.text("confidence"), line: row.line)
        return Row(reference: reference, bounds: bounds)
    }

    /// The level of a value in the table's unit, for a person of that sex and so many completed years.
    public func level(
        _ test: FitnessTestID, sex: Sex, age: Int, value: DecimalValue
    ) throws(NotEvaluable) -> ItemLevel {
        try level(test, sex: sex, age: age, amount: LevelAmount(value))
    }

    /// The level of grip strength in kg; the table counts it in percent of body weight, so the weight is needed.
    public func gripLevel(
        sex: Sex, age: Int, kilograms: DecimalValue, bodyWeight: DecimalValue?
    ) throws(NotEvaluable) -> ItemLevel {
        guard let bodyWeight else { throw .weightMissing }
        guard let amount = LevelAmount(percentOf: bodyWeight, kilograms) else { throw .valueOutOfRange }
        return try level(.grip, sex: sex, age: age, amount: amount)
    }

    func level(
        _ test: FitnessTestID, sex: Sex, age: Int, amount: LevelAmount
    ) throws(NotEvaluable) -> ItemLevel {
        let bands = rows.filter { $0.reference.test == test && $0.reference.sex == sex }
        guard let first = bands.map(\.reference.ages.lowerBound).min() else { throw .noSuchTest }
        guard age >= first else { throw .tooYoung(tableBegins: first) }
        guard let row = bands.first(where: { $0.reference.ages.contains(age) }) else { throw .noAgeBand }
        let place = row.bounds.firstIndex { amount.passes($0, row.reference.better) }
        return ItemLevel(test: test, level: 5 - (place ?? row.bounds.count), row: row.reference)
    }

    /// Which direction is better for a test of the table.
    func better(_ test: FitnessTestID) -> Better? { rows.first { $0.reference.test == test }?.reference.better }
}

/// A level and the table row that made it.
public struct ItemLevel: Equatable, Sendable {
    public let test: FitnessTestID
    /// 1 (needs a look) to 5 (very good).
    public let level: Int
    public let row: LevelRow
}

/// A row of the level table: whose bounds were used.
public struct LevelRow: Equatable, Sendable {
    public let test: FitnessTestID
    public let sex: Sex
    /// Completed years.
    public let ages: ClosedRange<Int>
    public let better: Better
    /// The table's own word for the unit.
    public let unit: String
    /// How sure the table is: found, derived …
    public let confidence: String
    public let line: Int
}

/// Why there is no level.
public enum NotEvaluable: Error, Equatable, Sendable {
    /// The table has no such test.
    case noSuchTest
    case tooYoung(tableBegins: Int)
    case noAgeBand
    /// Grip is judged in percent of body weight.
    case weightMissing
    /// The value is not in the unit of the table and cannot be brought to it.
    case wrongUnit
    /// Outside what a body can do, so that no level would be honest.
    case valueOutOfRange
}

/// Which direction is better.
public enum Better: String, Sendable {
    case higher, lower

    func passes(_ value: DecimalValue, bound: DecimalValue) -> Bool {
        self == .higher ? value >= bound : value <= bound
    }
}

/// As the reference tables know it.
public enum Sex: String, Codable, Sendable { case female = "F", male = "M" }
