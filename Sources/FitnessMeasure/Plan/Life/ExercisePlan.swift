import Foundation

/// A plan and its life: proposed by the rules, changed or approved by the health centre, active, ended.
///
/// Contents are never exchanged: a change adds a revision, and an approval names the one it is for. The state follows
/// from the steps, so that a stored plan cannot claim one that its history does not give.
public struct ExercisePlan: Identifiable, Equatable, Sendable {
    public let id: UUID
    /// The first is the proposal; revision 1 has place 0.
    public private(set) var revisions: [PlanContent]
    /// The first is the proposal.
    public private(set) var steps: [PlanStep]
    public private(set) var state: PlanState
    /// The revision that is being done; an active one stays in force while a change of it waits for approval.
    public private(set) var inForce: Int?

    /// A proposal of the rules.
    public init(id: UUID, proposing content: PlanContent, by actor: PlanActor, at moment: PlanMoment) {
        (self.id, revisions, state) = (id, [content], .proposed)
        steps = [PlanStep(.propose, by: actor, at: moment)]
    }

    public var latest: Int { revisions.count }

    /// The content of a revision, counted from 1.
    public func content(_ revision: Int) -> PlanContent? {
        revisions.indices.contains(revision - 1) ? revisions[revision - 1] : nil
    }

    /// What the person does now; nil before approval and after the end.
    public var contentInForce: PlanContent? { inForce.flatMap(content) }

    /// Another content instead of the latest one. It has to be approved anew.
    public mutating func change(
        to content: PlanContent, by actor: PlanActor, at moment: PlanMoment, reason: String
    ) throws(PlanStepError) {
        guard content != revisions.last else { throw .unchanged }
        let step = PlanStep(.change(to: latest + 1), by: actor, at: moment, reason: reason)
        try check(step)
        revisions.append(content)
        take(step)
    }

    /// Approves a revision, which must be the latest: nobody approves what somebody else has just changed.
    public mutating func approve(
        _ revision: Int, by actor: PlanActor, at moment: PlanMoment, reason: String? = nil
    ) throws(PlanStepError) {
        try apply(PlanStep(.approve(revision: revision), by: actor, at: moment, reason: reason))
    }

    /// The person begins.
    public mutating func activate(by actor: PlanActor, at moment: PlanMoment) throws(PlanStepError) {
        try apply(PlanStep(.activate(revision: latest), by: actor, at: moment))
    }

    public mutating func end(by actor: PlanActor, at moment: PlanMoment, reason: String) throws(PlanStepError) {
        try apply(PlanStep(.end, by: actor, at: moment, reason: reason))
    }

    private mutating func apply(_ step: PlanStep) throws(PlanStepError) {
        try check(step)
        take(step)
    }

    private mutating func take(_ step: PlanStep) {
        steps.append(step)
        switch step.act {
        case .propose: state = .proposed
        case .change: state = .changed
        case .approve: state = .approved
        case .activate(let revision): (state, inForce) = (.active, revision)
        case .end: (state, inForce) = (.ended, nil)
        }
    }
}

extension ExercisePlan {
    static let longestReason = 500

    private func check(_ step: PlanStep) throws(PlanStepError) {
        guard Self.allows(step.act, in: state) else { throw .illegal(step.act, in: state) }
        guard Self.mayTake(step.act, step.by.role) else { throw .notAllowed(step.by.role, step.act) }
        if let last = steps.last, step.at < last.at { throw .outOfOrder }
        switch step.act {
        case .approve(let revision), .activate(let revision):
            guard revision == latest else { throw .staleRevision(revision, latest: latest) }
        case .change, .end:
            guard step.reason?.contains(where: { !$0.isWhitespace }) == true else { throw .reasonMissing }
        case .propose: break
        }
        guard (step.reason?.count ?? 0) <= Self.longestReason else { throw .reasonTooLong }
    }

    private static func allows(_ act: PlanStep.Act, in state: PlanState) -> Bool {
        switch (act, state) {
        case (.propose, _), (_, .ended): false
        case (.change, _), (.end, _): true
        case (.approve, .proposed), (.approve, .changed): true
        case (.activate, .approved): true
        case (.approve, .approved), (.approve, .active): false
        case (.activate, .proposed), (.activate, .changed), (.activate, .active): false
        }
    }

    /// Only the health centre changes and approves. Whoever is with the person may let it begin or end it.
    private static func mayTake(_ act: PlanStep.Act, _ role: PlanActor.Role) -> Bool {
        switch (act, role) {
        case (.propose, _), (_, .healthCentre): true
        case (.change, _), (.approve, _): false
        case (.activate, .supporter), (.end, .supporter), (.end, .office): true
        case (.activate, .office), (.activate, .rules), (.end, .rules): false
        }
    }
}

extension ExercisePlan: Codable {
    private enum Key: String, CodingKey { case id, revisions, steps }

    /// Goes through the whole history again: a text that no legal history gives is no plan.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Key.self)
        let revisions = try container.decode([PlanContent].self, forKey: .revisions)
        let steps = try container.decode([PlanStep].self, forKey: .steps)
        guard let content = revisions.first, let first = steps.first, first.act == .propose else {
            throw DecodingError.dataCorruptedError(forKey: .steps, in: container, debugDescription: "no proposal")
        }
        self.init(
            id: try container.decode(UUID.self, forKey: .id), proposing: content, by: first.by, at: first.at)
        self.steps = [first]
        for step in steps.dropFirst() {
            if case .change(let revision) = step.act {
                guard revision == latest + 1, revisions.indices.contains(revision - 1) else {
                    throw PlanStepError.staleRevision(revision, latest: latest)
                }
                try check(step)
                self.revisions.append(revisions[revision - 1])
                take(step)
            } else {
                try apply(step)
            }
        }
        guard self.revisions.count == revisions.count else {
            throw DecodingError.dataCorruptedError(
                forKey: .revisions, in: container, debugDescription: "a revision that no step made")
        }
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(id, forKey: .id)
        try container.encode(revisions, forKey: .revisions)
        try container.encode(steps, forKey: .steps)
    }

    /// The same bytes for the same plan, everywhere: sorted keys, no spaces, UTF-8.
    public func canonicalJSON() throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return try encoder.encode(self)
    }
}
