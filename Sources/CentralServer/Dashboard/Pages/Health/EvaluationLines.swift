import FitnessMeasure

extension EvaluationPage {
    /// One item of the national battery.
    struct ItemLine: Sendable {
        let test: String
        /// How the value came about; nothing where it was not measured on that day.
        let how: String?
        let value: String
        let level: Int
        let word: String
        let percentile: String
        let grade: String
        let trend: String?
        let marks: [StateWord]

        init(_ item: Evaluation.Item, _ evaluated: PersonEvaluation) {
            test = TestWords.test(item.test.rawValue)
            value = item.value.map { "\($0.shown)\(Self.unit(item.test))" } ?? "–"
            switch item.outcome {
            case .level(let found): (level, word) = (found.level, "\(found.level)단계")
            case .notEvaluated(let reason): (level, word) = (0, HealthWords.notEvaluable(reason))
            }
            percentile = item.percentile.map { "\($0.value)%" } ?? "–"
            grade = item.grade.map { $0.grade.map { "\($0)등급" } ?? "3등급 아래" } ?? "–"
            trend = HealthWords.trend(evaluated.trends[item.test], of: item.test, since: evaluated.before)
            let rows = [item.level?.row.origin, item.percentile?.row, item.grade?.row]
            let origin = TestItem(tested: item.test.rawValue).flatMap { evaluated.origins[$0] }
            how = origin.map(OriginWords.line)
            marks = (origin.map(OriginWords.marks) ?? []) + Marks.words(rows.compactMap { $0 })
        }

        /// Relative grip is a share of the weight, whatever the grip was measured in.
        private static func unit(_ test: FitnessTestID) -> String {
            test == .grip ? "%" : TestWords.unit(FitnessTest.named(test)?.items.first?.unit.rawValue ?? "")
        }
    }

    /// The batteries beside the national one, where they were done: SPPB, Senior Fitness Test, body mass.
    struct MeasureLine: Sendable {
        let name: String
        let how: String?
        let value: String
        let state: StateWord?
        let marks: [StateWord]

        static func all(_ evaluated: PersonEvaluation) -> [MeasureLine] {
            let evaluation = evaluated.evaluation
            return sppb(evaluation) + evaluation.seniorFitness.map { place($0, evaluated) }
                + body(evaluated)
        }

        private static func sppb(_ evaluation: Evaluation) -> [MeasureLine] {
            guard evaluation.sppb != nil || evaluation.sppbTotal != nil else { return [] }
            let part = { (part: SPPBScore.Part?) in part.map { "\($0.points)" } ?? "–" }
            let parts = evaluation.sppb.map {
                " (균형 \(part($0.balance)) · 걷기 \(part($0.gait)) · 의자 \(part($0.chair)))"
            }
            let total = evaluation.sppbTotal.map { "\($0)/12점" } ?? "끝까지 하지 않음"
            return [
                MeasureLine(
                    name: "간단 신체 기능 검사(SPPB)", how: nil, value: total + (parts ?? ""), state: nil,
                    marks: Marks.words(StaffView(evaluation).findings.first { $0.id == "sppb" }?.rows ?? []))
            ]
        }

        private static func place(_ place: SeniorFitnessPlace, _ evaluated: PersonEvaluation) -> MeasureLine {
            let value = evaluated.examination.amount(place.item).map { "\($0.shown)" } ?? "–"
            let standard = place.standard.map { $0.isMet ? " · 독립 생활 기준에 닿음" : " · 독립 생활 기준 아래" } ?? ""
            return MeasureLine(
                name: "\(TestWords.test(place.item.id)) (SFT)",
                how: evaluated.origins[place.item].map(OriginWords.line),
                value: "\(value) · 보통 \(place.low)–\(place.high)\(standard)", state: HealthWords.place(place.place),
                marks: Marks.words([place.row, place.standard?.row].compactMap { $0 }))
        }

        private static func body(_ evaluated: PersonEvaluation) -> [MeasureLine] {
            guard let mass = evaluated.evaluation.bodyMass else { return [] }
            return [
                MeasureLine(
                    name: TestWords.test("bmi"), how: evaluated.origins[.weight].map { "몸무게: " + OriginWords.line($0) },
                    value: "\(mass.value.shown) \(TestWords.unit("kg/m2")) · \(FlagWords.bodyMass(mass.id))",
                    state: nil, marks: Marks.words([mass.row]))
            ]
        }
    }

    /// Something that staff should know, with the rule that says so.
    struct FlagLine: Sendable {
        let id: String
        let name: String
        let value: String
        let limit: String
        let source: String
        let confidence: String
        let marks: [StateWord]

        init(_ flag: StaffFlag) {
            (id, name, value) = (flag.id, FlagWords.name(flag), "\(flag.value.shown)")
            limit = flag.limit.map { "\($0)" } ?? "–"
            (source, confidence) = (flag.row.source, HealthWords.confidence(flag.row.confidence))
            marks = Marks.words([flag.row])
        }
    }

    /// A table row that made a judgement.
    struct RowLine: Sendable {
        let id: String
        let result: String
        let row: String
        let source: String
        let confidence: String

        static func all(_ finding: StaffView.Finding) -> [RowLine] {
            finding.rows.map { row in
                RowLine(
                    id: finding.id, result: finding.result, row: "\(row.table):\(row.line)", source: row.source,
                    confidence: HealthWords.confidence(row.confidence))
            }
        }
    }
}
