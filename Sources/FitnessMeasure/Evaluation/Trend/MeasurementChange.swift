/// How large a difference must be before it is one: the rest is noise of the test itself.
public struct MeasurementChange: Sendable {
    public static let table = "measurement_change.csv"

    private let thresholds: [String: Threshold]

    private struct Threshold: Sendable {
        let amount: DecimalValue
        let isPercent: Bool
        let row: ChangeRow
    }

    /// The table's statistics that say what a repeated test can differ by; others say what matters to people.
    private static let noise: Set = ["MDC", "MDC90", "MDC95_derived", "percent_change_assumed"]

    /// Too noisy to claim anything from two visits, whatever the row says.
    private static let neverClaimed: Set = ["chair_stand_5x", "one_leg_stance"]

    /// Reads the table; of several rows of a test the first counts, as the table's order is by preference.
    public init(csv: String) throws(CSVError) {
        var thresholds: [String: Threshold] = [:]
        for (row, origin) in try CSVTable(name: Self.table, text: csv).traced() {
            let (test, statistic) = (try row.text("test"), try row.text("statistic"))
            let amount = try row.decimal("value")
            guard Self.noise.contains(statistic), !Self.neverClaimed.contains(test), thresholds[test] == nil else {
                continue
            }
            let change = ChangeRow(test: test, statistic: statistic, value: amount, origin: origin)
            thresholds[test] = Threshold(
                amount: amount, isPercent: statistic == "percent_change_assumed", row: change)
        }
        self.thresholds = thresholds
    }

    /// What may be said of two results of a test in the test's unit: nil where the table has nothing to say.
    ///
    /// A change counts only beyond the threshold, not at it.
    public func statement(previous: DecimalValue, current: DecimalValue, test: FitnessTest) -> Trend? {
        guard let better = test.better, let id = test.changeID, let threshold = thresholds[id],
            let difference = current.minus(previous), let limit = limit(threshold, id, previous)
        else { return nil }
        guard difference.magnitude > limit else { return Trend(direction: .same, row: threshold.row) }
        let rose = difference.mantissa > 0
        let direction: Trend.Direction =
            rose == (better == .higher) ? .improved(by: difference.magnitude) : .less(by: difference.magnitude)
        return Trend(direction: direction, row: threshold.row)
    }

    /// The fast up-and-go keeps its fixed value only up to 8 s; above, 15 percent is more (the table's note).
    private func limit(_ threshold: Threshold, _ id: String, _ previous: DecimalValue) -> DecimalValue? {
        if threshold.isPercent { return share(threshold.amount, previous) }
        guard id == "tug_3m_fast" else { return threshold.amount }
        return share(DecimalValue(mantissa: 15), previous).map { $0 > threshold.amount ? $0 : threshold.amount }
    }

    private func share(_ percent: DecimalValue, _ value: DecimalValue) -> DecimalValue? {
        value.magnitude.times(percent)?.times(DecimalValue(mantissa: 1, exponent: -2))
    }
}
