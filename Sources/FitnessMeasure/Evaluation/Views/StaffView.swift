/// What staff and the health centre see of an evaluation: every judgement with its value, its limit and the rows that
/// made it.
public struct StaffView: Equatable, Sendable {
    /// The version of the tables.
    public let tables: String
    /// Stands beside the grade wherever it is shown.
    public let gradeLabel = GradeRules.label
    public let grade: GradeEstimate.Outcome
    public let gate: GateOutcome
    public let findings: [Finding]

    /// One judgement.
    public struct Finding: Equatable, Sendable {
        /// `chair_stand_30s.level`, `awgs2019.grip`, `gate.kspo_bp_sys`.
        public let id: String
        /// What was measured, as it is shown; nil for answers and rules.
        public let value: DecimalValue?
        /// What came out: a level, a grade, a percentile, a class.
        public let result: String
        /// The bound of the row that decided.
        public let limit: DecimalValue?
        public let rows: [TableRow]
        /// What staff must know before they rely on it.
        public var marks: [StaffMark] { rows.compactMap(\.mark) }
    }

    public init(_ evaluation: Evaluation) {
        (tables, grade, gate) = (evaluation.tables, evaluation.grade.outcome, evaluation.gate.outcome)
        findings =
            evaluation.items.flatMap(Finding.all) + Finding.all(evaluation.grade) + Finding.all(evaluation.gate)
            + evaluation.seniorFitness.map(Finding.init) + evaluation.flags.map(Finding.init)
            + Finding.all(evaluation.sppb)
    }
}

extension StaffView.Finding {
    fileprivate static func all(_ item: Evaluation.Item) -> [Self] {
        let (id, value) = (item.test.rawValue, item.value?.shown)
        var findings: [Self] = []
        if let level = item.level {
            let rows = [level.row.origin]
            findings.append(
                Self(id: id + ".level", value: value, result: "\(level.level)", limit: level.from, rows: rows))
        }
        if let percentile = item.percentile {
            let (result, rows) = (percentile.value.description, [percentile.row])
            findings.append(Self(id: id + ".percentile", value: value, result: result, limit: nil, rows: rows))
        }
        if let grade = item.grade { findings.append(Self(grade, value)) }
        return findings
    }

    private init(_ grade: ItemGrade, _ value: DecimalValue?) {
        self.init(
            id: grade.item.id + ".grade", value: value, result: grade.grade.map { "\($0)" } ?? "below 3",
            limit: grade.cutoff, rows: [grade.row])
    }

    fileprivate static func all(_ estimate: GradeEstimate) -> [Self] {
        let absolute = estimate.items.filter { $0.item == .gripAbsolute }.map { Self($0, nil) }
        let result = estimate.grade.map { "\($0) (\(GradeRules.label))" } ?? estimate.reasonCode
        let whole = Self(id: "grade", value: nil, result: result, limit: nil, rows: [estimate.rule])
        return absolute + [whole]
    }

    fileprivate static func all(_ gate: GateJudgement) -> [Self] {
        gate.crossed.map { rule in
            Self(
                id: "gate." + rule.id, value: rule.value, result: rule.outcome.rawValue, limit: rule.limit,
                rows: rule.rows)
        }
    }

    fileprivate init(_ place: SeniorFitnessPlace) {
        self.init(
            id: "sft." + place.item.id, value: nil, result: place.place.rawValue, limit: place.low,
            rows: [place.row, place.standard?.row].compactMap { $0 })
    }

    fileprivate init(_ flag: StaffFlag) {
        self.init(id: flag.id, value: flag.value.shown, result: "flag", limit: flag.limit, rows: [flag.row])
    }

    fileprivate static func all(_ score: SPPBScore?) -> [Self] {
        guard let score else { return [] }
        let result = score.total.map { "\($0)" } ?? "incomplete"
        return [Self(id: "sppb", value: nil, result: result, limit: nil, rows: score.rows)]
    }
}

extension GradeEstimate {
    /// The reason as codes: what decided the grade, or what is missing, separated by commas.
    public var reasonCode: String {
        switch outcome {
        case .grade(_, let reason): reason.rawValue
        case .notGradable(let obstacles, _): obstacles.map(\.code).joined(separator: ",")
        }
    }
}

extension GradeObstacle {
    public var code: String {
        switch self {
        case .tooYoung(let begins): "under_\(begins)"
        case .missing(let factor): "missing_" + factor.rawValue
        case .weightMissing: "weight_missing"
        case .absoluteGripMissing: "absolute_grip_missing"
        }
    }
}
