/// The level of a plan, whether falling is a risk, and why.
public struct PlanLevelDecision: Equatable, Sendable {
    /// Nil without SPPB and gait: staff choose.
    public let level: PlanLevel?
    public let reasons: [PlanReason]
    public let isFallRisk: Bool

    /// Seconds of the usual up and go (Vivifrail's row "+").
    private static let slowUpAndGo = DecimalValue(mantissa: 20)
    /// Metres a second, compared without rounding (Vivifrail's row "+").
    private static let slowGait = DecimalValue(mantissa: 8, exponent: -1)

    /// Of two levels the more careful one counts; before both what the health centre `chose`.
    public init(_ basis: PlanBasis, by table: VivifrailLevels, chosen: PlanLevel? = nil) {
        let risks = Self.risks(basis)
        isFallRisk = !risks.isEmpty
        let found = [
            basis.sppb.flatMap(table.level).map { ("vivifrail.sppb", $0) },
            basis.usualGait.flatMap { table.level(gait: $0) }.map { ("vivifrail.gait", $0) },
        ].compactMap { $0 }
        level = chosen ?? found.map(\.1.level).min()
        let levels = found.map { PlanReason(rule: "\($0.0).\($0.1.level.rawValue)", source: $0.1.source) }
        let choice = chosen.map { [PlanReason(rule: "health_centre.\($0.rawValue)", source: .healthCentre)] } ?? []
        reasons = choice + levels + risks.map { PlanReason(rule: "vivifrail.plus.\($0)", source: table.fallRisk) }
    }

    private static func risks(_ basis: PlanBasis) -> [String] {
        var risks: [String] = []
        if let time = basis.usualUpAndGo?.value.value, time >= slowUpAndGo { risks.append("tug_usual") }
        if let gait = basis.usualGait, gait < slowGait { risks.append("gait") }
        return risks + FallFact.allCases.filter(basis.fallFacts.contains).map(\.rawValue)
    }

    /// The level by which exercises and doses are chosen: without one the most careful, with a risk of falling one
    /// step more careful (our own rule, assumed).
    var careful: PlanLevel {
        let level = level ?? .a
        return isFallRisk ? level.moreCareful : level
    }
}

/// A rule that shaped a plan, with its table row.
public struct PlanReason: Codable, Hashable, Sendable {
    public let rule: String
    public let source: PlanSource
}
