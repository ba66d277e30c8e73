extension PlanBasis {
    /// What an examination and its evaluation say. Falls and fractures are not measured: staff say them.
    public init(
        _ evaluation: Evaluation, of examination: Examination, fallFacts: Set<FallFact> = [],
        hasRecentFracture: Bool = false, positions: Set<ExercisePosition> = centreAndHome
    ) throws(PlanBasisError) {
        let upAndGo = examination.values[.usualUpAndGo].flatMap { seconds in
            ProtocolResult<UsualUpAndGo>(
                TestResult(.usualUpAndGo, QuantityValue(.duration, seconds, .second)))
        }
        try self.init(
            sex: examination.sex, sppb: evaluation.sppbTotal.flatMap(SPPBTotal.init),
            usualGait: examination.values[.gaitSpeed], usualUpAndGo: upAndGo, fallFacts: fallFacts,
            hasRecentFracture: hasRecentFracture, weakest: evaluation.weakestFactors,
            gate: evaluation.gate.outcome, gateRules: evaluation.gate.crossed.map(\.id), positions: positions)
    }
}
