import FitnessMeasure

extension EvaluationPage {
    /// The estimated grade, never without its label.
    struct GradeCard: Sendable {
        let value: String
        let label = GradeRules.label
        let reasons: [Reason]

        struct Reason: Sendable { let text: String }

        init(_ estimate: GradeEstimate) {
            switch estimate.outcome {
            case .grade(let grade, let reason):
                value = "\(grade)등급"
                reasons = [Reason(text: HealthWords.reason(reason))]
            case .notGradable(let obstacles, let possible):
                value = "등급을 매길 수 없어요"
                let could = possible.map { "\($0)" }.joined(separator: ", ")
                reasons =
                    obstacles.map { Reason(text: HealthWords.obstacle($0)) }
                    + (possible.isEmpty ? [] : [Reason(text: "더 재면 \(could)등급 가운데 하나예요")])
            }
        }
    }

    /// What the gate said, with the rules that were crossed.
    struct GateCard: Sendable {
        let state: StateWord
        let rules: [Rule]
        let unchecked: [Unchecked]

        struct Rule: Sendable {
            let id: String
            let value: String?
            let outcome: String
            let action: String
            let marks: [StateWord]
        }

        struct Unchecked: Sendable { let text: String }

        init(_ gate: GateJudgement) {
            let isUnknown = gate.outcome == .go && !gate.unchecked.isEmpty
            state = isUnknown ? HealthWords.openUnchecked : HealthWords.gate(gate.outcome)
            rules = gate.crossed.map { rule in
                Rule(
                    id: rule.id, value: rule.value.map { "\($0) (한계 \(rule.limit.map(String.init) ?? "–"))" },
                    outcome: HealthWords.gate(rule.outcome).word, action: rule.action,
                    marks: Marks.words(rule.rows))
            }
            unchecked = gate.unchecked.map { Unchecked(text: HealthWords.unchecked($0)) }
        }
    }

    /// What the senior is told: no grade, no flag, no rule.
    struct SeniorCard: Sendable {
        let lines: [Line]
        let hasLines: Bool
        let strength: String?
        let workOn: String?

        struct Line: Sendable {
            let test: String
            let level: Int
            let word: String
            let encouragement: String
        }

        init(_ words: FitnessMeasure.SeniorWords) {
            lines = words.items.map {
                Line(
                    test: TestWords.test($0.test.rawValue), level: $0.words.level, word: $0.words.korean,
                    encouragement: $0.words.encouragement)
            }
            hasLines = !lines.isEmpty
            strength = words.strength.map { TestWords.test($0.rawValue) }
            workOn = words.workOn.map { TestWords.test($0.rawValue) }
        }
    }
}

/// The doubts about rows, each once.
enum Marks {
    static func words(_ rows: [TableRow]) -> [StateWord] {
        var words: [StateWord] = []
        for mark in rows.compactMap(\.mark) {
            let word = HealthWords.mark(mark)
            if !words.contains(word) { words.append(word) }
        }
        return words
    }
}
