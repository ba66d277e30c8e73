import FitnessMeasure
import Testing

@Suite struct GradeThresholdsTests {
    let thresholds: GradeThresholds
    init() throws { thresholds = try shippedTables().thresholds }

    private func grade(_ row: ReferenceRow, _ value: DecimalValue, age: Int) -> ItemGrade? {
        thresholds.grade(row.item, sex: row.sexes[0], age: age, amount: ExactAmount(value))
    }

    @Test func `each of the 270 rows passes at its cut-off and fails just below, at both ends of its band`() throws {
        let rows = try ReferenceRow.all(GradeThresholds.table)
        #expect(rows.count == 270)
        for row in rows {
            let wanted = try #require(Int(row["grade_or_percentile"].dropFirst(5)))
            for age in row.ages {
                let (at, above) = (
                    grade(row, row.value, age: age), grade(row, row.value.better(row["better"]), age: age)
                )
                #expect(at?.grade.map { $0 <= wanted } == true, "line \(row.line)")
                #expect(above?.grade.map { $0 <= wanted } == true, "line \(row.line)")
                let below = try #require(grade(row, row.value.worse(row["better"]), age: age))
                #expect(below.grade.map { $0 > wanted } ?? true, "line \(row.line)")
            }
        }
    }

    @Test func `grades 1 to 3 name the line that made them`() throws {
        for row in try ReferenceRow.all(GradeThresholds.table) {
            guard let wanted = Int(row["grade_or_percentile"].dropFirst(5)), wanted <= 3 else { continue }
            let found = try #require(grade(row, row.value, age: row.ages[0]))
            #expect(found.grade == wanted && found.row.line == row.line && found.row.source == row["source"])
            #expect(found.row.table == GradeThresholds.table && found.row.confidence == .found)
        }
    }

    @Test(
        arguments: [
            (TestItem.chairStand, Sex.male, "17", 3), (.chairStand, .male, "16.9", 6),
            (.figureOfEight, .female, "27.7", 3), (.figureOfEight, .female, "27.71", 6),
            (.gripAbsolute, .male, "30.3", 4), (.gripAbsolute, .male, "30.29", 6),
            (.gripRelative, .female, "32.2", 3), (.gripRelative, .female, "32.19", nil),
            (.sitAndReach, .male, "1.79", nil), (.fastUpAndGo, .female, "7.01", nil),
            (.twoMinuteStep, .male, "96", nil),
        ] as [(TestItem, Sex, DecimalValue, Int?)])
    func `below the last cut-off an item is 6 only where it has all five`(
        item: TestItem, sex: Sex, value: DecimalValue, expected: Int?
    ) throws {
        let found = try #require(thresholds.grade(item, sex: sex, age: 66, amount: ExactAmount(value)))
        #expect(found.grade == expected)
    }

    @Test func `where the table is silent there is no grade`() {
        #expect(thresholds.grade(.chairStand, sex: .female, age: 64, amount: ExactAmount("30")) == nil)
        #expect(thresholds.grade(.waist, sex: .female, age: 70, amount: ExactAmount("80")) == nil)
    }

    @Test func `what has no second source or was inferred is marked for staff`() throws {
        let grip = try #require(thresholds.grade(.gripAbsolute, sex: .male, age: 66, amount: ExactAmount("31")))
        #expect(grip.row.mark == .noSecondSource)
        let steps = try #require(thresholds.grade(.twoMinuteStep, sex: .male, age: 66, amount: ExactAmount("120")))
        #expect(steps.row.mark == .inferred)
        let stands = try #require(thresholds.grade(.chairStand, sex: .male, age: 66, amount: ExactAmount("20")))
        #expect(stands.row.mark == nil)
    }

    @Test(arguments: [
        ("waist,F,65,69,cm,higher,grade1,5\nwaist,F,65,69,cm,higher,grade2,6", CSVError.Fault.inconsistent),
        ("waist,F,65,69,cm,higher,grade1,5\nwaist,F,65,69,cm,higher,grade1,5", .inconsistent),
        ("waist,F,65,69,cm,higher,grade1,5\nwaist,F,68,70,cm,higher,grade1,5", .inconsistent),
        ("waist,F,65,69,cm,higher,grade1,5\nwaist,F,65,69,cm,lower,grade2,5", .inconsistent),
        ("waist,F,65,69,cm,higher,p50,5", .badWord(column: "grade_or_percentile")),
        ("waist,F,65,69,cm,higher,grade6,5", .badWord(column: "grade_or_percentile")),
        ("juggling,F,65,69,cm,higher,grade1,5", .badWord(column: "test")),
        ("waist,F,65,69,cm,higher,grade1,", .badNumber(column: "value")),
    ])
    func `a table that cannot be right is refused`(rows: String, fault: CSVError.Fault) {
        let header = "test,sex,age_min,age_max,unit,better,grade_or_percentile,value,source,confidence,note"
        let lines = rows.split(separator: "\n").map { "\($0),s,found," }.joined(separator: "\n")
        let error = #expect(throws: CSVError.self) { try GradeThresholds(csv: "\(header)\n\(lines)\n") }
        #expect(error?.fault == fault)
    }

    @Test func `a row that is missing is not filled in`() throws {
        let header = "test,sex,age_min,age_max,unit,better,grade_or_percentile,value,source,confidence,note"
        let table = try GradeThresholds(
            csv: "\(header)\nwaist,F,65,69,cm,higher,grade1,,s,missing,\nwaist,F,70,74,cm,higher,grade1,5,s,found,\n")
        #expect(table.grade(.waist, sex: .female, age: 66, amount: ExactAmount("9")) == nil)
        #expect(table.grade(.waist, sex: .female, age: 70, amount: ExactAmount("9"))?.grade == 1)
    }
}
