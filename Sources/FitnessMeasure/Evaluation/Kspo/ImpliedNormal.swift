import Foundation

/// The normal distribution that the official cut-offs imply, for a percentile between them.
///
/// The mean is the cut-off of grade 2, the deviation that of grades 1 and 3 apart; so it is derived, not measured.
public struct ImpliedNormal: Sendable {
    public static let table = "kspo_senior_implied_normal.csv"

    private var bands = BandedTable<Model>()

    private struct Model: Sendable {
        let mean, deviation: Double
        let better: Better
        let row: TableRow
    }

    /// Reads the table; deviations must be above zero.
    public init(csv: String) throws(CSVError) { try self.init(csv: csv, marks: .none) }

    init(csv: String, marks: StaffMarks) throws(CSVError) {
        for (row, origin) in try CSVTable(name: Self.table, text: csv).traced() {
            let item = try row.item()
            let model = Model(
                mean: try row.decimal("mean").approximation, deviation: try row.decimal("sd").approximation,
                better: try row.word("better"), row: marks.marked(origin, item))
            guard model.deviation > 0, bands.add(model, item, try row.word("sex"), try row.ages()) else {
                throw row.fault(.inconsistent)
            }
        }
    }

    /// The share of people of the same sex and age whose result is worse. Nil where the table is silent.
    public func percentile(_ item: TestItem, sex: Sex, age: Int, amount: ExactAmount) -> Percentile? {
        guard let model = bands.content(item, sex, age: age) else { return nil }
        let distance = (amount.approximation - model.mean) / model.deviation
        let share = erfc((model.better == .higher ? -distance : distance) / 2.0.squareRoot()) / 2
        return Percentile(tenths: Int((share * 1000).rounded(.toNearestOrAwayFromZero)), row: model.row)
    }
}

/// 0.0 to 100.0; more is better for the person, whatever is measured.
public struct Percentile: Equatable, Sendable {
    /// Tenths of a percent.
    public let tenths: Int
    public let row: TableRow

    /// With one decimal.
    public var value: DecimalValue { DecimalValue(mantissa: Int64(tenths), exponent: -1) }
}
