import FitnessMeasure
import Foundation

/// A day's battery, evaluated by one set of tables, beside the battery before it.
struct PersonEvaluation: Sendable {
    let battery: BatteryDay
    let examination: Examination
    let evaluation: Evaluation
    /// What may be said of a test against the battery before, by test; only where there was one.
    let trends: [FitnessTestID: TrendStatement]
    let before: LocalDay?

    /// - Parameters:
    ///   - person: who was measured; ages are those of each battery's own day.
    ///   - previous: the battery before, if there was one.
    /// - Throws: `DecodingError` if a stored row is damaged.
    init(_ battery: BatteryDay, of person: SeniorHead, previous: BatteryDay?, by tables: FitnessTables) throws {
        self.battery = battery
        examination = try battery.examination(of: LevelSubject(person, on: battery.day))
        evaluation = Evaluation(examination, by: tables)
        before = previous?.day
        guard let previous else {
            trends = [:]
            return
        }
        let earlier = try previous.examination(of: LevelSubject(person, on: previous.day))
        trends = Self.trends(from: (earlier, previous.day), to: (examination, battery.day), tables.change)
    }

    private typealias Dated = (examination: Examination, day: LocalDay)

    private static func trends(
        from earlier: Dated, to later: Dated, _ change: MeasurementChange
    ) -> [FitnessTestID: TrendStatement] {
        var trends: [FitnessTestID: TrendStatement] = [:]
        for test in FitnessTest.all where test.better != nil {
            guard let old = dated(test, earlier, since: earlier.day), let new = dated(test, later, since: earlier.day)
            else { continue }
            trends[test.id] = change.statement(from: old, to: new, test: test)
        }
        return trends
    }

    /// Kiosks do a test by the one protocol that the battery has for it; its version would follow the stroke.
    private static func dated(_ test: FitnessTest, _ dated: Dated, since first: LocalDay) -> DatedResult? {
        let item = test.id == .grip ? TestItem.gripMax : TestItem(id: test.id.rawValue)
        guard let item, let amount = dated.examination.amount(item) else { return nil }
        return DatedResult(
            amount.shown, day: dated.day.days(since: first), by: ProtocolID(rawValue: test.id.rawValue + "/1"))
    }
}
