import FitnessMeasure
import Testing

@Suite struct SeniorFitnessRangesTests {
    let ranges: SeniorFitnessRanges
    init() throws { ranges = try shippedTables().seniorFitness }

    private func place(_ row: ReferenceRow, _ value: DecimalValue, age: Int) -> SeniorFitnessPlace? {
        ranges.place(row.item, sex: row.sexes[0], age: age, amount: ExactAmount(value))
    }

    @Test func `both ends of every range belong to it`() throws {
        let rows = try ReferenceRow.all(SeniorFitnessRanges.table)
        #expect(rows.count == 196)
        for row in rows {
            let isLow = row["grade_or_percentile"] == "p25"
            let outside = isLow ? row.value.worse(row["better"]) : row.value.better(row["better"])
            for age in row.ages {
                #expect(place(row, row.value, age: age)?.place == .within, "line \(row.line)")
                let found = try #require(place(row, outside, age: age))
                #expect(found.place == (isLow ? .below : .above) && found.row.line == row.line, "line \(row.line)")
            }
        }
    }

    @Test func `every independence standard is met at its value and not below`() throws {
        for row in try ReferenceRow.all("sft_independence_standard.csv") {
            let met = [row.value, row.value.worse(row["better"])].map { value in
                place(row, value, age: row.ages[0])?.standard?.isMet
            }
            #expect(met == [true, false], "line \(row.line)")
            #expect(place(row, row.value, age: row.ages[1])?.standard?.row.line == row.line)
        }
    }

    @Test func `staff see what is below, and that most standards are recalled`() throws {
        let evaluation = Evaluation(.example([.armCurl: "9"], age: 72), by: try shippedTables())
        #expect(
            evaluation.flags.map(\.id)
                == ["sft_risk_zone.arm_curl_30s", "sft_normal.arm_curl_30s", "sft_independence.arm_curl_30s"])
        #expect(evaluation.flags.last?.row.mark == .recalled)
        #expect(evaluation.seniorFitness.map(\.place) == [.below])
    }

    @Test func `where the tables are silent nothing is said`() {
        #expect(ranges.place(.chairStand, sex: .female, age: 95, amount: ExactAmount("9")) == nil)
        #expect(ranges.place(.sixMinuteWalk, sex: .female, age: 70, amount: ExactAmount("400")) == nil)
        #expect(ranges.place(.chairSitAndReach, sex: .female, age: 70, amount: ExactAmount("1"))?.standard == nil)
    }

    @Test func `a range with one end is refused`() throws {
        let text = try ReferenceRow.text(SeniorFitnessRanges.table)
        let lines = text.split(whereSeparator: \.isNewline)
        let cut = (lines.prefix(2) + lines.dropFirst(3)).joined(separator: "\n")
        let standards = try ReferenceRow.text("sft_independence_standard.csv")
        let error = #expect(throws: CSVError.self) { try SeniorFitnessRanges(csv: cut, standards: standards) }
        #expect(error?.fault == .missingRow("chair_stand_30s M 60...64"))
    }
}
