/// What a health centre chooses from when it changes a plan by hand.
extension PlanTables {
    /// Exercises of the main part that suit a person at a level, by the same rules as a proposal's.
    public func exercises(suiting basis: PlanBasis, level chosen: PlanLevel?) -> [PrescribedExercise] {
        let choice = ExerciseChoice(basis, PlanLevelDecision(basis, by: levels, chosen: chosen), self)
        return FitnessFactor.allCases.flatMap { choice.pick(exercises.rows.count, .main, $0) }
    }

    /// An exercise with the dose that begins at a level; nil for one without a note.
    public func line(_ row: PrescribedExercise, daysAWeek: Int, level: PlanLevel?) -> PlanLine? {
        guard let note = notes[row.id] else { return nil }
        let dose = doses.row(note.dose, level ?? .a)
        return PlanLine(
            phase: row.phase, exercise: row.id, factor: row.factor, position: row.position,
            days: PlanWeekday.spread(daysAWeek), dose: dose.dose,
            sources: [.healthCentre, row.source, note.source, dose.source])
    }
}

extension PlanDose {
    /// The same exercise, so much and so often; it grows no further than before, or not at all. Nil for what is no dose.
    public func changed(amount: Int, times: Int) -> PlanDose? {
        PlanDose(kind: kind, amount: amount, times: times, step: step, target: max(amount, target))
    }
}
