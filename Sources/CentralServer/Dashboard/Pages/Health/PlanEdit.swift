import FitnessMeasure

/// What the form of a change says.
struct PlanEdit: Sendable {
    private let form: FormFields

    init(_ form: FormFields) { self.form = form }

    /// The latest content with the changes. Another level lets the rules choose the exercises anew; the other fields
    /// then count for the dates alone.
    /// - Throws: ``PageRefusal/badForm`` for what no page of ours sends, `PlanStepError.illegal` if the gate stopped.
    func content(of stored: StoredPlan, by tables: PlanTables) throws -> PlanContent {
        guard let latest = stored.plan.revisions.last else { throw PageRefusal.badForm }
        let level = try level()
        let isSame = level == latest.level
        let base = isSame ? try edited(latest, stored, tables) : try proposed(latest, stored, level, tables)
        return PlanContent(
            level: level, isFallRisk: base.isFallRisk, reasons: base.reasons, lines: base.lines,
            unfilled: base.unfilled, effort: base.effort, rules: base.rules, retest: try retest(latest),
            begins: latest.begins)
    }

    private func level() throws(PageRefusal) -> PlanLevel? {
        guard let text = form["level"], !text.isEmpty else { return nil }
        guard let level = PlanLevel(rawValue: text) else { throw .badForm }
        return level
    }

    private func proposed(
        _ latest: PlanContent, _ stored: StoredPlan, _ level: PlanLevel?, _ tables: PlanTables
    ) throws -> PlanContent {
        guard case .plan(let content) = tables.propose(stored.basis, from: latest.begins, level: level) else {
            throw PlanStepError.illegal(.change(to: stored.plan.latest + 1), in: stored.plan.state)
        }
        return content
    }

    private func edited(_ latest: PlanContent, _ stored: StoredPlan, _ tables: PlanTables) throws -> PlanContent {
        let kept = try latest.lines.enumerated().compactMap { try line($1, $0) }
        return PlanContent(
            level: latest.level, isFallRisk: latest.isFallRisk, reasons: latest.reasons,
            lines: Self.ordered(kept + added(stored, latest, tables)), unfilled: latest.unfilled,
            effort: latest.effort, rules: latest.rules, retest: latest.retest, begins: latest.begins)
    }

    /// A line as the form has it; nil if it was taken out.
    private func line(_ line: PlanLine, _ number: Int) throws(PageRefusal) -> PlanLine? {
        guard form["keep.\(number)"] == "1" else { return nil }
        guard let amount = whole("amount.\(number)"), let times = whole("times.\(number)"),
            let days = whole("days.\(number)"), (1...7).contains(days),
            let dose = line.dose.changed(amount: amount, times: times)
        else { throw .badForm }
        guard dose != line.dose || days != line.days.count else { return line }
        return PlanLine(
            phase: line.phase, exercise: line.exercise, factor: line.factor, position: line.position,
            days: days == line.days.count ? line.days : PlanWeekday.spread(days), dose: dose,
            sources: [.healthCentre] + line.sources.filter { $0 != .healthCentre })
    }

    private func added(_ stored: StoredPlan, _ latest: PlanContent, _ tables: PlanTables) -> [PlanLine] {
        guard let name = form["add"], !name.isEmpty, !latest.lines.contains(where: { $0.exercise.rawValue == name })
        else { return [] }
        let suited = tables.exercises(suiting: stored.basis, level: latest.level)
        let row = suited.first { $0.id.rawValue == name }
        return [row.flatMap { tables.line($0, daysAWeek: 2, level: latest.level) }].compactMap { $0 }
    }

    private func retest(_ latest: PlanContent) throws(PageRefusal) -> RetestWindow {
        guard let earliest = form["retest.earliest"].flatMap({ PlanDay($0) }),
            let latestDay = form["retest.latest"].flatMap({ PlanDay($0) })
        else { throw .badForm }
        let known = latest.retest
        if earliest == known.earliest, latestDay == known.latest { return known }
        guard let window = RetestWindow(earliest: earliest, latest: latestDay, .healthCentre) else { throw .badForm }
        return window
    }

    private func whole(_ name: String) -> Int? { form[name].flatMap { Int($0) } }

    private static func ordered(_ lines: [PlanLine]) -> [PlanLine] {
        ExercisePhase.allCases.flatMap { phase in lines.filter { $0.phase == phase } }
    }
}
