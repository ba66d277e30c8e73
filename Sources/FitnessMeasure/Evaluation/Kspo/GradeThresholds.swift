/// The official cut-offs of grades 1 to 5 for people of 65 and older, item by item.
///
/// Values are compared without rounding, and equality passes.
public struct GradeThresholds: Sendable {
    public static let table = "kspo_senior_grade_thresholds.csv"

    private var bands = BandedTable<Cell>()

    private struct Cell: Sendable {
        let better: Better
        /// From the strictest grade down.
        var cutoffs: [Cutoff] = []

        func passes(_ amount: ExactAmount, _ cutoff: Cutoff) -> Bool { amount.passes(cutoff.value, better) }
    }

    private struct Cutoff: Sendable {
        let grade: Int
        let value: DecimalValue
        let row: TableRow
    }

    /// Reads the table. A stricter grade must never have the easier cut-off.
    public init(csv: String) throws(CSVError) { try self.init(csv: csv, marks: .none) }

    init(csv: String, marks: StaffMarks) throws(CSVError) {
        for (row, origin) in try CSVTable(name: Self.table, text: csv).traced() { try add(row, origin, marks) }
    }

    private mutating func add(_ row: CSVTable.Row, _ origin: TableRow, _ marks: StaffMarks) throws(CSVError) {
        let (item, sex, ages) = (try row.item(), try row.word("sex", as: Sex.self), try row.ages())
        let (better, name) = (try row.word("better", as: Better.self), try row.text("grade_or_percentile"))
        guard name.hasPrefix("grade"), let grade = Int(name.dropFirst(5)), (1...5).contains(grade) else {
            throw row.fault(.badWord(column: "grade_or_percentile"))
        }
        let cutoff = Cutoff(
            grade: grade, value: try row.decimal("value"), row: marks.marked(origin, item, grade: name))
        var isOrdered = true
        let fits = bands.merge(item, sex, ages, first: Cell(better: better)) { cell in
            cell.cutoffs.append(cutoff)
            cell.cutoffs.sort { $0.grade < $1.grade }
            isOrdered = cell.better == better && Self.isOrdered(cell)
        }
        guard fits, isOrdered else { throw row.fault(.inconsistent) }
    }

    private static func isOrdered(_ cell: Cell) -> Bool {
        zip(cell.cutoffs, cell.cutoffs.dropFirst()).allSatisfy {
            $0.grade < $1.grade && cell.better.passes($0.value, bound: $1.value)
        }
    }

    /// The best grade whose cut-off the amount reaches. Nil if the table has no row for the item and the age.
    public func grade(_ item: TestItem, sex: Sex, age: Int, amount: ExactAmount) -> ItemGrade? {
        guard let cell = bands.content(item, sex, age: age), let last = cell.cutoffs.last else { return nil }
        if let reached = cell.cutoffs.first(where: { cell.passes(amount, $0) }) {
            return ItemGrade(item: item, grade: reached.grade, cutoff: reached.value, row: reached.row)
        }
        return ItemGrade(item: item, grade: last.grade == 5 ? 6 : nil, cutoff: last.value, row: last.row)
    }

    /// Where the table begins for an item; nil if it does not have it.
    func firstAge(_ item: TestItem, _ sex: Sex) -> Int? { bands.firstAge(item, sex) }
}

/// What an item alone amounts to by the official cut-offs.
public struct ItemGrade: Equatable, Sendable {
    public let item: TestItem
    /// 1 to 5: the best grade whose cut-off is reached. 6: the item has all five, and none is reached. Nil: below
    /// the last cut-off of an item that has none for grades 4 and 5.
    public let grade: Int?
    /// The cut-off that was reached, or the last one, which was not.
    public let cutoff: DecimalValue
    public let row: TableRow

    /// True if the item reaches the cut-off of a grade.
    func reaches(_ wanted: Int) -> Bool { grade.map { $0 <= wanted } ?? false }
}
