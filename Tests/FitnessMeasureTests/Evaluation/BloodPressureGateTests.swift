import FitnessMeasure
import Testing

@Suite struct BloodPressureGateTests {
    let tables: FitnessTables
    init() throws { tables = try shippedTables() }

    @Test(
        arguments: [
            ("128", "82", BloodPressureGate.Outcome.go),
            ("160", "100", .go),
            ("161", "82", .restAndRepeat(rule: "kspo_bp_sys")),
            ("160.5", "82", .restAndRepeat(rule: "kspo_bp_sys")),
            ("150", "101", .restAndRepeat(rule: "kspo_bp_dia")),
            ("200", "110", .restAndRepeat(rule: "kspo_bp_sys")),
            ("201", "82", .stopAndRefer(rule: "acsm_rest_sys")),
            ("150", "111", .stopAndRefer(rule: "acsm_rest_dia")),
            ("90", "60", .go),
            ("89", "60", .callSupporter(rule: "low_bp")),
        ] as [(DecimalValue, DecimalValue, BloodPressureGate.Outcome)])
    func `a first reading`(systolic: DecimalValue, diastolic: DecimalValue, outcome: BloodPressureGate.Outcome) {
        #expect(tables.gate.judge([.example(systolic, diastolic)])?.outcome == outcome)
    }

    @Test func `a second high reading calls the supporter`() {
        let gate = tables.gate
        #expect(
            gate.judge([.example("165", "90"), .example("150", "101")])?.outcome
                == .callSupporter(rule: "kspo_bp_dia"))
        #expect(gate.judge([.example("165", "90"), .example("158", "90")])?.outcome == .go)
        #expect(
            gate.judge([.example("140", "90"), .example("165", "90")])?.outcome == .restAndRepeat(rule: "kspo_bp_sys"))
    }

    @Test func `a stop stands whatever comes after`() {
        let judged = tables.gate.judge([.example("205", "90"), .example("130", "80")])
        #expect(judged?.outcome == .stopAndRefer(rule: "acsm_rest_sys"))
        #expect(judged?.crossed == [])
    }

    @Test func `staff see every limit that was crossed`() {
        let judged = tables.gate.judge([BloodPressure(systolic: "185", diastolic: "105", pulse: "121")])
        #expect(
            judged?.crossed
                == ["kspo_bp_sys", "kspo_bp_dia", "urgent_bp", "rest_hr_high", "ats_bp", "rest_hr_caution"])
        #expect(tables.gate.judge([]) == nil)
    }

    @Test func `a table without its stopping rules is refused`() {
        let header = "gate_id,stage,measure,operator,value,unit,action,source,confidence\n"
        let error = #expect(throws: CSVError.self) {
            try SafetyGates(csv: header + "kspo_bp_sys,before,bp_systolic,>,160,mmHg,a,s,found\n")
        }
        #expect(error?.fault == .missingRow("acsm_rest_sys"))
        let odd = #expect(throws: CSVError.self) {
            try SafetyGates(csv: header + "kspo_bp_sys,before,bp_systolic,~,160,mmHg,a,s,found\n")
        }
        #expect(odd?.fault == .badWord(column: "operator"))
    }

    @Test(
        arguments: [
            ("119", "79", BloodPressureBand.usual), ("120", "79", .slightlyHigh), ("119", "80", .slightlyHigh),
            ("139", "89", .slightlyHigh), ("140", "70", .high), ("130", "90", .high), ("159", "99", .high),
            ("160", "70", .veryHigh), ("120", "100", .veryHigh), ("85", "50", .usual),
        ] as [(DecimalValue, DecimalValue, BloodPressureBand)])
    func `a pressure has its words`(systolic: DecimalValue, diastolic: DecimalValue, band: BloodPressureBand) {
        #expect(tables.bands.band(of: .example(systolic, diastolic)) == band)
    }

    @Test func `only the systolic value is high`() {
        #expect(tables.bands.isOnlySystolicHigh(.example("150", "89")))
        #expect(!tables.bands.isOnlySystolicHigh(.example("150", "90")))
    }

    @Test func `kilopascals are brought to mmHg`() throws {
        let reading = Reading.example(values: [
            QuantityValue(.systolic, "21.4", .kilopascal), QuantityValue(.diastolic, "10.7", .kilopascal),
        ])
        // 21.4 kPa is 160.5 mmHg.
        let pressure = try #require(BloodPressure(reading))
        #expect(tables.gate.judge([pressure])?.outcome == .restAndRepeat(rule: "kspo_bp_sys"))
        #expect(BloodPressure(.example(values: [QuantityValue(.systolic, "120", .millimetresOfMercury)])) == nil)
    }
}
