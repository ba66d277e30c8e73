import FitnessMeasure

/// What a blood pressure means for the next step, in the screens' terms. Rules, limits and their ids are
/// FitnessMeasure's.
public struct PressureGate: Equatable, Sendable {
    /// For words only; staff see the table's own category.
    public enum Category: String, Equatable, Sendable { case usual, slightlyHigh, high, low }

    public var category: Category
    /// The next step asks for a rest and a second reading.
    public var asksForRest: Bool
    /// The next step is a person, not a device.
    public var asksForSupporter: Bool

    /// Judges the last of a visit's readings; nil without one.
    public init?(_ readings: [BloodPressure], by tables: FitnessTables) {
        guard let last = readings.last, let judgement = tables.gate.judge(readings) else { return nil }
        switch judgement.outcome {
        case .go: (asksForRest, asksForSupporter) = (false, false)
        case .restAndRepeat: (asksForRest, asksForSupporter) = (true, false)
        case .gripAndQuestionsOnly, .stopAndRefer: (asksForRest, asksForSupporter) = (false, true)
        }
        category = Self.category(tables.bands.band(of: last), isLow: judgement.crossed.contains { $0.id == "low_bp" })
    }

    /// Nothing to say.
    static let unremarkable = PressureGate(category: .usual, asksForRest: false, asksForSupporter: false)

    private init(category: Category, asksForRest: Bool, asksForSupporter: Bool) {
        (self.category, self.asksForRest, self.asksForSupporter) = (category, asksForRest, asksForSupporter)
    }

    /// Up to 139/89 nothing needs to be said to somebody of 65 to 95; what does is said softly.
    private static func category(_ band: BloodPressureBand, isLow: Bool) -> Category {
        if isLow { return .low }
        return switch band {
        case .usual, .slightlyHigh: .usual
        case .high: .slightlyHigh
        case .veryHigh: .high
        }
    }
}
