import FitnessMeasure

extension EvaluationPage {
    /// What was kept of the day beside the values: pressures, what the kiosk's gate said, answers, tests left out.
    struct KeptCard: Sendable {
        let pressures: [Pressure]
        let hasPressures: Bool
        let storedPressures: String?
        let decisions: [Decision]
        let hasDecisions: Bool
        let answers: [Answer]
        let hasAnswers: Bool
        let skips: [Skip]
        let hasSkips: Bool

        struct Pressure: Sendable {
            let when: String
            let value: String
            let how: String
            let marks: [StateWord]
        }

        struct Decision: Sendable {
            let when: String
            let state: StateWord
            /// Ids of rules, and what nobody looked at.
            let why: String?
            let tables: String
        }

        struct Answer: Sendable {
            let question: String
            let answer: String
        }

        struct Skip: Sendable {
            let test: String
            let reason: String
        }

        /// - Throws: `DecodingError` if a stored row is damaged.
        init(_ evaluated: PersonEvaluation, questions: ScreeningQuestions) throws {
            let day = evaluated.battery
            let origins = try day.pressures.map { try ReadingOrigin($0) }
            pressures = try zip(day.pressures, origins).map { try Pressure($0, $1) }
            storedPressures =
                origins.contains(where: \.isUndated) ? "언제 잰 것인지 확실하지 않은 혈압은 확인에 넣지 않았어요." : nil
            decisions = try day.gates.map(Decision.init)
            answers = evaluated.examination.answers.sorted { $0.key < $1.key }.map { id, answer in
                Answer(question: HealthWords.question(id, questions), answer: HealthWords.answer(answer))
            }
            skips = day.skips.map { Skip(test: TestWords.test($0.testId), reason: HealthWords.skip($0)) }
            (hasPressures, hasDecisions) = (!pressures.isEmpty, !decisions.isEmpty)
            (hasAnswers, hasSkips) = (!answers.isEmpty, !skips.isEmpty)
        }
    }
}

extension EvaluationPage.KeptCard.Pressure {
    fileprivate init(_ row: ReadingRow, _ origin: ReadingOrigin) throws {
        (when, value) = (KoreanTime.hour(row.takenAt), TestWords.values(try row.values()))
        (how, marks) = (OriginWords.line(origin), OriginWords.marks(origin))
    }
}

extension EvaluationPage.KeptCard.Decision {
    fileprivate init(_ gate: KeptGate) throws {
        (when, state, tables) = (KoreanTime.hour(gate.decidedAt), HealthWords.gate(gate.outcome), gate.tables)
        let words = try gate.rules() + gate.unchecked().map { HealthWords.unchecked($0) }
        why = words.isEmpty ? nil : words.joined(separator: " · ")
    }
}
