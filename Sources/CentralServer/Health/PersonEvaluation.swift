import FitnessMeasure
import Foundation

/// A day's battery, evaluated by one set of tables, beside the battery before it.
struct PersonEvaluation: Sendable {
    let battery: BatteryDay
    let examination: Examination
    let evaluation: Evaluation
    /// How the values that count came about.
    let origins: [TestItem: ReadingOrigin]
    /// What may be said of a test against the battery before, by test; only where there was one.
    let trends: [FitnessTestID: Comparison]
    let before: LocalDay?

    /// What may be said of two results.
    enum Comparison: Equatable, Sendable {
        case statement(TrendStatement)
        /// Of one of them nobody can say on which day it was measured.
        case undated
    }

    /// - Parameters:
    ///   - person: who was measured; ages are those of each battery's own day.
    ///   - previous: the battery before, if there was one.
    /// - Throws: `DecodingError` if a stored row is damaged.
    init(_ battery: BatteryDay, of person: SeniorHead, previous: BatteryDay?, by tables: FitnessTables) throws {
        let now = try Dated(battery, of: person)
        (self.battery, examination, origins) = (battery, now.examination, now.origins)
        evaluation = Evaluation(now.examination, by: tables)
        before = previous?.day
        trends =
            try previous.map { try Dated($0, of: person) }.map { Self.trends(from: $0, to: now, tables.change) }
            ?? [:]
    }

    /// A battery's values, with their origins and their day.
    private struct Dated {
        let examination: Examination
        let origins: [TestItem: ReadingOrigin]
        let day: LocalDay

        init(_ battery: BatteryDay, of person: SeniorHead) throws {
            examination = try battery.examination(of: LevelSubject(person, on: battery.day))
            (origins, day) = (try battery.origins(examination), battery.day)
        }
    }

    private static func trends(
        from earlier: Dated, to later: Dated, _ change: MeasurementChange
    ) -> [FitnessTestID: Comparison] {
        var trends: [FitnessTestID: Comparison] = [:]
        for test in FitnessTest.all where test.better != nil {
            guard let item = TestItem(tested: test.id.rawValue),
                let old = result(item, of: earlier, since: earlier.day),
                let new = result(item, of: later, since: earlier.day)
            else { continue }
            let isUndated = [earlier, later].contains { $0.origins[item]?.isUndated == true }
            trends[test.id] = isUndated ? .undated : .statement(change.statement(from: old, to: new, test: test))
        }
        return trends
    }

    private static func result(_ item: TestItem, of dated: Dated, since first: LocalDay) -> DatedResult? {
        guard let amount = dated.examination.amount(item), let origin = dated.origins[item] else { return nil }
        return DatedResult(amount.shown, day: dated.day.days(since: first), by: origin.protocolID)
    }
}
