import Foundation

/// How far a kiosk has heard of the plans of its centre's people. Equal marks mean that nothing changed.
public struct PlanMark: Codable, Equatable, Sendable {
    /// Which life of the office's database it counts in.
    public var incarnation: String
    /// The newest change that was heard; 0 for none.
    public var cursor: Int64

    public init(incarnation: String, cursor: Int64) { (self.incarnation, self.cursor) = (incarnation, cursor) }
}

/// Some of the changes after a mark, in their order. Each says how things stand now, so that taking one twice, or an
/// older one after a newer, ends the same.
public struct PlanBatch: Codable, Equatable, Sendable {
    /// Where this page ends; asked for next.
    public var mark: PlanMark
    /// It begins with the first of all changes: what none of its pages names is not there any more.
    public var isWhole: Bool
    public var isLast: Bool
    public var items: [PlanItem]

    public init(mark: PlanMark, isWhole: Bool, isLast: Bool, items: [PlanItem]) {
        (self.mark, self.isWhole, self.isLast, self.items) = (mark, isWhole, isLast, items)
    }
}

/// How one person's plan stands. No name, and of the plan only what is done.
public struct PlanItem: Codable, Equatable, Sendable {
    public var personID: UUID
    public var standing: Standing
    /// Of a plan in force.
    public var planID: UUID?
    /// The plan's content as canonical JSON, without what made it.
    public var content: String?

    public init(personID: UUID, standing: Standing, planID: UUID? = nil, content: String? = nil) {
        (self.personID, self.standing, self.planID, self.content) = (personID, standing, planID, content)
    }

    /// Kinds that a kiosk does not know are as good as none.
    public struct Standing: RawRepresentable, Codable, Hashable, Sendable {
        public let rawValue: String
        public init(rawValue: String) { self.rawValue = rawValue }

        public static let inForce = Standing(rawValue: "in_force")
        /// The health centre has not decided yet.
        public static let waiting = Standing(rawValue: "waiting")
        /// The health centre asks the person to come.
        public static let referred = Standing(rawValue: "referred")
        public static let none = Standing(rawValue: "none")
    }
}

extension WireLimit {
    /// People in one page of plans.
    public static let plansPerPage = 50
    /// Bytes of one plan.
    public static let bytesPerPlan = 32 * 1024
}
