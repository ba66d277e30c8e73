/// The overall grade that the national programme would probably give. Only its centres can give one; wherever this is
/// shown, ``GradeRules/label`` stands beside it.
public struct GradeEstimate: Equatable, Sendable {
    public let outcome: Outcome
    /// The items that the grade was made of, each with its row; the absolute grip among them.
    public let items: [ItemGrade]
    /// The rule that was followed.
    public let rule: TableRow

    public enum Outcome: Equatable, Sendable {
        /// 1 (best) to 6, and what decided it.
        case grade(Int, GradeReason)
        /// No grade, because of all of these. `possible`: what it could still be, best first, for staff.
        case notGradable([GradeObstacle], possible: [Int])
    }

    public var grade: Int? { if case .grade(let grade, _) = outcome { grade } else { nil } }
}

/// What decided a grade.
public enum GradeReason: String, Sendable {
    /// Grades 1 to 3: all six factors reach the cut-off.
    case sixFactors = "six_factors"
    /// Grade 4: the figure-of-eight walk and strength.
    case walkAndStrength = "figure8_and_strength"
    /// Grade 5: one of the two.
    case walkOnly = "figure8_only"
    case strengthOnly = "strength_only"
    /// Grade 6.
    case neither
}

/// Why there is no grade.
public enum GradeObstacle: Equatable, Sendable {
    case tooYoung(tableBegins: Int)
    /// A factor of which no item was measured.
    case missing(FitnessFactor)
    /// Grip was measured, but it counts in percent of body weight.
    case weightMissing
    /// Grip is known in percent only, and its kilograms would decide between grades 4 to 6.
    case absoluteGripMissing
}
