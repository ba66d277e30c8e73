import FitnessMeasure
import Foundation
import Testing

@Suite struct PlanBasisEvaluationTests {
    private let tables: FitnessTables
    init() throws { tables = try shippedTables() }

    private func basis(_ values: [TestItem: DecimalValue]) throws -> PlanBasis {
        let examination = Examination.example(values)
        return try PlanBasis(Evaluation(examination, by: tables), of: examination)
    }

    @Test func `an evaluation says what a plan needs to know`() throws {
        let basis = try basis([
            .systolic: "128", .diastolic: "78", .sppbTotal: "8", .gaitSpeed: "0.72", .usualUpAndGo: "21.0",
            .chairStand: "8", .figureOfEight: "60",
        ])
        #expect(basis.sppb == SPPBTotal(8) && basis.usualGait == "0.72")
        #expect(basis.usualUpAndGo?.value.value == "21.0" && basis.gate == .go)
        #expect(Set(basis.weakest) == [.lowerStrength, .coordination])
    }

    @Test func `a blood pressure that stops leads to a referral with its rules`() throws {
        let proposal = try shippedPlanTables().propose(basis([.systolic: "205", .diastolic: "90"]), from: someDay())
        guard case .referral(let referral) = proposal else {
            Issue.record("\(proposal)")
            return
        }
        #expect(referral.rules.contains("acsm_rest_sys"))
    }

    @Test func `however bad or good the grades are, they make no level`() throws {
        for stands in ["1", "12", "35"] as [DecimalValue] {
            let basis = try basis([.chairStand: stands, .fastUpAndGo: "25", .figureOfEight: "70", .twoMinuteStep: "20"])
            let content = try #require(try proposed(basis))
            #expect(content.level == nil && !content.isFallRisk)
        }
    }

    @Test(
        arguments: [
            (#"{"id":"a","sex":"F","age":73,"readings":{"sppb_total":8,"gait_speed_usual":0.72}}"#, "B", true),
            (#"{"id":"a","sex":"F","age":73,"readings":{"gait_speed_usual":1.2}}"#, "D", false),
        ] as [(String, String, Bool)])
    func `a batch line has the plan's level`(line: String, level: String, isFallRisk: Bool) throws {
        let plan = try self.plan(line)
        #expect(plan["level"] as? String == level)
        #expect(plan["fall_risk"] as? Bool == isFallRisk)
    }

    @Test(
        arguments: [
            #"{"id":"a","sex":"F","age":73,"readings":{"chair_stand_30s":22}}"#,
            #"{"id":"a","sex":"F","age":73,"readings":{"sppb_total":8,"bp_systolic":205,"bp_diastolic":90}}"#,
        ])
    func `without a measure of level, and after a stop, a batch line has none`(line: String) throws {
        #expect(try plan(line)["level"] is NSNull)
    }

    private func plan(_ line: String) throws -> [String: Any] {
        let levels = try VivifrailLevels(csv: shippedText("fitness/vivifrail_levels.csv"))
        let evaluator = BatchEvaluator(tables, levels: levels)
        let answer = try #require(try evaluator.answer(.bytes(Array(line.utf8))))
        let object = try JSONSerialization.jsonObject(with: answer.json) as? [String: Any]
        return try #require(object?["plan"] as? [String: Any])
    }
}
