/// One week of a plan in four languages: all that a senior's card shows, and nothing of what made the plan.
public struct PlanSheet: Equatable, Sendable {
    /// Counted from 1.
    public let week: Int
    public let weekWords: LocalText
    /// In the order in which exercises are done on a day.
    public let rows: [Row]
    /// Short sentences: how hard, when to stop, when to come again.
    public let advice: [LocalText]

    public struct Row: Equatable, Sendable {
        public let phase: LocalText
        public let exercise: ExerciseID
        public let factor: FitnessFactor
        public let name: LocalText
        /// `10번씩 2차례`
        public let amount: LocalText
        /// In the order of the week.
        public let days: [PlanWeekday]

        public init(
            phase: LocalText, exercise: ExerciseID, factor: FitnessFactor, name: LocalText, amount: LocalText,
            days: [PlanWeekday]
        ) {
            (self.phase, self.exercise, self.factor) = (phase, exercise, factor)
            (self.name, self.amount, self.days) = (name, amount, days)
        }
    }

    public init(week: Int, weekWords: LocalText, rows: [Row], advice: [LocalText]) {
        (self.week, self.weekWords, self.rows, self.advice) = (week, weekWords, rows, advice)
    }
}

extension PlanTables {
    /// The week in which a day lies.
    public func sheet(_ content: PlanContent, on day: PlanDay) -> PlanSheet {
        let week = content.week(on: day)
        let rows = LocalText.each { self.rows(content, week: week, $0) }
        let advice = LocalText.each { self.advice(content, $0) }
        return PlanSheet(
            week: week, weekWords: LocalText { words.fill(.weekNumber, ["n": week], $0) },
            rows: rows(.korean).indices.map { index in
                PlanSheet.Row(
                    phase: words[rows(.korean)[index].phase], exercise: rows(.korean)[index].exercise,
                    factor: rows(.korean)[index].factor, name: LocalText { rows($0)[index].name },
                    amount: LocalText { rows($0)[index].amount }, days: rows(.korean)[index].days)
            }, advice: advice(.korean).indices.map { index in LocalText { advice($0)[index] } })
    }
}

extension LocalText {
    /// What a sentence is in each language.
    init(_ text: (TextLanguage) -> String) {
        self.init(ko: text(.korean), en: text(.english), zh: text(.chinese), ja: text(.japanese))
    }

    /// A value for each language, made once.
    fileprivate static func each<Value>(_ make: (TextLanguage) -> Value) -> (TextLanguage) -> Value {
        let (ko, en, zh, ja) = (make(.korean), make(.english), make(.chinese), make(.japanese))
        return { language in
            switch language {
            case .korean: ko
            case .english: en
            case .chinese: zh
            case .japanese: ja
            }
        }
    }
}
