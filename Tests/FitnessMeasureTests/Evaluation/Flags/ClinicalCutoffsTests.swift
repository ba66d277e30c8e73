import FitnessMeasure
import Testing

@Suite struct ClinicalCutoffsTests {
    let tables: FitnessTables
    init() throws { tables = try shippedTables() }

    private func flags(_ examination: Examination) -> [StaffFlag] { Evaluation(examination, by: tables).flags }

    private func ids(_ item: TestItem, _ value: DecimalValue, _ sex: Sex = .female, age: Int = 72) -> [String] {
        flags(.example([item: value], sex: sex, age: age)).map(\.id).filter { !$0.hasPrefix("sft_") }
    }

    @Test(
        arguments: [
            (Sex.male, "28", ["sdoc2020.grip"]), (.male, "27.9", ["awgs2019.grip", "sdoc2020.grip"]),
            (.male, "27", ["awgs2019.grip", "sdoc2020.grip"]),
            (.male, "26.9", ["awgs2019.grip", "ewgsop2.grip", "sdoc2020.grip"]), (.male, "35.5", []),
            (.female, "18", ["sdoc2020.grip"]), (.female, "17.99", ["awgs2019.grip", "sdoc2020.grip"]),
            (.female, "15.9", ["awgs2019.grip", "ewgsop2.grip", "sdoc2020.grip"]), (.female, "20", []),
        ] as [(Sex, DecimalValue, [String])])
    func `grip of the better hand`(sex: Sex, kilograms: DecimalValue, expected: [String]) {
        let hands = Examination.example([.gripLeft: kilograms, .gripRight: "1.0"], sex: sex)
        #expect(flags(hands).map(\.id) == expected)
    }

    @Test(
        arguments: [
            (TestItem.fiveStands, "11.99", []), (.fiveStands, "12", ["awgs2019.chair_stand_5x"]),
            (.fiveStands, "13.6", ["awgs2019.chair_stand_5x", "mobility_disability.chair_stand_5x"]),
            (.fiveStands, "15", ["awgs2019.chair_stand_5x", "mobility_disability.chair_stand_5x"]),
            (
                .fiveStands, "15.1",
                ["awgs2019.chair_stand_5x", "ewgsop2.chair_stand_5x", "mobility_disability.chair_stand_5x"]
            ),
            (.gaitSpeed, "1.0", []), (.gaitSpeed, "0.99", ["awgs2019.gait"]), (.gaitSpeed, "0.81", ["awgs2019.gait"]),
            (.gaitSpeed, "0.8", ["awgs2019.gait", "ewgsop2.gait", "wfg2022_fall_risk.gait"]),
            (.sppbTotal, "10", []), (.sppbTotal, "9", ["awgs2019.sppb"]),
            (.sppbTotal, "8", ["awgs2019.sppb", "ewgsop2.sppb"]),
            (.sarcF, "3", []), (.sarcF, "4", ["awgs2019.sarc_f"]),
            (.oneLegStance, "6", []), (.oneLegStance, "5", ["kr_checkup.one_leg_stance"]),
            (.oneLegStance, "4.9", ["kr_checkup.one_leg_stance", "abnormal.one_leg_stance"]),
            (.calf, "33", []), (.calf, "32.9", ["awgs2019.calf"]),
        ] as [(TestItem, DecimalValue, [String])])
    func `a value at its cut-off and beside it`(item: TestItem, value: DecimalValue, expected: [String]) {
        #expect(ids(item, value) == expected)
    }

