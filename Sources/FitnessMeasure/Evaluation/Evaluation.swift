/// What an examination amounts to by one version of the reference tables. The same examination and tables always make
/// the same evaluation.
///
/// It is shown in two ways that share nothing but this: ``SeniorWords`` and ``StaffView``.
public struct Evaluation: Equatable, Sendable {
    /// The version of the tables, to make the evaluation again.
    public let tables: String
    /// The national programme's items that were measured, in the order of the battery.
    public let items: [Item]
    public let grade: GradeEstimate
    public let gate: GateJudgement
    /// For staff only.
    public let flags: [StaffFlag]
    /// Results of the Senior Fitness Test; for staff only.
    public let seniorFitness: [SeniorFitnessPlace]
    /// Nil if nothing of that battery was done.
    public let sppb: SPPBScore?
    /// 0 to 12: scored here, or as somebody else scored it; nil unless all three parts are known.
    public let sppbTotal: Int?
    /// The class of body mass, also an ordinary one; for staff only.
    public let bodyMass: StaffFlag?
    /// The item with the highest level, if that is 3 or more; of equals, the one that comes first in the battery.
    public let strength: FitnessTestID?
    /// The item with the lowest level, if that is 3 or less and it is not the strength; of equals, the first.
    public let workOn: FitnessTestID?

    /// One item's outcome: what its tables say, or why there is no level.
    public struct Item: Equatable, Sendable {
        public let test: FitnessTestID
        public let value: ExactAmount?
        public let outcome: Outcome
        /// By the official cut-offs for this item alone; nil where the table does not have it.
        public let grade: ItemGrade?
        public let percentile: Percentile?
        public var level: ItemLevel? { if case .level(let level) = outcome { level } else { nil } }
    }

    public enum Outcome: Equatable, Sendable {
        case level(ItemLevel)
        case notEvaluated(NotEvaluable)
    }

    /// Evaluates all that is known of somebody.
    public init(_ examination: Examination, by tables: FitnessTables) {
        let judge = Judge(examination, tables)
        self.tables = tables.version
        items = judge.items()
        grade = judge.grade(items)
        gate = tables.gate.judge(examination)
        sppb = tables.sppb.score(examination)
        sppbTotal = sppb?.total ?? examination.values[.sppbTotal]?.wholeNumber
        (flags, seniorFitness, bodyMass) = judge.staffFindings(sppbTotal)
        strength = Self.strength(items)
        workOn = Self.workOn(items, besides: strength)
    }

    /// Evaluates results of a visit; of several trials of a test the best counts.
    public init(_ results: [TestResult], for person: EvaluatedPerson, by tables: FitnessTables) {
        self.init(Examination(results, of: person), by: tables)
    }

    private static func strength(_ items: [Item]) -> FitnessTestID? {
        var best: (level: Int, index: Int)?
        for index in items.indices {
            guard let level = items[index].level?.level, level >= 3, level > best?.level ?? 0 else { continue }
            best = (level, index)
        }
        return best.map { items[$0.index].test }
    }

    private static func workOn(_ items: [Item], besides strength: FitnessTestID?) -> FitnessTestID? {
        var worst: (level: Int, index: Int)?
        for index in items.indices {
            guard let level = items[index].level?.level, level <= 3, level < worst?.level ?? 6,
                items[index].test != strength
            else { continue }
            worst = (level, index)
        }
        return worst.map { items[$0.index].test }
    }
}
