/// What the gate before a battery says, whoever decided it.
public enum GateOutcome: String, CaseIterable, Codable, Sendable {
    case go
    /// Sit quietly for five to ten minutes, then measure again.
    case restAndRepeat = "rest_and_repeat"
    /// Nothing that asks more than a hand.
    case gripAndQuestionsOnly = "grip_and_questions_only"
    /// No test today, and somebody looks after the person.
    case stopAndRefer = "stop_and_refer"
}
