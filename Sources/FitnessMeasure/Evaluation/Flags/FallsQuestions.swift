/// The three questions about falls; one yes is enough to look closer.
struct FallsQuestions {
    private let questions: [(id: String, rule: FlagRule)]

    init(_ questions: ScreeningQuestions) throws(CSVError) {
        var found: [(id: String, rule: FlagRule)] = []
        for order in 1...3 {
            let id = ScreeningQuestions.id("3KQ falls", "\(order)")
            guard let topic = questions.topics[id] else {
                throw CSVError(ScreeningQuestions.table, 1, .missingRow("3KQ falls \(order)"))
            }
            found.append((id, FlagRule("falls.3kq", limit: DecimalValue(mantissa: 1), row: topic.row)))
        }
        self.questions = found
    }

    func flag(_ answers: [String: ScreeningAnswer]) -> StaffFlag? {
        let said = questions.filter { answers[$0.id] == .yes }
        return said.first.map { first in
            StaffFlag(rule: first.rule, value: ExactAmount(DecimalValue(mantissa: Int64(said.count))))
        }
    }
}
