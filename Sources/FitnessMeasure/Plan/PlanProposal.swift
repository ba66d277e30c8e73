/// What the rules propose. A proposal is nothing to do yet: the health centre approves it first.
public enum PlanProposal: Equatable, Sendable {
    case plan(PlanContent)
    /// The gate stopped: no plan; somebody of the health centre sees the person.
    case referral(Referral)
    /// The gate asked for a rest and a second reading: there is nothing to plan by yet.
    case restFirst
}

/// A person for the health centre to see, with the rules that say so.
public struct Referral: Codable, Equatable, Sendable {
    public let rules: [String]

    public init(rules: [String]) { self.rules = rules }
}

extension PlanTables {
    /// Proposes a plan that begins on a day, for the level that the health centre `chose`, if it chose one. No choice
    /// opens a gate that stopped.
    public func propose(_ basis: PlanBasis, from day: PlanDay, level chosen: PlanLevel? = nil) -> PlanProposal {
        switch basis.gate {
        case .stopAndRefer: .referral(Referral(rules: basis.gateRules))
        case .restAndRepeat: .restFirst
        case .go, .gripAndQuestionsOnly: .plan(PlanDraft(basis, self, level: chosen).content(from: day))
        }
    }
}
