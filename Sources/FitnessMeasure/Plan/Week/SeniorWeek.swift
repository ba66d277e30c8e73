/// A week in the senior's words, for a card of one page. No level, no rule, no table.
public struct SeniorWeek: Equatable, Sendable {
    public let title: String
    public let weekNumber: String
    public let days: [Day]
    /// Short sentences: how hard, when to stop, when to come again.
    public let advice: [String]

    public struct Day: Equatable, Sendable {
        public let name: String
        /// Empty on a day of rest; then ``rest`` says so.
        public let lines: [Line]
        public let rest: String?
    }

    /// `본운동 · 걷기 · 10분`.
    public struct Line: Equatable, Sendable {
        public let phase, exercise, amount: String

        public init(phase: String, exercise: String, amount: String) {
            (self.phase, self.exercise, self.amount) = (phase, exercise, amount)
        }
    }
}

extension PlanTables {
    /// The words for a week of a plan.
    public func senior(_ content: PlanContent, week number: Int, _ language: TextLanguage) -> SeniorWeek {
        let week = content.week(number)
        let effort = ["low": content.effort.lowest, "high": content.effort.highest]
        let advice: [PlanWords.Sentence] = [.talkTest, .stop, .pain, .support, .retest]
        return SeniorWeek(
            title: words[.title][language], weekNumber: words.fill(.weekNumber, ["n": week.week], language),
            days: week.days.map { day($0, language) },
            advice: [words.fill(.effort, effort, language)] + advice.map { words[$0][language] })
    }

    private func day(_ day: WeekPlan.Day, _ language: TextLanguage) -> SeniorWeek.Day {
        SeniorWeek.Day(
            name: words[day.weekday][language],
            lines: day.items.map { item in
                SeniorWeek.Line(
                    phase: words[item.phase][language], exercise: name(of: item.exercise, language),
                    amount: words.amount(item.amount, language))
            }, rest: day.items.isEmpty ? words[.restDay][language] : nil)
    }

    /// Our name of an exercise; one that a health centre added by hand has only the name that it was given.
    public func name(of exercise: ExerciseID, _ language: TextLanguage) -> String {
        notes[exercise]?.name[language] ?? exercise.rawValue
    }
}
