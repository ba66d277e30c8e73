/// Makes one grade of the items' grades.
///
/// Grades 1 to 3 ask all six factors to reach the cut-off, grades 4 to 6 the figure-of-eight walk and strength, which
/// is the absolute grip or the chair stand. With a factor missing there is no grade, though a rule read to the letter
/// would give 4 to somebody who might be 1; what the grade could still be is told to staff (decision 030).
struct KspoGrading {
    let thresholds: GradeThresholds
    let rules: GradeRules

    func estimate(_ items: [ItemGrade], for examination: Examination) -> GradeEstimate {
        let facts = Facts(items)
        let obstacles = obstacles(facts, examination)
        guard obstacles.isEmpty else {
            let outcome = GradeEstimate.Outcome.notGradable(obstacles, possible: facts.possible)
            return GradeEstimate(outcome: outcome, items: items, rule: rules.factors)
        }
        let (grade, reason) = facts.decided
        return GradeEstimate(outcome: .grade(grade, reason), items: items, rule: rules.row(grade))
    }

    private func obstacles(_ facts: Facts, _ examination: Examination) -> [GradeObstacle] {
        if let first = thresholds.firstAge(.chairStand, examination.sex), examination.age < first {
            return [.tooYoung(tableBegins: first)]
        }
        var obstacles: [GradeObstacle] = []
        for (place, factor) in FitnessFactor.graded.enumerated() where !facts.isMeasured[place] {
            let isWeightAlone = factor == .upperStrength && examination.bestGrip != nil
            obstacles.append(isWeightAlone ? .weightMissing : .missing(factor))
        }
        return obstacles.isEmpty && facts.lacksAbsoluteGrip ? [.absoluteGripMissing] : obstacles
    }
}

extension KspoGrading {
    /// What the rule looks at.
    private struct Facts {
        private(set) var isMeasured = [Bool](repeating: false, count: FitnessFactor.graded.count)
        /// The grade of each factor, 7 for one below grade 3.
        private var grades = [Int](repeating: 7, count: FitnessFactor.graded.count)
        private var walk, grip, stands: ItemGrade?

        init(_ items: [ItemGrade]) {
            for item in items {
                switch item.item {
                case .figureOfEight: walk = item
                case .gripAbsolute: grip = item
                case .chairStand: stands = item
                default: break
                }
                guard let factor = FitnessFactor(graded: item.item)?.gradedPlace else { continue }
                isMeasured[factor] = true
                grades[factor] = min(grades[factor], item.reaches(3) ? item.grade ?? 7 : 7)
            }
        }

        /// With all factors measured.
        var decided: (Int, GradeReason) {
            let worst = grades.max() ?? 7
            if worst <= 3 { return (worst, .sixFactors) }
            let hasStrength = { (grade: Int) in reaches(grip, grade) || reaches(stands, grade) }
            if reaches(walk, 4), hasStrength(4) { return (4, .walkAndStrength) }
            if reaches(walk, 5) { return (5, .walkOnly) }
            return hasStrength(5) ? (5, .strengthOnly) : (6, .neither)
        }

        /// True if the grip in kg is unknown and would decide.
        var lacksAbsoluteGrip: Bool { grip == nil && (grades.max() ?? 7) > 3 && !reaches(stands, 4) }

        private func reaches(_ item: ItemGrade?, _ grade: Int) -> Bool { item?.reaches(grade) ?? false }

        /// With something missing: every grade that some value of it would give.
        var possible: [Int] {
            let measured = zip(isMeasured, grades).filter(\.0).map(\.1)
            guard let worst = measured.max() else { return [] }
            let best = worst <= 3 ? Array(worst...3) : []
            let walks = walk.map { [$0.reaches(4)] } ?? [true, false]
            let strengths =
                reaches(grip, 4) || reaches(stands, 4)
                ? [true] : grip == nil || stands == nil ? [true, false] : [false]
            let lower = walks.flatMap { walk in strengths.map { walk && $0 ? 4 : walk || $0 ? 5 : 6 } }
            return best + Set(lower).sorted()
        }
    }
}
