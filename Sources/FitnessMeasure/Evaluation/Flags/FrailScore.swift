/// The five questions of FRAIL, one point each for yes.
public struct FrailScore: Sendable {
    private let bands: [Band]
    /// Questions of the two published sets, in order.
    private let sets: [[String]]

    private struct Band: Sendable {
        let points: ClosedRange<Int>
        let rule: FlagRule
    }

    /// Takes its questions and its bands (`0 robust; 1-2 pre-frail; 3-5 frail`) from the table of questions.
    init(_ questions: ScreeningQuestions) throws(CSVError) {
        guard let topic = questions.topics[ScreeningQuestions.id("FRAIL_score", "0")] else {
            throw CSVError(ScreeningQuestions.table, 1, .missingRow("FRAIL_score"))
        }
        var bands: [Band] = []
        for part in topic.text.split(separator: ";") {
            let words = part.split(separator: " ")
            let ends = words.first.map { $0.split(separator: "-").compactMap { Int($0) } } ?? []
            guard words.count == 2, let low = ends.first, let high = ends.last, low <= high,
                low == (bands.last?.points.upperBound ?? -1) + 1
            else { throw CSVError(ScreeningQuestions.table, topic.row.line, .badNumber(column: "topic")) }
            let id = "frail." + ScreeningQuestions.normalized(String(words[1]))
            let rule = FlagRule(id, limit: DecimalValue(mantissa: Int64(low)), row: topic.row)
            bands.append(Band(points: low...high, rule: rule))
        }
        self.bands = bands
        sets = ["K-FRAIL", "FRAIL-J"].map { set in (1...5).map { ScreeningQuestions.id(set, "\($0)") } }
    }

    /// A flag from one point on; nil for none, and as long as open answers could still change the band.
    func flag(_ answers: [String: ScreeningAnswer]) -> StaffFlag? {
        for ids in sets {
            let given = ids.compactMap { answers[$0] }
            guard !given.isEmpty else { continue }
            let points = given.count { $0 == .yes }
            guard points > 0, let band = band(points), band.points.contains(points + ids.count - given.count) else {
                return nil
            }
            return StaffFlag(rule: band.rule, value: ExactAmount(DecimalValue(mantissa: Int64(points))))
        }
        return nil
    }

    private func band(_ points: Int) -> Band? { bands.first { $0.points.contains(points) } }
}
