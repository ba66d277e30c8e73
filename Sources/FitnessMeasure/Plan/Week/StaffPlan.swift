extension PlanTables {
    /// A plan as text for staff: every line with its table rows, what is not sure marked so.
    public func staffText(_ content: PlanContent, _ language: TextLanguage) -> String {
        let heads = [levelLine(content, language)] + reasons(content, language)
        let lines = content.lines.map { line($0, language) }
        let unfilled = content.unfilled.map(\.rawValue).joined(separator: ", ")
        let gaps = unfilled.isEmpty ? [] : ["\(words[.unfilled][language]): \(unfilled)"]
        let rules =
            ["\(words[PlanWords.StaffWord.rules][language]):"]
            + content.rules.map {
                "- \($0.id): \($0.text) \(mark($0.source, language))"
            }
        let window = "\(content.retest.earliest) – \(content.retest.latest)"
        let retest =
            "\(words[PlanWords.StaffWord.retest][language]): \(window) \(mark(content.retest.source, language))"
        return (heads + lines + gaps + rules + [retest]).joined(separator: "\n")
    }

    private func levelLine(_ content: PlanContent, _ language: TextLanguage) -> String {
        let level = content.level?.rawValue ?? words[.levelOpen][language]
        let risk = content.isFallRisk ? ", \(words[.fallRisk][language])" : ""
        return "\(words[.level][language]): \(level)\(risk)"
    }

    private func reasons(_ content: PlanContent, _ language: TextLanguage) -> [String] {
        content.reasons.map { "\(words[.reasons][language]): \($0.rule) \(mark($0.source, language))" }
    }

    private func line(_ line: PlanLine, _ language: TextLanguage) -> String {
        let amount = words.amount(
            WeekPlan.Amount(kind: line.dose.kind, amount: line.dose.amount, times: line.dose.times), language)
        let growth = line.dose.target > line.dose.amount ? " → \(line.dose.target)" : ""
        let days = line.days.map { words[$0][language] }.joined(separator: " ")
        let sources = line.sources.map { mark($0, language) }.joined(separator: " ")
        let name = "\(words[line.phase][language]) · \(line.exercise.rawValue) (\(line.factor.rawValue))"
        return "- \(name) · \(amount)\(growth) · \(days) \(sources)"
    }

    /// `[vivifrail_levels.csv:3 found]`, with a word where it was not read in a source.
    private func mark(_ source: PlanSource, _ language: TextLanguage) -> String {
        let unsure = source.isUnsure ? ", \(words[.unsure][language])" : ""
        return "[\(source.table):\(source.line) \(source.confidence.rawValue)\(unsure)]"
    }
}
