import FitnessMeasure
import Testing

@Suite struct SafetyGateTests {
    let tables: FitnessTables
    init() throws { tables = try shippedTables() }

    @Test(
        arguments: [
            ("128", "82", .go, []),
            ("160", "100", .go, []),
            ("161", "82", .restAndRepeat, ["kspo_bp_sys"]),
            ("160.5", "82", .restAndRepeat, ["kspo_bp_sys"]),
            ("150", "101", .restAndRepeat, ["kspo_bp_dia"]),
            ("179.9", "90", .restAndRepeat, ["kspo_bp_sys"]),
            ("180", "90", .restAndRepeat, ["kspo_bp_sys", "urgent_bp"]),
            ("200", "110", .restAndRepeat, ["kspo_bp_sys", "kspo_bp_dia", "urgent_bp", "ats_bp"]),
            ("201", "82", .stopAndRefer, ["kspo_bp_sys", "acsm_rest_sys", "urgent_bp", "ats_bp"]),
            ("150", "111", .stopAndRefer, ["kspo_bp_dia", "acsm_rest_dia"]),
            ("90", "60", .go, []),
            ("89.9", "60", .gripAndQuestionsOnly, ["low_bp"]),
        ] as [(DecimalValue, DecimalValue, GateOutcome, [String])])
    func `a first reading`(systolic: DecimalValue, diastolic: DecimalValue, outcome: GateOutcome, rules: [String]) {
        let judged = tables.gate.judge([.example(systolic, diastolic)])
        #expect(judged?.outcome == outcome)
        #expect(judged?.crossed.map(\.id) == rules)
    }

    @Test func `a second high reading leaves grip and questions`() {
        let gate = tables.gate
        #expect(gate.judge([.example("165", "90"), .example("150", "101")])?.outcome == .gripAndQuestionsOnly)
        #expect(gate.judge([.example("165", "90"), .example("158", "90")])?.outcome == .go)
        #expect(gate.judge([.example("140", "90"), .example("165", "90")])?.outcome == .restAndRepeat)
    }

    @Test func `a second reading of 180 is referred`() {
        let judged = tables.gate.judge([.example("165", "90"), .example("180", "90")])
        #expect(judged?.outcome == .stopAndRefer)
        #expect(judged?.crossed.max { $0.outcome < $1.outcome }?.id == "urgent_bp")
    }

    @Test func `a stop stands whatever comes after`() {
        let judged = tables.gate.judge([.example("205", "90"), .example("130", "80")])
        #expect(judged?.outcome == .stopAndRefer)
        #expect(judged?.crossed.map(\.id) == ["acsm_rest_sys"])
        #expect(judged?.crossed.first?.value == "205")
    }

