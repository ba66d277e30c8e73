/// What a plan says: exercises with days and doses, each with the rows that it comes from. It names no person.
public struct PlanContent: Codable, Equatable, Sendable {
    /// Nil where neither SPPB nor gait was measured: staff choose.
    public let level: PlanLevel?
    public let isFallRisk: Bool
    public let reasons: [PlanReason]
    public let lines: [PlanLine]
    /// Factors that are weak and for which no exercise suits.
    public let unfilled: [FitnessFactor]
    public let effort: PlanEffort
    public let rules: [PlanRule]
    public let retest: RetestWindow
    /// The day from which the weeks are counted.
    public let begins: PlanDay

    /// For a health centre that changes a plan by hand.
    public init(
        level: PlanLevel?, isFallRisk: Bool, reasons: [PlanReason], lines: [PlanLine], unfilled: [FitnessFactor],
        effort: PlanEffort, rules: [PlanRule], retest: RetestWindow, begins: PlanDay
    ) {
        (self.level, self.isFallRisk, self.reasons, self.lines) = (level, isFallRisk, reasons, lines)
        (self.unfilled, self.effort, self.rules) = (unfilled, effort, rules)
        (self.retest, self.begins) = (retest, begins)
    }
}

/// One exercise of a plan.
public struct PlanLine: Codable, Hashable, Sendable {
    public let phase: ExercisePhase
    public let exercise: ExerciseID
    public let factor: FitnessFactor
    public let position: ExercisePosition
    /// In the order of the week.
    public let days: [PlanWeekday]
    public let dose: PlanDose
    /// The exercise's row, the guideline of its days, the row of its dose.
    public let sources: [PlanSource]

    public init(
        phase: ExercisePhase, exercise: ExerciseID, factor: FitnessFactor, position: ExercisePosition,
        days: [PlanWeekday], dose: PlanDose, sources: [PlanSource]
    ) {
        (self.phase, self.exercise, self.factor, self.position) = (phase, exercise, factor, position)
        (self.days, self.dose, self.sources) = (days, dose, sources)
    }
}

/// When somebody is measured again.
public struct RetestWindow: Codable, Hashable, Sendable {
    public let earliest, latest: PlanDay
    public let source: PlanSource

    /// As the health centre sets it; nil if the window ends before it begins.
    public init?(earliest: PlanDay, latest: PlanDay, _ source: PlanSource) {
        guard earliest <= latest else { return nil }
        (self.earliest, self.latest, self.source) = (earliest, latest, source)
    }

    /// Eight to twelve weeks (rule `retest`; recalled).
    init(after day: PlanDay, _ source: PlanSource) {
        (earliest, latest, self.source) = (day.adding(days: 8 * 7), day.adding(days: 12 * 7), source)
    }
}

/// A day of the week, Monday first.
public enum PlanWeekday: String, CaseIterable, Codable, Hashable, Sendable {
    case monday, tuesday, wednesday, thursday, friday, saturday, sunday

    /// So many days with rest between them where there is room, never on Sunday unless it is every day.
    public static func spread(_ days: Int) -> [PlanWeekday] {
        switch days {
        case ..<1: []
        case 1: [.wednesday]
        case 2: [.tuesday, .friday]
        case 3: [.monday, .wednesday, .friday]
        case 4: [.monday, .tuesday, .thursday, .friday]
        default: Array(allCases.prefix(days))
        }
    }
}
