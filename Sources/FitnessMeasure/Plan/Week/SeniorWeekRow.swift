/// An exercise of a week with its days, in the senior's words: a row of a card that shows the whole week at once.
public struct SeniorWeekRow: Equatable, Sendable {
    public let phase: ExercisePhase
    public let exercise: ExerciseID
    public let factor: FitnessFactor
    public let name: String
    /// `10번씩 2차례`
    public let amount: String
    /// In the order of the week.
    public let days: [PlanWeekday]
}

extension PlanTables {
    /// The rows of a week, counted from 1, in the order in which exercises are done on a day.
    public func rows(_ content: PlanContent, week number: Int, _ language: TextLanguage) -> [SeniorWeekRow] {
        ExercisePhase.allCases.flatMap { phase in
            content.lines.filter { $0.phase == phase }.map { line in
                let dose = WeekPlan.Amount(
                    kind: line.dose.kind, amount: line.dose.amount(inWeek: max(1, number)), times: line.dose.times)
                return SeniorWeekRow(
                    phase: phase, exercise: line.exercise, factor: line.factor,
                    name: name(of: line.exercise, language), amount: words.amount(dose, language), days: line.days)
            }
        }
    }

    /// What to heed, in short sentences: how hard, when to stop, when to come again.
    public func advice(_ content: PlanContent, _ language: TextLanguage) -> [String] {
        senior(content, week: 1, language).advice
    }
}

extension PlanContent {
    /// The number of the week in which a day lies; before the plan begins it is the first.
    public func week(on day: PlanDay) -> Int { max(0, begins.days(to: day)) / 7 + 1 }

    /// The plan without what made it: no level, no reason, no rule. All that leaves the office for a senior's screen.
    public var withoutReasons: PlanContent {
        PlanContent(
            level: nil, isFallRisk: false, reasons: [],
            lines: lines.map {
                PlanLine(
                    phase: $0.phase, exercise: $0.exercise, factor: $0.factor, position: $0.position, days: $0.days,
                    dose: $0.dose, sources: [])
            }, unfilled: [], effort: effort, rules: [], retest: retest, begins: begins)
    }
}
