import FitnessMeasure
import Foundation

extension ResultPage {
    /// Levels, one strength, one thing to work on, and changes that are larger than the test's own noise.
    init(_ visit: Visit, _ today: [TodaysResult], _ setup: App.Setup, at now: Date) {
        let parts = setup.calendar.dateComponents([.year, .month], from: now)
        let person = EvaluatedPerson(
            sex: visit.person.sex,
            age: EvaluatedPerson.completedYears(
                bornYear: visit.person.birthYear, month: visit.person.birthMonth, inYear: parts.year ?? 0,
                month: parts.month ?? 1),
            weight: visit.weight.map { QuantityValue(.weight, $0, .kilogram) })
        let evaluation = Evaluation(today.compactMap(\.result), for: person, by: setup.evaluation)
        let levels = SeniorWords(evaluation, names: setup.evaluation.levelNames)
        let lines = today.compactMap { result -> Line? in
            let test = setup.tests[FitnessTestID(rawValue: result.testID)]
            guard let test, test.factor != .body, test.factor != .vital else { return nil }
            return Line(
                test: test, value: result.value, level: levels.items.first { $0.test == test.id }?.words.level,
                change: Change(result, of: test, since: visit, setup, at: now))
        }
        self.init(
            lines: lines, strength: levels.strength.flatMap { setup.tests[$0] },
            toWorkOn: levels.workOn.flatMap { setup.tests[$0] }, factors: setup.tests.phrases.factors,
            isSimulated: today.contains(where: \.isSimulated))
    }
}

extension ResultPage.Change {
    /// Nil when there is no result of an earlier day, or the difference could be the test's noise.
    fileprivate init?(
        _ today: TodaysResult, of test: TestProtocol, since visit: Visit, _ setup: App.Setup, at now: Date
    ) {
        guard let previous = Self.previous(test, visit, setup.calendar, before: now),
            case .trend(let trend, _) = setup.evaluation.change.statement(
                from: previous,
                to: DatedResult(today.value, day: setup.calendar.dayNumber(of: now), by: today.protocolID),
                test: test.test)
        else { return nil }
        switch trend.direction {
        case .improved(let by): self = .more(by)
        case .less(let by): self = .less(by)
        case .same: return nil
        }
    }

    /// What counted on the last day before this one on which the test was done: its trials are readings of their own.
    private static func previous(
        _ test: TestProtocol, _ visit: Visit, _ calendar: Calendar, before now: Date
    ) -> DatedResult? {
        let earlier = visit.earlier.filter {
            $0.testID == test.id.rawValue && !calendar.isDate($0.takenAt, inSameDayAs: now)
        }
        guard let last = earlier.max(by: { $0.takenAt < $1.takenAt }), let item = test.test.items.first else {
            return nil
        }
        var record = TestRecord(test.id)
        let side = test.sides.first?.side
        for reading in earlier.reversed() where calendar.isDate(reading.takenAt, inSameDayAs: last.takenAt) {
            record.add(TestRecord.Trial(side: side, values: reading.values, source: test.capture.source))
        }
        let counted = test.result(of: record)?.values.first { $0.kind == item.quantity }
        return counted.map {
            DatedResult(
                $0.value, day: calendar.dayNumber(of: last.takenAt), by: last.protocolID ?? .first(of: test.id))
        }
    }
}

extension Calendar {
    /// Days since any fixed day, in this calendar's zone.
    fileprivate func dayNumber(of date: Date) -> Int { ordinality(of: .day, in: .era, for: date) ?? 0 }
}

extension TodaysResult {
    var test: FitnessTest? { FitnessTest.named(FitnessTestID(rawValue: testID)) }

    /// In the unit of its test, as the tables want it; nil for a test that no table of the national programme judges.
    var result: TestResult? {
        test.flatMap { test in
            test.items.first.map { TestResult(test.id, QuantityValue($0.quantity, value, $0.unit)) }
        }
    }
}
