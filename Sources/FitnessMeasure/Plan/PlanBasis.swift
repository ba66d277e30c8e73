/// What a plan is proposed from. It knows no person, and no grade of the national programme: no source links grades to
/// levels.
public struct PlanBasis: Codable, Equatable, Sendable {
    public let sex: Sex
    public let sppb: SPPBTotal?
    /// Metres a second at the usual pace.
    public let usualGait: DecimalValue?
    public let usualUpAndGo: ProtocolResult<UsualUpAndGo>?
    public let fallFacts: Set<FallFact>
    public let hasRecentFracture: Bool
    /// The weakest factor first.
    public let weakest: [FitnessFactor]
    public let gate: GateOutcome
    /// Rule ids of the gate's verdict, for staff.
    public let gateRules: [String]
    /// Where and on what the person can exercise.
    public let positions: Set<ExercisePosition>

    /// A centre and a home: no pool, no machines.
    public static let centreAndHome: Set<ExercisePosition> = [
        .chair, .standing, .floor, .any, .standingSupport, .machineOrChair,
    ]

    public init(
        sex: Sex, sppb: SPPBTotal? = nil, usualGait: DecimalValue? = nil,
        usualUpAndGo: ProtocolResult<UsualUpAndGo>? = nil, fallFacts: Set<FallFact> = [],
        hasRecentFracture: Bool = false, weakest: [FitnessFactor] = [], gate: GateOutcome,
        gateRules: [String] = [], positions: Set<ExercisePosition> = centreAndHome
    ) throws(PlanBasisError) {
        (self.sex, self.sppb, self.usualGait, self.usualUpAndGo) = (sex, sppb, usualGait, usualUpAndGo)
        (self.fallFacts, self.hasRecentFracture, self.weakest) = (fallFacts, hasRecentFracture, weakest)
        (self.gate, self.gateRules, self.positions) = (gate, gateRules, positions)
        if let usualGait, usualGait <= DecimalValue(mantissa: 0) || usualGait > Self.fastestGait {
            throw .impossibleGait(usualGait)
        }
        if let value = usualUpAndGo?.value, value.unit != .second { throw .wrongUnit(value.unit) }
        guard Set(weakest).count == weakest.count else { throw .doubledFactor }
        for factor in weakest where !FitnessFactor.graded.contains(factor) { throw .notTrainable(factor) }
    }

    /// `input_ranges.csv`, hard limit of the usual gait.
    private static let fastestGait = DecimalValue(mantissa: 3)
}

extension PlanBasis {
    private enum Key: String, CodingKey {
        case sex, sppb, usualGait, usualUpAndGo, fallFacts, hasRecentFracture, weakest, gate, gateRules, positions
    }

    /// What is read goes through the same checks as what is entered.
    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: Key.self)
        try self.init(
            sex: try values.decode(Sex.self, forKey: .sex),
            sppb: try values.decodeIfPresent(SPPBTotal.self, forKey: .sppb),
            usualGait: try values.decodeIfPresent(DecimalValue.self, forKey: .usualGait),
            usualUpAndGo: try values.decodeIfPresent(ProtocolResult<UsualUpAndGo>.self, forKey: .usualUpAndGo),
            fallFacts: try values.decode(Set<FallFact>.self, forKey: .fallFacts),
            hasRecentFracture: try values.decode(Bool.self, forKey: .hasRecentFracture),
            weakest: try values.decode([FitnessFactor].self, forKey: .weakest),
            gate: try values.decode(GateOutcome.self, forKey: .gate),
            gateRules: try values.decode([String].self, forKey: .gateRules),
            positions: try values.decode(Set<ExercisePosition>.self, forKey: .positions))
    }
}

/// What staff know of falls that no device measures.
public enum FallFact: String, CaseIterable, Codable, Sendable {
    case dementia
    case recurrentFalls = "recurrent_falls"
    case fallNeedingCare = "fall_needing_care"
}

/// Why facts are no basis.
public enum PlanBasisError: Error, Equatable, Sendable {
    case impossibleGait(DecimalValue)
    case wrongUnit(UCUMUnit)
    case doubledFactor
    /// Not one of the six factors.
    case notTrainable(FitnessFactor)
}
