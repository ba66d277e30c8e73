import FitnessMeasure
import Testing

@Suite struct ImpliedNormalTests {
    let normal: ImpliedNormal
    init() throws { normal = try shippedTables().normal }

    @Test func `the mean of every row is the 50th percentile and names its line`() throws {
        let rows = try ReferenceRow.all(ImpliedNormal.table)
        #expect(rows.count == 70)
        for row in rows {
            for age in row.ages {
                let found = try #require(
                    normal.percentile(
                        row.item, sex: row.sexes[0], age: age, amount: ExactAmount(row.decimal("mean"))))
                #expect(found.tenths == 500 && found.row.line == row.line && found.row.confidence == .derived)
            }
        }
    }

    @Test func `the official grades 1 and 3 are the top 30 and 70 percent`() throws {
        for row in try ReferenceRow.all(GradeThresholds.table) {
            guard let share = ["grade1": 700, "grade2": 500, "grade3": 300][row["grade_or_percentile"]] else {
                continue
            }
            let found = try #require(
                normal.percentile(row.item, sex: row.sexes[0], age: row.ages[0], amount: ExactAmount(row.value)))
            // Cut-offs in whole stands are rounded by up to half a stand, which is up to four percent.
            #expect(abs(found.tenths - share) <= 40, "line \(row.line): \(found.tenths)")
        }
    }

    /// Computed with scipy.stats.norm.cdf for a woman of 65 to 69 (mean 19, deviation 5.72).
    @Test(arguments: [("22", "70.0"), ("19", "50.0"), ("14", "19.1"), ("25", "85.3"), ("0", "0.0"), ("60", "100.0")])
    func `more stands are a higher percentile`(stands: String, expected: String) throws {
        let amount = ExactAmount(DecimalValue(stringLiteral: stands))
        let found = try #require(normal.percentile(.chairStand, sex: .female, age: 67, amount: amount))
        #expect(found.value.description == expected)
    }

    @Test func `less time is a higher percentile`() throws {
        let tenths = ["5.0", "6.3", "8.0"].map { seconds in
            normal.percentile(
                .fastUpAndGo, sex: .female, age: 67, amount: ExactAmount(DecimalValue(stringLiteral: seconds)))?.tenths
        }
        let found = tenths.compactMap(\.self)
        #expect(found.count == 3 && found[1] == 500 && found[0] > 700 && found[2] < 300)
    }

    @Test func `where the table is silent there is no percentile`() {
        #expect(normal.percentile(.chairStand, sex: .female, age: 64, amount: ExactAmount("20")) == nil)
        #expect(normal.percentile(.gripAbsolute, sex: .female, age: 70, amount: ExactAmount("20")) == nil)
    }

    @Test func `a distribution without width is refused`() {
        let header = "test,sex,age_min,age_max,unit,better,mean,sd,source,confidence,note"
        let error = #expect(throws: CSVError.self) {
            try ImpliedNormal(csv: "\(header)\nwaist,F,65,69,cm,higher,5,0,s,derived,\n")
        }
        #expect(error?.fault == .inconsistent)
    }
}
