import FitnessMeasure
import Testing

/// Flags whose tables are not ``ClinicalCutoffs``.
@Suite struct StaffFlagsTests {
    let tables: FitnessTables
    init() throws { tables = try shippedTables() }

    private func ids(_ examination: Examination) -> [String] { Evaluation(examination, by: tables).flags.map(\.id) }

    @Test func `every row of the STEADI table flags one stand below and not at its average`() throws {
        for row in try ReferenceRow.all(StandingBelowAverage.table) {
            for age in row.ages {
                let raised = [row.value.worse("higher"), row.value].map { stands in
                    Evaluation(.example([.chairStand: stands], sex: row.sexes[0], age: age), by: tables).flags
                        .contains { $0.id == "steadi.chair_stand_30s" && $0.row.line == row.line }
                }
                #expect(raised == [true, false], "line \(row.line)")
            }
        }
        #expect(!ids(.example([.chairStand: "0"], age: 95)).contains("steadi.chair_stand_30s"))
    }

    @Test(
        arguments: [
            // With a height of 1.60 m, 2.56 kg are one unit.
            ("47.35", ["bmi.underweight"], "bmi.underweight"), ("47.36", [], "bmi.normal"), ("58.87", [], "bmi.normal"),
            ("58.88", ["bmi.pre_obese"], "bmi.pre_obese"), ("64", ["bmi.obesity_1"], "bmi.obesity_1"),
            ("76.8", ["bmi.obesity_2"], "bmi.obesity_2"), ("89.59", ["bmi.obesity_2"], "bmi.obesity_2"),
            ("89.6", ["bmi.obesity_3"], "bmi.obesity_3"),
        ] as [(DecimalValue, [String], String)])
    func `body mass is compared without rounding`(weight: DecimalValue, flags: [String], category: String) {
        let evaluation = Evaluation(.example([.weight: weight, .height: "160"]), by: tables)
        #expect(evaluation.flags.map(\.id) == flags)
        #expect(evaluation.bodyMass?.id == category)
    }

    @Test(arguments: [
        (Sex.male, "90", true), (.male, "89.9", false), (.female, "85", true), (.female, "84.9", false),
    ])
    func `a waist has the limit of its sex`(sex: Sex, waist: String, isFlagged: Bool) {
        let values = [TestItem.waist: DecimalValue(stringLiteral: waist)]
        #expect(ids(.example(values, sex: sex)) == (isFlagged ? ["bmi.abdominal_obesity"] : []))
    }

    @Test(arguments: ["k_frail", "frail_j"], [0, 1, 2, 3, 4, 5])
    func `FRAIL counts its five answers`(set: String, points: Int) {
        var answers: [String: ScreeningAnswer] = [:]
        for order in 1...5 { answers["\(set)_\(order)"] = order <= points ? .yes : .no }
        let expected = points == 0 ? [] : points <= 2 ? ["frail.pre_frail"] : ["frail.frail"]
        #expect(ids(.example([:], answers: answers)) == expected)
    }

    @Test func `an open answer of FRAIL says nothing while it could change the band`() {
        let two: [String: ScreeningAnswer] = ["k_frail_1": .yes, "k_frail_2": .yes]
        #expect(ids(.example([:], answers: two)) == [])
        #expect(ids(.example([:], answers: two.merging(["k_frail_3": .yes]) { $1 })) == ["frail.frail"])
        let closed = two.merging(["k_frail_3": .no, "k_frail_4": .no]) { $1 }
        #expect(ids(.example([:], answers: closed)) == [])
        #expect(ids(.example([:], answers: closed.merging(["k_frail_5": .no]) { $1 })) == ["frail.pre_frail"])
    }

    @Test func `one yes about falls is enough`() {
        let no: [String: ScreeningAnswer] = ["3kq_falls_1": .no, "3kq_falls_2": .no, "3kq_falls_3": .no]
        #expect(ids(.example([:], answers: no)) == [])
        #expect(ids(.example([:], answers: no.merging(["3kq_falls_3": .yes]) { $1 })) == ["falls.3kq"])
    }

    @Test func `SARC-F is the sum of five answers`() {
        var answers: [String: ScreeningAnswer] = [:]
        for order in 1...4 { answers["sarc_f_\(order)"] = .points(1) }
        #expect(ids(.example([:], answers: answers)) == [])
        answers["sarc_f_5"] = .points(0)
        #expect(ids(.example([:], answers: answers)) == ["awgs2019.sarc_f"])
    }
}
