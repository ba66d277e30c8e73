import FitnessMeasure
import Foundation
import Testing

@Suite struct BatchEvaluatorTests {
    let evaluator: BatchEvaluator
    let explaining: BatchEvaluator
    init() throws {
        evaluator = BatchEvaluator(try shippedTables())
        explaining = BatchEvaluator(try shippedTables(), explains: true)
    }

    private func answer(_ line: String, explains: Bool = false) throws -> BatchAnswer {
        let bytes = LineSplitter.Line.bytes(Array(line.utf8))
        let answer = try #require(try (explains ? explaining : evaluator).answer(bytes))
        #expect(!answer.json.contains(UInt8(ascii: "\n")))
        return try JSONDecoder().decode(BatchAnswer.self, from: answer.json)
    }

    private let whole = """
        {"id":"a1","sex":"M","age":67,"readings":{"grip_left":38.0,"grip_right":39.2,"weight":70.0,"height":168,\
        "chair_stand_30s":21,"sit_reach_floor":11.4,"tug_3m_fast":5.3,"figure8_walk":21.0,"step_2min":122,\
        "bp_systolic":128,"bp_diastolic":82},"answers":{"par_q_1":false}}
        """

    @Test func `a whole examination is answered whole`() throws {
        let answer = try answer(whole)
        #expect(answer.id == "a1" && answer.grade == 2 && answer.gradeReason == "six_factors")
        #expect(answer.gradeLabel == "추정 등급, 공식 인증 아님")
        #expect(answer.items?["chair_stand_30s"] == .init(level: 4, percentile: 50, grade: 2))
        #expect(answer.items?["grip_relative"] == .init(level: 5, percentile: 72.4, grade: 1))
        #expect(answer.items?.count == 6)
        #expect(answer.gate == .init(outcome: "go", rules: [], unchecked: []))
        #expect(answer.flags == ["bp.prehypertension", "bmi.pre_obese"])
        #expect(answer.plan?.factors == ["lower_strength", "flexibility"])
        #expect(answer.tables == "2026-11" && answer.explain == nil)
    }

