import FitnessMeasure

/// What a blood pressure means for the next step. The rules and their ids are FitnessMeasure's.
public struct PressureGate: Equatable, Sendable {
    /// For words only; staff see the table's own category.
    public enum Category: String, Equatable, Sendable { case usual, slightlyHigh, high, low }

    public var category: Category
    /// The rules that fired, such as `kspo_bp_sys`.
    public var rules: [String]
    /// True from the second high reading of a visit on, or at once when a stop rule fired.
    public var asksForSupporter: Bool

    public var isHigh: Bool { !rules.isEmpty }
}
