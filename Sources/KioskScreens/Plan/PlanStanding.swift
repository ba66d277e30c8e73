import FitnessMeasure

/// How a senior's exercise plan stands. Only an approved one is shown; of the others there are words.
public enum PlanStanding: Equatable, Sendable {
    case inForce(PlanSheet)
    /// The health centre has not decided yet.
    case waiting
    /// The health centre asks the senior to come first.
    case referred
}
