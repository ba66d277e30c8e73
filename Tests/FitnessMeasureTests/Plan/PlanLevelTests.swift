import FitnessMeasure
import Foundation
import Testing

@Suite struct PlanLevelTests {
    private func content(_ basis: PlanBasis) throws -> PlanContent { try #require(try proposed(basis)) }

    @Test(
        arguments: [
            (0, PlanLevel.a), (3, .a), (4, .b), (6, .b), (7, .c), (9, .c), (10, .d), (12, .d),
        ])
    func `the level follows the SPPB`(points: Int, level: PlanLevel) throws {
        let content = try content(.example(sppb: points))
        #expect(content.level == level)
        #expect(content.reasons.map(\.rule) == ["vivifrail.sppb.\(level.rawValue)"])
        #expect(content.reasons.first?.source.table == "vivifrail_levels.csv")
    }

    @Test(
        arguments: [
            ("0.1", PlanLevel.a), ("0.44", .a), ("0.449", .a), ("0.45", .b), ("0.5", .b), ("0.8", .b), ("0.84", .b),
            ("0.849", .b), ("0.85", .c), ("0.86", .c), ("0.9", .c), ("1.0", .c), ("1.04", .c), ("1.05", .d),
            ("1.1", .d), ("3", .d), ("1", .c), ("0.85000000000000000", .c),
        ] as [(DecimalValue, PlanLevel)])
    func `the level follows the gait, rounded to a tenth first`(speed: DecimalValue, level: PlanLevel) throws {
        #expect(try content(.example(gait: speed)).level == level)
    }

    @Test(
        arguments: [(12, "0.4", PlanLevel.a), (3, "1.3", .a), (8, "0.7", .b), (5, "0.9", .b), (11, "1.2", .d)]
            as [(Int, DecimalValue, PlanLevel)])
    func `of two the more careful level counts`(points: Int, speed: DecimalValue, level: PlanLevel) throws {
        let content = try content(.example(sppb: points, gait: speed))
        #expect(content.level == level)
        #expect(
            content.reasons.count { $0.rule.hasPrefix("vivifrail.sppb") || $0.rule.hasPrefix("vivifrail.gait") } == 2)
    }

    @Test func `without either there is no level, whatever else is known`() throws {
        let content = try content(.example(upAndGo: "9", weakest: [.balance, .cardio]))
        #expect(content.level == nil && content.reasons.isEmpty)
    }

    @Test(
        arguments: [
            (try PlanBasis.example(sppb: 11, upAndGo: "20"), "vivifrail.plus.tug_usual"),
            (try PlanBasis.example(sppb: 11, upAndGo: "20.0"), "vivifrail.plus.tug_usual"),
            (try PlanBasis.example(gait: "0.79"), "vivifrail.plus.gait"),
            (try PlanBasis.example(sppb: 11, facts: [.dementia]), "vivifrail.plus.dementia"),
            (try PlanBasis.example(sppb: 11, facts: [.recurrentFalls]), "vivifrail.plus.recurrent_falls"),
            (try PlanBasis.example(sppb: 11, facts: [.fallNeedingCare]), "vivifrail.plus.fall_needing_care"),
        ])
    func `one fact is enough for the fall-risk variant`(basis: PlanBasis, rule: String) throws {
        let content = try content(basis)
        #expect(content.isFallRisk && content.reasons.map(\.rule).contains(rule))
    }

    @Test func `the limits of fall risk are compared without rounding`() throws {
        #expect(try !content(.example(sppb: 11, upAndGo: "19.9")).isFallRisk)
        #expect(try !content(.example(gait: "0.8")).isFallRisk)
        #expect(try content(.example(gait: "0.799")).isFallRisk)
    }

    @Test func `the fast up and go cannot stand in for the usual one`() throws {
        let fast = TestResult("tug_3m_fast", QuantityValue("duration", "25", .second))
        let basis = try PlanBasis(
            sex: .male, sppb: SPPBTotal(11), usualUpAndGo: ProtocolResult<UsualUpAndGo>(fast), gate: .go)
        #expect(try !content(basis).isFallRisk)
    }

    @Test func `what cannot be is no basis`() {
        #expect(SPPBTotal(13) == nil && SPPBTotal(-1) == nil)
        #expect(throws: PlanBasisError.impossibleGait("0")) { try PlanBasis.example(gait: "0") }
        #expect(throws: PlanBasisError.impossibleGait("3.01")) { try PlanBasis.example(gait: "3.01") }
        #expect(throws: PlanBasisError.doubledFactor) { try PlanBasis.example(weakest: [.cardio, .cardio]) }
        #expect(throws: PlanBasisError.notTrainable(.vital)) { try PlanBasis.example(weakest: [.vital]) }
        let inMinutes = ProtocolResult<UsualUpAndGo>(TestResult("tug_usual", QuantityValue("duration", "1", "min")))
        #expect(throws: PlanBasisError.wrongUnit("min")) {
            try PlanBasis(sex: .male, usualUpAndGo: inMinutes, gate: .go)
        }
    }

    @Test func `a stored basis is the same basis, and nothing impossible is read`() throws {
        let basis = try PlanBasis.example(sppb: 8, gait: "0.72", upAndGo: "21.0", weakest: [.balance])
        let data = try JSONEncoder().encode(basis)
        #expect(try JSONDecoder().decode(PlanBasis.self, from: data) == basis)
        let text = String(decoding: data, as: UTF8.self)
        for (passage, other) in [
            (#""sppb":8"#, #""sppb":13"#), (#""0.72""#, #""7.2""#), ("tug_usual", "tug_3m_fast"),
            (#"["balance"]"#, #"["balance","balance"]"#), (#"["balance"]"#, #"["vital_sign"]"#),
        ] {
            #expect(text.contains(passage))
            let forged = Data(text.replacing(passage, with: other).utf8)
            #expect(throws: (any Error).self) { try JSONDecoder().decode(PlanBasis.self, from: forged) }
        }
    }
}
