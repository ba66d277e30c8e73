import FitnessMeasure
import Foundation

/// What the screens may know of a senior. Only the masked name is ever drawn.
public struct Person: Equatable, Sendable, Identifiable {
    public var id: UUID
    public var name: String
    public var sex: Sex
    public var birthYear: Int
    /// 1–12
    public var birthMonth: Int
    public var consentsToHealthData: Bool

    public init(id: UUID, name: String, sex: Sex, birthYear: Int, birthMonth: Int, consentsToHealthData: Bool) {
        (self.id, self.name, self.sex) = (id, name, sex)
        (self.birthYear, self.birthMonth, self.consentsToHealthData) = (birthYear, birthMonth, consentsToHealthData)
    }
}

/// A senior being at the kiosk: from the card to 처음으로 or to nobody there any more.
public struct Visit: Equatable, Sendable, Identifiable {
    public var id: UUID
    public var person: Person
    /// True when today's attendance was counted by this visit.
    public var isFirstToday: Bool
    /// Days attended this month, today included.
    public var daysThisMonth: Int
    /// Kilograms, as last measured or told; relative grip needs it.
    public var weight: DecimalValue?
    /// Newest first, at most a few per test.
    public var earlier: [PastReading]
    /// Nil where the health centre has not begun one.
    public var plan: PlanStanding?

    public init(
        id: UUID, person: Person, isFirstToday: Bool, daysThisMonth: Int, weight: DecimalValue? = nil,
        earlier: [PastReading] = [], plan: PlanStanding? = nil
    ) {
        (self.id, self.person, self.isFirstToday) = (id, person, isFirstToday)
        (self.daysThisMonth, self.weight, self.earlier) = (daysThisMonth, weight, earlier)
        self.plan = plan
    }
}

/// A reading that is already on disk.
public struct PastReading: Equatable, Sendable {
    public var testID: String
    public var values: [QuantityValue]
    public var takenAt: Date
    public var isSimulated: Bool
    /// How the test was done; nil if that was not kept yet.
    public var protocolID: ProtocolID?

    public init(
        testID: String, values: [QuantityValue], takenAt: Date, isSimulated: Bool, protocolID: ProtocolID? = nil
    ) {
        (self.testID, self.values, self.takenAt, self.isSimulated) = (testID, values, takenAt, isSimulated)
        self.protocolID = protocolID
    }

    public subscript(kind: QuantityKind) -> DecimalValue? { values.first { $0.kind == kind }?.value }
}

/// A reading without an owner, as a supporter sees it.
public struct TrayEntry: Equatable, Sendable, Identifiable {
    public var id: UUID
    public var values: [QuantityValue]
    public var receivedAt: Date
    public var isSimulated: Bool
    /// The rule's id that says why it has none.
    public var reason: String?

    public init(id: UUID, values: [QuantityValue], receivedAt: Date, isSimulated: Bool, reason: String? = nil) {
        (self.id, self.values, self.receivedAt, self.isSimulated) = (id, values, receivedAt, isSimulated)
        self.reason = reason
    }
}
