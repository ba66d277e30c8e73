/// Chair stands below the average of one's age, which goes with a higher risk of falling (CDC STEADI).
public struct StandingBelowAverage: Sendable {
    public static let table = "steadi_chair_stand.csv"

    private var bands = BandedTable<FlagRule>()

    public init(csv: String) throws(CSVError) {
        for (row, origin) in try CSVTable(name: Self.table, text: csv).traced() {
            guard try row.text("grade_or_percentile") == "below_average_if_less_than" else {
                throw row.fault(.badWord(column: "grade_or_percentile"))
            }
            let item = try row.item()
            let rule = FlagRule("steadi." + item.ruleName, item, limit: try row.decimal("value"), row: origin)
            guard bands.add(rule, item, try row.word("sex"), try row.ages()) else {
                throw row.fault(.inconsistent)
            }
        }
    }

    /// Nil at or above the average, and for ages that the table does not have.
    func flag(_ stands: ExactAmount, sex: Sex, age: Int) -> StaffFlag? {
        guard let rule = bands.content(.chairStand, sex, age: age), let limit = rule.limit, stands.isBelow(limit) else {
            return nil
        }
        return StaffFlag(rule: rule, value: stands)
    }
}
