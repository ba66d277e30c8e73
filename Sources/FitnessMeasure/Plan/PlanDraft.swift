/// Puts a plan together: weakest two factors first, warm-up, main part, cool-down.
struct PlanDraft {
    private let basis: PlanBasis
    private let tables: PlanTables
    private let decision: PlanLevelDecision
    private let choice: ExerciseChoice

    init(_ basis: PlanBasis, _ tables: PlanTables, level chosen: PlanLevel?) {
        (self.basis, self.tables) = (basis, tables)
        decision = PlanLevelDecision(basis, by: tables.levels, chosen: chosen)
        choice = ExerciseChoice(basis, decision, tables)
    }

    func content(from day: PlanDay) -> PlanContent {
        let main = mainLines
        let filled = Set(main.map(\.factor))
        var rules = tables.rules.rules
        // The rule that bars the floor belongs to those whom it bars.
        if !ExerciseChoice.barsFloor(basis, decision) { rules.removeAll { $0.id == "no_floor" } }
        guard let retest = tables.rules["retest"] else { preconditionFailure("checked when the table was read") }
        return PlanContent(
            level: decision.level, isFallRisk: decision.isFallRisk, reasons: decision.reasons,
            lines: around(main), unfilled: weak.filter { !filled.contains($0) }, effort: tables.rules.effort,
            rules: rules, retest: RetestWindow(after: day, retest.source), begins: day)
    }

    /// The two weakest factors.
    private var weak: [FitnessFactor] { Array(basis.weakest.prefix(2)) }

    /// How many exercises of a factor; a weak one gets one more.
    private func share(of factor: FitnessFactor) -> Int {
        let extra = weak.contains(factor) ? 1 : 0
        switch factor {
        case .lowerStrength: return (decision.careful >= .c ? 2 : 1) + extra
        case .upperStrength, .trunkStrength: return 1 + extra
        case .balance: return (decision.isFallRisk ? 2 : 1) + extra
        case .flexibility, .coordination, .cardio: return extra
        case .body, .vital: return 0
        }
    }

    private var mainLines: [PlanLine] {
        let all: [FitnessFactor] = [
            .lowerStrength, .upperStrength, .trunkStrength, .balance, .coordination, .flexibility, .cardio,
        ]
        let order = weak + all.filter { !weak.contains($0) }
        let walking = walkingLine.map { [$0] } ?? []
        return order.flatMap { factor in
            let rows = choice.pick(share(of: factor), .main, factor, without: [.walking])
            let lines = rows.compactMap { line($0, guideline(for: factor)) }
            return factor == .cardio ? walking + lines : lines
        }
    }

    /// Strength twice a week, balance three times; for fall risk both in three sessions (Otago).
    private func guideline(for factor: FitnessFactor) -> ExerciseGuidelines.Row {
        if decision.isFallRisk { return .fallRiskSession }
        switch factor {
        case .balance, .coordination: return .balance
        case .lowerStrength, .upperStrength, .trunkStrength, .flexibility, .cardio, .body, .vital: return .strength
        }
    }

    private func line(_ row: PrescribedExercise, _ guideline: ExerciseGuidelines.Row) -> PlanLine? {
        guard let note = tables.notes[row.id] else { return nil }
        let frequency = tables.guidelines[guideline]
        let dose = tables.doses.row(note.dose, decision.careful)
        return PlanLine(
            phase: row.phase, exercise: row.id, factor: row.factor, position: row.position,
            days: PlanWeekday.spread(frequency.daysPerWeek ?? 0), dose: dose.dose,
            sources: [row.source, note.source, frequency.source, dose.source])
    }

    /// Everybody walks: minutes grow towards the guidelines' 150 a week; for fall risk on two days (Otago). Nil if
    /// walking is not to be had.
    private var walkingLine: PlanLine? {
        let row = tables.exercises.rows.first { $0.id == .walking && $0.phase == .main }
        guard let row, basis.positions.contains(row.position) else { return nil }
        let frequency = tables.guidelines[decision.isFallRisk ? .fallRiskWalking : .dailyWalking]
        let dose = tables.doses.walking(decision.careful)
        let days =
            decision.isFallRisk ? [PlanWeekday.tuesday, .thursday] : PlanWeekday.spread(frequency.daysPerWeek ?? 0)
        return PlanLine(
            phase: .main, exercise: row.id, factor: row.factor, position: row.position, days: days,
            dose: dose.dose,
            sources: [
                row.source, frequency.source, tables.guidelines[.aerobic].source,
                tables.guidelines[.koreanAerobic].source, dose.source,
            ])
    }

    /// Two stretches before and two after, on every day with more than walking.
    private func around(_ main: [PlanLine]) -> [PlanLine] {
        let busy = Set(main.filter { $0.exercise != .walking }.flatMap(\.days))
        let days = PlanWeekday.allCases.filter(busy.contains)
        guard !days.isEmpty else { return main }
        let before = choice.pick(2, .warmUp, .flexibility)
        let after = choice.pick(2, .coolDown, .flexibility, without: Set(before.map(\.id)))
        let frame = { (rows: [PrescribedExercise]) in
            rows.compactMap { line($0, decision.isFallRisk ? .fallRiskSession : .strength) }.map { $0.on(days) }
        }
        return frame(before) + main + frame(after)
    }
}

extension PlanLine {
    fileprivate func on(_ days: [PlanWeekday]) -> PlanLine {
        PlanLine(
            phase: phase, exercise: exercise, factor: factor, position: position, days: days, dose: dose,
            sources: sources)
    }
}
