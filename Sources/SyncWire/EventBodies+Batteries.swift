import Foundation

/// What the gate before a battery decided in a visit. A visit may have several: after a rest it is asked again.
public struct GateDecided: EventBody {
    public static let type = EventType(rawValue: "gate.decided")
    public static let typeVersion = 1

    public var personID: UUID
    public var visitID: UUID
    /// Id of the battery, `kspo-senior`.
    public var battery: String
    /// Version of the reference tables, `2026-11`.
    public var tables: String
    /// By question of the tables: `yes`, `no`, or points.
    public var answers: [String: String]
    /// `go`, `rest_and_repeat`, `grip_and_questions_only`, `stop_and_refer`.
    public var outcome: String
    /// Ids of the rules that were crossed.
    public var rules: [String]
    /// `blood_pressure`, `questions`: what nobody looked at.
    public var unchecked: [String]

    public init(
        personID: UUID, visitID: UUID, battery: String, tables: String, answers: [String: String], outcome: String,
        rules: [String], unchecked: [String]
    ) {
        (self.personID, self.visitID, self.battery, self.tables) = (personID, visitID, battery, tables)
        (self.answers, self.outcome, self.rules, self.unchecked) = (answers, outcome, rules, unchecked)
    }
}

/// A test of a battery was left out, or what was left of it.
public struct TestSkipped: EventBody {
    public static let type = EventType(rawValue: "test.skipped")
    public static let typeVersion = 1

    public var personID: UUID
    public var visitID: UUID
    public var testID: String
    /// `refused`, `pain`, `no_space`, `no_equipment`, `unable`, `ruled_out`, `gate`.
    public var reason: String
    public var battery: String

    public init(personID: UUID, visitID: UUID, testID: String, reason: String, battery: String) {
        (self.personID, self.visitID, self.testID) = (personID, visitID, testID)
        (self.reason, self.battery) = (reason, battery)
    }
}
