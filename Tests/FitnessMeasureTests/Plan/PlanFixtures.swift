import FitnessMeasure
import Foundation

private let shipped = Result {
    try PlanTables(
        folder: repository.appending(path: "assets/plan"), fitness: repository.appending(path: "assets/fitness"))
}

/// The tables that the kiosk ships, read once.
func shippedPlanTables() throws -> PlanTables { try shipped.get() }

/// The text of a table that the kiosk ships.
func shippedText(_ path: String) throws -> String {
    try String(contentsOf: repository.appending(path: "assets").appending(path: path), encoding: .utf8)
}

/// Saturday, 21 November 2026.
func someDay() throws -> PlanDay {
    guard let day = PlanDay("2026-11-21") else { throw NoSuchDay() }
    return day
}

struct NoSuchDay: Error {}

extension PlanBasis {
    static func example(
        sex: Sex = .female, sppb: Int? = nil, gait: DecimalValue? = nil, upAndGo: DecimalValue? = nil,
        facts: Set<FallFact> = [], fracture: Bool = false, weakest: [FitnessFactor] = [], gate: GateOutcome = .go,
        rules: [String] = [], positions: Set<ExercisePosition> = PlanBasis.centreAndHome
    ) throws -> PlanBasis {
        let result = upAndGo.flatMap {
            ProtocolResult<UsualUpAndGo>(TestResult("tug_usual", QuantityValue("duration", $0, .second)))
        }
        return try PlanBasis(
            sex: sex, sppb: sppb.flatMap(SPPBTotal.init), usualGait: gait, usualUpAndGo: result, fallFacts: facts,
            hasRecentFracture: fracture, weakest: weakest, gate: gate, gateRules: rules, positions: positions)
    }
}

/// The proposed content; nil where there is none.
func proposed(_ basis: PlanBasis) throws -> PlanContent? {
    guard case .plan(let content) = try shippedPlanTables().propose(basis, from: someDay()) else { return nil }
    return content
}