    @Test func `the three up-and-go tests keep to their own cut-offs`() {
        #expect(ids(.fastUpAndGo, "9.99", .male) == [])
        #expect(ids(.fastUpAndGo, "10", .male) == ["kr_checkup.tug_3m_fast"])
        #expect(ids(.fastUpAndGo, "20", .male) == ["kr_checkup.tug_3m_fast", "kr_checkup_other_page.tug_3m_fast"])
        #expect(ids(.usualUpAndGo, "10") == [])
        #expect(ids(.usualUpAndGo, "10.1") == ["wfg_modified_intermediate.tug_usual"])
        #expect(ids(.usualUpAndGo, "12") == ["wfg_modified_intermediate.tug_usual", "cdc_steadi_fall_risk.tug_usual"])
        #expect(ids(.usualUpAndGo, "20").count == 6)
        let eightFeet = flags(.example([.eightFootUpAndGo: "9.1"])).map(\.id)
        #expect(eightFeet.contains("sft_risk_zone.up_and_go_8ft") && !eightFeet.contains { $0.contains("tug") })
    }

    @Test(
        arguments: [
            (TestItem.chairStand, "14", false), (.chairStand, "13", true), (.fastUpAndGo, "7.09", false),
            (.fastUpAndGo, "7.1", true), (.figureOfEight, "30.88", false), (.figureOfEight, "30.89", true),
            (.twoMinuteStep, "93", false), (.twoMinuteStep, "92", true), (.gripRelative, "34.13", false),
            (.gripRelative, "34.12", true),
        ] as [(TestItem, DecimalValue, Bool)])
    func `the Korean note is for women only`(item: TestItem, value: DecimalValue, isFlagged: Bool) {
        let id = "kr_frailty_women.\(item.id)"
        #expect(ids(item, value, .female).contains(id) == isFlagged)
        #expect(!ids(item, value, .male).contains(id))
    }

    @Test func `a flag names its row, and what is only recalled is marked`() throws {
        let flag = try #require(flags(.example([.usualUpAndGo: "12"])).first { $0.id.hasPrefix("cdc_steadi") })
        #expect(flag.row.mark == .recalled && flag.limit == "12" && flag.value.shown == "12")
        let row = try #require(ReferenceRow.all(ClinicalCutoffs.table).first { $0.line == flag.row.line })
        #expect(row["grade_or_percentile"] == "CDC_STEADI_fall_risk_if_at_least")
        #expect(row["source"] == flag.row.source && flag.row.confidence == .recalled)
    }

    @Test func `every row that decides flags on one side of its limit`() throws {
        let silent = ["mean_best_of_3_eyes_open", "rule", "low_function_hypertension_if_at_most"]
        for row in try ReferenceRow.all(ClinicalCutoffs.table) where !silent.contains(row["grade_or_percentile"]) {
            for sex in row.sexes {
                for age in row.ages {
                    let raised = [row.value.worse(row["better"]), row.value.better(row["better"])].map { value in
                        flags(.example([row.item: value], sex: sex, age: age)).contains { $0.row.line == row.line }
                    }
                    #expect(raised == [true, false], "line \(row.line)")
                }
            }
        }
    }

    @Test func `under 65 no cut-off is applied`() { #expect(ids(.gripMax, "5", .female, age: 64) == []) }

    @Test(arguments: [
        ("grip_max,F,65,150,kg,higher,AWGS2019_low_perhaps,18", CSVError.Fault.badWord(column: "grade_or_percentile")),
        ("grip_max,F,65,150,kg,higher,AWGS2019_low_if_nearly,18", .badWord(column: "grade_or_percentile")),
        ("grip_max,F,65,150,kg,sideways,AWGS2019_low_if_less_than,18", .badWord(column: "better")),
        ("grip_max,F,65,150,kg,higher,AWGS2019_low_if_less_than,eighteen", .badNumber(column: "value")),
    ])
    func `a statement that is not understood is refused`(row: String, fault: CSVError.Fault) {
        let header = "test,sex,age_min,age_max,unit,better,grade_or_percentile,value,source,confidence,note"
        let error = #expect(throws: CSVError.self) { try ClinicalCutoffs(csv: "\(header)\n\(row),s,found,\n") }
        #expect(error?.fault == fault)
    }
}
