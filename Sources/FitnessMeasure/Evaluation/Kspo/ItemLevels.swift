/// Levels 1 to 5 of the national fitness programme's items for people of 65 and older, by sex and age band.
///
/// Levels 5, 4 and 3 begin at the official grades 1, 2 and 3, level 2 above the lowest tenth. Values are compared
/// without rounding, and equality passes. The last band is 85 and older; below 65 the table says nothing.
public struct ItemLevels: Sendable {
    /// The table's file name.
    public static let table = "kiosk_item_levels.csv"

    private var rows = BandedTable<Row>()

    private struct Row {
        let reference: LevelRow
        /// From the bound of level 5 down to that of level 2.
        let bounds: [DecimalValue]
    }

    /// Reads the table; bounds must fall in order and age bands must not overlap.
    public init(csv: String) throws(CSVError) { try self.init(csv: csv, marks: .none) }

    init(csv: String, marks: StaffMarks) throws(CSVError) {
        for (row, origin) in try CSVTable(name: Self.table, text: csv).traced() {
            let next = try Self.row(row, origin, marks)
            let reference = next.reference
            guard rows.add(next, reference.item, reference.sex, reference.ages) else { throw row.fault(.inconsistent) }
        }
    }

    private static func row(_ row: CSVTable.Row, _ origin: TableRow, _ marks: StaffMarks) throws(CSVError) -> Row {
        let reference = try LevelRow(row, marks.marked(origin, try row.item()))
        let bounds = [
            try row.decimal("level5_from"), try row.decimal("level4_from"), try row.decimal("level3_from"),
            try row.decimal("level2_from"),
        ]
        let falls = zip(bounds, bounds.dropFirst()).allSatisfy { reference.better.passes($0, bound: $1) }
        guard falls else { throw row.fault(.inconsistent) }
        return Row(reference: reference, bounds: bounds)
    }

    /// The level of an amount in the table's unit, for a person of that sex and so many completed years.
    public func level(_ item: TestItem, sex: Sex, age: Int, amount: ExactAmount) throws(NotEvaluable) -> ItemLevel {
        guard let row = rows.content(item, sex, age: age) else { throw silence(item, sex, age) }
        let place = row.bounds.firstIndex { amount.passes($0, row.reference.better) }
        let level = 5 - (place ?? row.bounds.count)
        return ItemLevel(level: level, from: place.map { row.bounds[$0] }, row: row.reference)
    }

    private func silence(_ item: TestItem, _ sex: Sex, _ age: Int) -> NotEvaluable {
        guard let first = rows.firstAge(item, sex) else { return .noSuchTest }
        return age < first ? .tooYoung(tableBegins: first) : .noAgeBand
    }
}

/// A level and the table row that made it.
public struct ItemLevel: Equatable, Sendable {
    /// 1 (needs a look) to 5 (very good).
    public let level: Int
    /// The bound that the value reached; nil for level 1, which has none.
    public let from: DecimalValue?
    public let row: LevelRow
    public var test: FitnessTestID { row.item.test }
}

/// A row of the level table: whose bounds were used. Immutable; a class for the same reason as ``TableRow``.
public final class LevelRow: Equatable, Sendable {
    public let item: TestItem
    public let sex: Sex
    /// Completed years.
    public let ages: ClosedRange<Int>
    public let better: Better
    /// The table's own word for the unit.
    public let unit: String
    public let origin: TableRow

    init(_ row: CSVTable.Row, _ origin: TableRow) throws(CSVError) {
        (item, sex, ages) = (try row.item(), try row.word("sex"), try row.ages())
        (better, unit, self.origin) = (try row.word("better"), try row.text("unit"), origin)
    }

    public static func == (a: LevelRow, b: LevelRow) -> Bool {
        a === b
            || (a.item, a.sex, a.ages, a.better, a.unit, a.origin) == (
                b.item, b.sex, b.ages, b.better, b.unit, b.origin
            )
    }
}
