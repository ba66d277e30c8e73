/// Chooses exercises: by how often the national programme prescribes them to that sex, of equals the earlier row. The
/// same facts always give the same exercises.
struct ExerciseChoice {
    private let tables: PlanTables
    private let sex: Sex
    private let level: PlanLevel
    private let positions: Set<ExercisePosition>

    /// Seconds of the usual up and go from which nobody goes down to the floor (rule `no_floor`).
    private static let noFloorUpAndGo = DecimalValue(mantissa: 12)

    init(_ basis: PlanBasis, _ decision: PlanLevelDecision, _ tables: PlanTables) {
        (self.tables, sex, level) = (tables, basis.sex, decision.careful)
        let isBarred = Self.barsFloor(basis, decision)
        positions = isBarred ? basis.positions.subtracting([.floor, .jump, .water]) : basis.positions
    }

    /// No floor, jump or water for A and B, without a level, after a fracture, with a slow up and go, or where the gate
    /// let only part of the tests pass.
    static func barsFloor(_ basis: PlanBasis, _ decision: PlanLevelDecision) -> Bool {
        let isSlow = basis.usualUpAndGo.map { $0.value.value >= noFloorUpAndGo } ?? false
        return (decision.level ?? .a) <= .b || basis.hasRecentFracture || isSlow || basis.gate != .go
    }

    /// At most so many exercises of a factor; fewer where there are no more that suit.
    func pick(
        _ count: Int, _ phase: ExercisePhase, _ factor: FitnessFactor, without taken: Set<ExerciseID> = []
    ) -> [PrescribedExercise] {
        let rows = tables.exercises.rows.enumerated().filter { _, row in
            row.phase == phase && row.factor == factor && !taken.contains(row.id) && suits(row)
        }
        let sorted = rows.sorted { a, b in
            let (left, right) = (a.element.count(for: sex), b.element.count(for: sex))
            return left == right ? a.offset < b.offset : left > right
        }
        return sorted.prefix(count).map(\.element)
    }

    private func suits(_ row: PrescribedExercise) -> Bool {
        guard let note = tables.notes[row.id] else { return false }
        return positions.contains(row.position) && note.from <= level
    }
}
