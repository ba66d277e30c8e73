/// Doubts about rows that their own confidence does not tell, by table, item and grade.
struct StaffMarks: Sendable {
    static let table = "staff_marks.csv"
    static let none = StaffMarks()

    private struct Key: Hashable { let table, test, grade: String }
    private var marks: [Key: StaffMark] = [:]

    private init() {}

    init(csv: String) throws(CSVError) {
        for (row, _) in try CSVTable(name: Self.table, text: csv).traced() {
            let key = Key(table: try row.text("table"), test: try row.item().id, grade: try row.text("grade"))
            guard marks.updateValue(try row.word("mark"), forKey: key) == nil else { throw row.fault(.inconsistent) }
        }
    }

    /// The row with its doubt, if it has one; a doubt without a grade is about all rows of the item.
    func marked(_ row: TableRow, _ item: TestItem, grade: String = "") -> TableRow {
        let mark =
            marks[Key(table: row.table, test: item.id, grade: grade)]
            ?? marks[Key(table: row.table, test: item.id, grade: "")]
        return row.marked(mark)
    }
}
