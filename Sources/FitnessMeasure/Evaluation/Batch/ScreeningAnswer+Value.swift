extension ScreeningAnswer {
    /// true or false, "yes" or "no", 1 or 0; points of 0 to 2 where a question has points; a count of illnesses.
    init?(_ value: JSONText, to question: String) {
        switch value {
        case .number(let number): self.init(number, to: question)
        case _ where Self.hasPoints(question): return nil
        case .bool(let isYes): self = isYes ? .yes : .no
        case .string("yes"): self = .yes
        case .string("no"): self = .no
        default: return nil
        }
    }

    private init?(_ number: DecimalValue, to question: String) {
        guard let whole = number.wholeNumber, whole >= 0 else { return nil }
        switch question {
        case "k_frail_4", "frail_j_4": self = whole >= 5 ? .yes : .no
        case _ where Self.hasPoints(question):
            guard whole <= 2 else { return nil }
            self = .points(whole)
        default:
            guard whole <= 1 else { return nil }
            self = whole == 1 ? .yes : .no
        }
    }

    private static func hasPoints(_ question: String) -> Bool { question.hasPrefix("sarc_f_") }
}