    @Test(arguments: [("7", "7"), ("7.50", "7.5"), ("\"7\"", "\"7\""), ("true", "null"), ("{}", "null")])
    func `an id comes back as it was`(given: String, returned: String) throws {
        let bytes = LineSplitter.Line.bytes(Array("{\"id\":\(given),\"sex\":\"F\",\"age\":70}".utf8))
        let text = String(decoding: try #require(try evaluator.answer(bytes)).json, as: UTF8.self)
        #expect(text.contains("\"id\":\(returned),"))
    }

    @Test func `null is written where there is nothing`() throws {
        let bytes = LineSplitter.Line.bytes(Array(#"{"sex":"F","age":70}"#.utf8))
        let text = String(decoding: try #require(try evaluator.answer(bytes)).json, as: UTF8.self)
        for member in [
            #""id":null"#, #""grade":null"#, #""sppb":null"#, #""plan":{"factors":[],"fall_risk":null,"level":null}"#,
        ] {
            #expect(text.contains(member), "\(text)")
        }
    }

    @Test(arguments: [
        (#"{"id":"a","sex":"F","age":70"#, "not_json", nil, nil),
        (#"[1]"#, "not_an_object", nil, nil),
        (#"{"id":"a","id":"b","sex":"F","age":70}"#, "duplicate_key", nil, nil),
        (#"{"id":"a","age":70}"#, "sex_missing", "a", "sex"),
        (#"{"id":"a","sex":"X","age":70}"#, "unknown_sex", "a", "sex"),
        (#"{"id":"a","sex":1,"age":70}"#, "unknown_sex", "a", "sex"),
        (#"{"id":"a","sex":"F"}"#, "age_missing", "a", "age"),
        (#"{"id":"a","sex":"F","age":null}"#, "age_missing", "a", "age"),
        (#"{"id":"a","sex":"F","age":"70"}"#, "bad_age", "a", "age"),
        (#"{"id":"a","sex":"F","age":70.5}"#, "bad_age", "a", "age"),
        (#"{"id":"a","sex":"F","age":59}"#, "out_of_range", "a", "age"),
        (#"{"id":"a","sex":"F","age":116}"#, "out_of_range", "a", "age"),
        (#"{"id":"a","sex":"F","age":70,"readings":[1]}"#, "not_an_object", "a", "readings"),
        (#"{"id":"a","sex":"F","age":70,"readings":{"handstand":1}}"#, "unknown_test", "a", "handstand"),
        (#"{"id":"a","sex":"F","age":70,"readings":{"weight":"54"}}"#, "not_a_number", "a", "weight"),
        (#"{"id":"a","sex":"F","age":70,"readings":{"weight":true}}"#, "not_a_number", "a", "weight"),
        (#"{"id":"a","sex":"F","age":70,"readings":{"weight":24.9}}"#, "out_of_range", "a", "weight"),
        (#"{"id":"a","sex":"F","age":70,"readings":{"weight":160.1}}"#, "out_of_range", "a", "weight"),
        (#"{"id":"a","sex":"F","age":70,"readings":{"weight":1e300}}"#, "out_of_range", "a", "weight"),
        (#"{"id":"a","sex":"F","age":70,"readings":{"up_and_go_8ft":0}}"#, "out_of_range", "a", "up_and_go_8ft"),
        (#"{"id":"a","sex":"F","age":70,"readings":{"sppb_total":13}}"#, "out_of_range", "a", "sppb_total"),
        (
            #"{"id":"a","sex":"F","age":70,"readings":{"chair_5x":12,"chair_stand_5x":12}}"#, "duplicate_key", "a",
            "chair_stand_5x"
        ),
        (#"{"id":"a","sex":"F","age":70,"answers":{"par_q_8":true}}"#, "unknown_answer", "a", "par_q_8"),
        (#"{"id":"a","sex":"F","age":70,"answers":{"par_q_2":"perhaps"}}"#, "bad_answer", "a", "par_q_2"),
        (#"{"id":"a","sex":"F","age":70,"answers":{"par_q_2":2}}"#, "bad_answer", "a", "par_q_2"),
        (#"{"id":"a","sex":"F","age":70,"answers":{"sarc_f_1":3}}"#, "bad_answer", "a", "sarc_f_1"),
        (#"{"id":"a","sex":"F","age":70,"answers":{"sarc_f_1":true}}"#, "bad_answer", "a", "sarc_f_1"),
        (#"{"id":"a","sex":"F","age":70,"answers":{"gait_4m":true}}"#, "bad_answer", "a", "gait_4m"),
        (
            #"{"id":"a","sex":"F","age":70,"answers":{"k_frail_1":true,"frail_fatigue":false}}"#, "duplicate_key", "a",
            "frail_fatigue"
        ),
    ])
    func `a bad line says what is wrong and where`(line: String, error: String, id: String?, field: String?) throws {
        let answer = try answer(line)
        #expect(answer.error == error && answer.id == id && answer.field == field)
        #expect(try evaluator.answer(.bytes(Array(line.utf8)))?.isError == true)
    }

    @Test(arguments: [
        (#""weight":25"#, nil), (#""weight":160"#, nil), (#""sit_reach_floor":-45"#, nil),
        (#""sit_reach_floor":-45.1"#, "out_of_range"), (#""chair_stand_30s":0"#, nil), (#""back_scratch":-3.5"#, nil),
        (#""weight":null"#, nil), (#""weight":5.4E1"#, nil),
    ])
    func `the hard limits belong to what is taken`(reading: String, error: String?) throws {
        #expect(try answer("{\"sex\":\"F\",\"age\":60,\"readings\":{\(reading)}}").error == error)
    }

    @Test func `a line that is too long, an empty line, a byte order mark`() throws {
        let long = try #require(try evaluator.answer(.tooLong))
        #expect(try JSONDecoder().decode(BatchAnswer.self, from: long.json).error == "line_too_long" && long.isError)
        #expect(try evaluator.answer(.bytes([])) == nil)
        #expect(try evaluator.answer(.bytes(Array(" \r".utf8))) == nil)
        #expect(try answer("\u{feff}{\"id\":\"7\",\"sex\":\"F\",\"age\":70}\r").error == nil)
    }

    @Test(arguments: [
        (#""PAR-Q+ 2":true"#, "stop_and_refer", ["parq_any_yes", "parq_red_flag"]),
        (#""par_q_2":"yes""#, "stop_and_refer", ["parq_any_yes", "parq_red_flag"]),
        (#""par_q_2":1"#, "stop_and_refer", ["parq_any_yes", "parq_red_flag"]),
        (#""walking_aid":true"#, "grip_and_questions_only", ["aid_user"]),
        (#""par_q_5":true,"cleared_by_staff":true"#, "go", ["parq_any_yes"]),
        (#""par_q_2":null"#, "go", []), (#""par_q_2":false"#, "go", []),
    ])
    func `an answer reaches the gate`(answers: String, outcome: String, rules: [String]) throws {
        let gate = try answer("{\"sex\":\"F\",\"age\":70,\"answers\":{\(answers)}}").gate
        #expect(gate?.outcome == outcome && gate?.rules == rules)
    }

    @Test func `a repeated pressure is not a first one`() throws {
        let line = #"{"sex":"F","age":70,"readings":{"bp_systolic":165,"bp_diastolic":90},"answers":{"bp_repeated":"#
        #expect(try answer(line + "false}}").gate?.outcome == "rest_and_repeat")
        #expect(try answer(line + "true}}").gate?.outcome == "grip_and_questions_only")
    }

    @Test(arguments: [
        (#""side_by_side":true,"semi_tandem":true,"tandem":true,"gait_4m":4.5,"chair_5x":11"#, 12),
        (#""side_by_side":true,"semi_tandem":"unable","gait_4m":"unable","chair_5x":"not_attempted""#, 1),
        (#""side_by_side":10,"semi_tandem":10,"tandem":5.5,"gait_3m":3.62,"chair_5x":13.7"#, 8),
        (#""side_by_side":true,"semi_tandem":true,"gait_4m":4.5,"chair_5x":11"#, nil),
    ])
    func `the parts of the SPPB stand among the answers`(parts: String, total: Int?) throws {
        #expect(try answer("{\"sex\":\"F\",\"age\":70,\"answers\":{\(parts)}}").sppb == total)
    }

    @Test func `FRAIL is answered by name, and illnesses by their number`() throws {
        let answers = #""frail_fatigue":true,"frail_resistance":true,"frail_ambulation":false,"frail_illnesses":5,"#
        let line = "{\"sex\":\"F\",\"age\":70,\"answers\":{\(answers)\"frail_weight_loss\":false}}"
        #expect(try answer(line).flags == ["frail.frail"])
        #expect(try answer(line.replacing(":5,", with: ":4,")).flags == ["frail.pre_frail"])
    }

    @Test func `what has no level says why`() throws {
        let items = try answer(#"{"sex":"F","age":64,"readings":{"grip_left":20,"chair_stand_30s":15}}"#).items
        #expect(items?["grip_relative"] == .init(level: nil, percentile: nil, grade: nil, reason: "weight_missing"))
        #expect(items?["chair_stand_30s"] == .init(level: nil, percentile: nil, grade: nil, reason: "under_65"))
    }

    @Test func `explained, every judgement has its table and line`() throws {
        let findings = try #require(try answer(whole, explains: true).explain)
        #expect(findings.allSatisfy { !$0.rows.isEmpty })
        let level = try #require(findings.first { $0.id == "chair_stand_30s.level" })
        #expect(level.result == "4" && level.limit == 21 && level.value == 21)
        #expect(level.rows == [.init(table: "kiosk_item_levels.csv", line: 7)])
        #expect(findings.first { $0.id == "grip_absolute.grade" }?.marks == ["no_second_source"])
        #expect(findings.first { $0.id == "step_2min.level" }?.marks == ["inferred"])
        #expect(findings.first { $0.id == "grade" }?.rows == [.init(table: "kspo_grade_rules.csv", line: 5)])
    }

    @Test func `what staff know of falls reaches the plan`() throws {
        let table = repository.appending(path: "assets/fitness/vivifrail_levels.csv")
        let levels = try VivifrailLevels(csv: String(contentsOf: table, encoding: .utf8))
        let evaluator = BatchEvaluator(try shippedTables(), levels: levels)
        for isFallRisk in [true, false] {
            let person = #""sex":"F","age":70,"readings":{"sppb_total":12}"#
            let line = #"{\#(person),"answers":{"recurrent_falls":\#(isFallRisk)}}"#
            let json = try #require(try evaluator.answer(.bytes(Array(line.utf8)))).json
            let plan = try JSONDecoder().decode(BatchAnswer.self, from: json).plan
            #expect(plan?.level == "D" && plan?.isFallRisk == isFallRisk)
        }
    }

    @Test func `the same line makes the same answer`() throws {
        let line = LineSplitter.Line.bytes(Array(whole.utf8))
        let first = try #require(try explaining.answer(line)).json
        for _ in 0..<20 { #expect(try explaining.answer(line)?.json == first) }
    }

    @Test func `no bytes make it fail`() throws {
        var state: UInt64 = 42
        func next(_ count: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % count
        }
        for _ in 0..<3000 {
            var bytes = Array(whole.utf8)
            for _ in 0...next(4) { bytes[next(bytes.count)] = UInt8(next(256)) }
            if next(3) == 0 { bytes.removeSubrange(next(bytes.count)...) }
            guard let answer = try evaluator.answer(.bytes(bytes)) else { continue }
            let decoded = try JSONDecoder().decode(BatchAnswer.self, from: answer.json)
            #expect((decoded.error != nil) == answer.isError)
        }
    }
}
