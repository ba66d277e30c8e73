import FitnessMeasure
import Foundation

extension ResultPage {
    /// Levels, one strength, one thing to work on, and changes that are larger than the test's own noise.
    init(_ visit: Visit, _ today: [TodaysResult], by tables: FitnessTables, at now: Date, _ calendar: Calendar) {
        let parts = calendar.dateComponents([.year, .month], from: now)
        let person = EvaluatedPerson(
            sex: visit.person.sex,
            age: EvaluatedPerson.completedYears(
                bornYear: visit.person.birthYear, month: visit.person.birthMonth, inYear: parts.year ?? 0,
                month: parts.month ?? 1),
            weight: visit.weight.map { QuantityValue(.weight, $0, .kilogram) })
        let evaluation = Evaluation(today.compactMap(\.result), for: person, by: tables)
        self.init(
            lines: today.map { result in
                Line(
                    testID: result.testID, value: result.value,
                    level: evaluation.items.first { $0.test.rawValue == result.testID }?.level?.level,
                    change: Change(result, since: visit, tables))
            },
            strength: evaluation.strength?.rawValue, toWorkOn: evaluation.workOn?.rawValue,
            isSimulated: today.contains(where: \.isSimulated))
    }
}

extension ResultPage.Change {
    /// Nil when there is no earlier result, or the difference could be the test's noise.
    fileprivate init?(_ today: TodaysResult, since visit: Visit, _ tables: FitnessTables) {
        guard let test = today.test, let quantity = test.items.first?.quantity,
            let previous = visit.earlier.first(where: { $0.testID == today.testID })?[quantity],
            let trend = tables.change.statement(previous: previous, current: today.value, test: test)
        else { return nil }
        switch trend.direction {
        case .improved(let by): self = .more(by)
        case .less(let by): self = .less(by)
        case .same: return nil
        }
    }
}

extension TodaysResult {
    var test: FitnessTest? { FitnessTest.named(FitnessTestID(rawValue: testID)) }

    /// In the unit of its test, as the tables want it.
    var result: TestResult? {
        test.flatMap { test in
            test.items.first.map { TestResult(test.id, QuantityValue($0.quantity, value, $0.unit)) }
        }
    }
}
