/// One step in a plan's life: what, by whom, when and why.
public struct PlanStep: Codable, Hashable, Sendable {
    public let act: Act
    public let by: PlanActor
    public let at: PlanMoment
    /// Needed for a change and an end; no health data of the person belongs here.
    public let reason: String?

    public init(_ act: Act, by: PlanActor, at: PlanMoment, reason: String? = nil) {
        (self.act, self.by, self.at, self.reason) = (act, by, at, reason)
    }

    /// Revisions are counted from 1.
    public enum Act: Codable, Hashable, Sendable {
        case propose
        /// Another content; it has its own revision and needs its own approval.
        case change(to: Int)
        /// This revision and no other: its content can no longer be exchanged.
        case approve(revision: Int)
        case activate(revision: Int)
        case end
    }
}

/// Who did it. The id is one of the office's, never a name.
public struct PlanActor: Codable, Hashable, Sendable {
    public let role: Role
    public let id: String

    public init(_ role: Role, id: String) { (self.role, self.id) = (role, id) }

    public enum Role: String, CaseIterable, Codable, Sendable {
        /// The product's own proposal.
        case rules
        case healthCentre = "health_centre"
        case supporter, office
    }
}

/// Where a plan stands.
public enum PlanState: String, CaseIterable, Codable, Sendable { case proposed, changed, approved, active, ended }

/// Why a step is not possible.
public enum PlanStepError: Error, Equatable, Sendable {
    case illegal(PlanStep.Act, in: PlanState)
    case notAllowed(PlanActor.Role, PlanStep.Act)
    /// Somebody decided on a revision that is no longer the latest one.
    case staleRevision(Int, latest: Int)
    case reasonMissing
    case reasonTooLong
    /// Earlier than the step before it.
    case outOfOrder
    case unchanged
}
