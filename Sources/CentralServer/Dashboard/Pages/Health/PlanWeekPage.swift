import FitnessMeasure

/// The week on one sheet of paper: large words for the senior.
struct PlanWeekPage: Sendable {
    let crumbs: SeniorCrumbs
    let sentence: String
    let week: String
    let weekdays: [Day]
    let rows: [Line]
    let advice: [Told]
    let backPath: String

    struct Day: Sendable { let word: String }
    struct Told: Sendable { let text: String }

    struct Line: Sendable {
        /// Before the first exercise of each part.
        let phase: String?
        let icon: String
        let name: String
        let amount: String
        let days: [Mark]
    }

    struct Mark: Sendable { let isOn: Bool }

    init(_ content: PlanContent, crumbs: SeniorCrumbs, tables: PlanTables, today: PlanDay) {
        let number = content.week(on: today)
        self.crumbs = crumbs
        sentence = "\(crumbs.name) 어르신의 이번 주 운동"
        week = "\(number)주째"
        weekdays = PlanWeekday.allCases.map { Day(word: String(tables.words[$0][.korean].prefix(1))) }
        let found = tables.rows(content, week: number, .korean)
        rows = found.enumerated().map { index, row in
            Line(
                phase: index > 0 && found[index - 1].phase == row.phase ? nil : tables.words[row.phase][.korean],
                icon: Self.icon(row.factor), name: row.name, amount: row.amount,
                days: PlanWeekday.allCases.map { Mark(isOn: row.days.contains($0)) })
        }
        advice = tables.advice(content, .korean).map { Told(text: $0) }
        backPath = crumbs.path + "/plan"
    }

    /// A ligature of Material Icons.
    private static func icon(_ factor: FitnessFactor) -> String {
        switch factor {
        case .cardio: "directions_walk"
        case .upperStrength, .trunkStrength: "fitness_center"
        case .lowerStrength: "event_seat"
        case .balance, .coordination: "accessibility"
        case .flexibility, .body, .vital: "self_improvement"
        }
    }
}
