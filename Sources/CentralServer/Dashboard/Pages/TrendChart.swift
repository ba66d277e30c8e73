import Foundation
import SyncWire

/// One test over time, drawn from a senior's readings.
struct TrendChart: Sendable {
    let title: String
    let json: String
    let words: String
    let simulated: Bool

    /// Points in one chart.
    private static let points = 10
    /// Charts on one page: those with the most points.
    private static let charts = 3
    /// Lines in one chart: more would cover each other's numbers.
    private static let lines = 2

    /// - Parameter readings: the newest first.
    static func all(_ readings: [ReadingRow]) throws -> [TrendChart] {
        try Dictionary(grouping: readings, by: \.testId)
            .filter { $0.value.count > 1 }
            .sorted { ($0.value.count, $1.key) > ($1.value.count, $0.key) }
            .prefix(charts)
            .map { try TrendChart(test: $0.key, readings: $0.value.prefix(points).reversed()) }
    }

    private init(test: String, readings: [ReadingRow]) throws {
        let values = try readings.map { try $0.values() }
        let quantities = Self.quantities(values)
        let chart = ChartSpec(
            kind: .line, labels: readings.map { Self.label($0.takenAt) },
            series: quantities.map { quantity in
                let found = values.map { list in list.first { $0.quantity == quantity } }
                return ChartSpec.Series(
                    name: TestWords.quantity(quantity), values: found.map { $0.flatMap { Double($0.decimal) } },
                    words: found.map { $0?.decimal ?? "" }, simulated: readings.map(\.simulated))
            })
        title = TestWords.test(test) + Self.unit(values)
        (json, words) = (try chart.json(), chart.spoken)
        simulated = readings.contains { $0.simulated }
    }

    /// The first quantities in the order in which devices send them; the pulse is beside the point of a pressure.
    private static func quantities(_ values: [[WireReading.Value]]) -> [String] {
        let names = values.first?.map(\.quantity) ?? []
        let main = names.filter { $0 != "pulse" && $0 != "mean_arterial_pressure" }
        return Array((main.isEmpty ? names : main).prefix(lines))
    }

    private static func unit(_ values: [[WireReading.Value]]) -> String {
        guard let value = values.first?.first else { return "" }
        let unit = TestWords.value(value).dropFirst(value.decimal.count).trimmingPrefix(" ")
        return unit.isEmpty ? "" : " (\(unit))"
    }

    private static func label(_ date: Date) -> String {
        let day = LocalDay(date)
        return "\(day.month).\(day.day)"
    }
}