    @Test func `staff see every limit that was crossed, with its rows`() throws {
        let judged = tables.gate.judge([BloodPressure(systolic: "185", diastolic: "105", pulse: "121")])
        #expect(
            judged?.crossed.map(\.id)
                == ["kspo_bp_sys", "kspo_bp_dia", "urgent_bp", "rest_hr_high", "ats_bp", "rest_hr_caution"])
        #expect(tables.gate.judge([]) == nil)
        let low = try #require(tables.gate.judge([.example("85", "60")])?.crossed.first)
        #expect(low.limit == "90" && low.action.hasPrefix("no exercise test"))
        #expect(low.rows.map(\.table) == ["safety_gates.csv", "gate_outcomes.csv"])
        #expect(low.rows[0].mark == .recalled)
    }

    @Test(
        arguments: [
            ("50", .go, []), ("49", .gripAndQuestionsOnly, ["rest_hr_low"]), ("100", .go, []),
            ("101", .restAndRepeat, ["rest_hr_caution"]), ("120", .restAndRepeat, ["rest_hr_caution"]),
            ("121", .restAndRepeat, ["rest_hr_high", "rest_hr_caution"]),
        ] as [(DecimalValue, GateOutcome, [String])])
    func `a pulse at rest`(pulse: DecimalValue, outcome: GateOutcome, rules: [String]) {
        let judged = tables.gate.judge([BloodPressure(systolic: "130", diastolic: "80", pulse: pulse)])
        #expect(judged?.outcome == outcome)
        #expect(judged?.crossed.map(\.id) == rules)
    }

    @Test(
        arguments: [("90", .go), ("89.9", .stopAndRefer)] as [(DecimalValue, GateOutcome)])
    func `oxygen at rest`(percent: DecimalValue, outcome: GateOutcome) {
        #expect(tables.gate.judge(.example([.oxygenSaturation: percent])).outcome == outcome)
    }

    @Test(
        arguments: [
            ("par_q_1", .gripAndQuestionsOnly, ["parq_any_yes"]),
            ("par_q_2", .stopAndRefer, ["parq_any_yes", "parq_red_flag"]),
            ("par_q_3", .stopAndRefer, ["parq_any_yes", "parq_red_flag"]),
            ("par_q_4", .gripAndQuestionsOnly, ["parq_any_yes"]),
            ("par_q_5", .gripAndQuestionsOnly, ["parq_any_yes"]),
            ("par_q_6", .gripAndQuestionsOnly, ["parq_any_yes"]),
            ("par_q_7", .stopAndRefer, ["parq_any_yes", "parq_red_flag"]),
            ("walking_aid", .gripAndQuestionsOnly, ["aid_user"]),
            ("recent_event", .stopAndRefer, ["recent_event"]),
            ("symptoms_now", .stopAndRefer, ["term_symptoms"]),
            ("3kq_falls_1", .go, []), ("k_frail_1", .go, []),
        ] as [(String, GateOutcome, [String])])
    func `a yes to a question`(question: String, outcome: GateOutcome, rules: [String]) {
        var examination = Examination.example([.systolic: "130", .diastolic: "80"])
        examination.answers[question] = .yes
        let judged = tables.gate.judge(examination)
        #expect(judged.outcome == outcome)
        #expect(judged.crossed.map(\.id) == rules)
        examination.answers[question] = .no
        #expect(tables.gate.judge(examination).outcome == .go)
    }

    @Test func `staff can clear a known illness and nothing worse`() {
        var examination = Examination.example([.systolic: "130", .diastolic: "80"])
        examination.answers = ["par_q_5": .yes, SafetyGate.clearedByStaff: .yes]
        #expect(tables.gate.judge(examination).outcome == .go)
        #expect(tables.gate.judge(examination).crossed.map(\.id) == ["parq_any_yes"])
        examination.answers["par_q_2"] = .yes
        #expect(tables.gate.judge(examination).outcome == .stopAndRefer)
        examination.answers["par_q_2"] = .no
        examination.answers["walking_aid"] = .yes
        #expect(tables.gate.judge(examination).outcome == .gripAndQuestionsOnly)
    }

    @Test func `the most cautious rule decides and all are told`() {
        var examination = Examination.example([.systolic: "165", .diastolic: "80"])
        examination.answers["walking_aid"] = .yes
        let judged = tables.gate.judge(examination)
        #expect(judged.outcome == .gripAndQuestionsOnly)
        #expect(judged.crossed.map(\.id) == ["kspo_bp_sys", "aid_user"])
        #expect(judged.crossed.map(\.outcome) == [.restAndRepeat, .gripAndQuestionsOnly])
        #expect(GateOutcome.allCases == GateOutcome.allCases.sorted())
    }

    @Test func `an open gate says what nobody looked at`() {
        #expect(tables.gate.judge(.example([:])).unchecked == [.bloodPressure, .questions])
        var examination = Examination.example([.systolic: "130"])
        examination.answers["par_q_1"] = .no
        #expect(tables.gate.judge(examination).unchecked == [.bloodPressure])
        examination.values[.diastolic] = "80"
        #expect(tables.gate.judge(examination).unchecked == [])
        #expect(tables.gate.judge(examination).outcome == .go)
    }

    @Test func `one pressure alone still stops`() {
        #expect(tables.gate.judge(.example([.systolic: "201"])).outcome == .stopAndRefer)
        var repeated = Examination.example([.diastolic: "101"])
        #expect(tables.gate.judge(repeated).outcome == .restAndRepeat)
        repeated.isPressureRepeated = true
        #expect(tables.gate.judge(repeated).outcome == .gripAndQuestionsOnly)
    }

    @Test(arguments: [
        ("kspo,before,bp_systolic,>,160,mmHg,a,s,found", "", "gate_outcomes.csv", CSVError.Fault.missingRow("kspo")),
        (
            "kspo,before,bp_systolic,~,160,mmHg,a,s,found", "kspo,kspo,,go,go,,,s,found", "safety_gates.csv",
            .badWord(column: "operator")
        ),
        (
            "kspo,before,bp_systolic,>,160,mmHg,a,s,found", "kspo,kspo,,go,perhaps,,,s,found", "gate_outcomes.csv",
            .badWord(column: "outcome_repeated")
        ),
        (
            "kspo,before,question,yes,,,a,s,found", "kspo,kspo,,go,go,,,s,found", "gate_outcomes.csv",
            .badWord(column: "questions")
        ),
        (
            "kspo,during,bp_systolic,>,160,mmHg,a,s,found", "x,other,,go,go,,,s,found", "gate_outcomes.csv",
            .badWord(column: "gate_id")
        ),
    ])
    func `a gate that would stand open is refused`(
        gate: String, outcome: String, table: String, fault: CSVError.Fault
    ) {
        let gates = "gate_id,stage,measure,operator,value,unit,action,source,confidence\n\(gate)\n"
        let columns = "rule_id,gate_id,questions,outcome,outcome_repeated,outcome_cleared,note,source,confidence"
        let other = "aid,,walking_aid,go,go,,,s,found"
        let error = #expect(throws: CSVError.self) {
            try SafetyGates(csv: gates, outcomes: "\(columns)\n\(other)\n\(outcome)\n")
        }
        #expect(error?.table == table && error?.fault == fault)
    }

    @Test func `kilopascals are brought to mmHg`() throws {
        let reading = Reading.example(values: [
            QuantityValue(.systolic, "21.4", .kilopascal), QuantityValue(.diastolic, "10.7", .kilopascal),
        ])
        // 21.4 kPa is 160.5 mmHg.
        let pressure = try #require(BloodPressure(reading))
        #expect(tables.gate.judge([pressure])?.outcome == .restAndRepeat)
        #expect(BloodPressure(.example(values: [QuantityValue(.systolic, "120", .millimetresOfMercury)])) == nil)
    }
}
