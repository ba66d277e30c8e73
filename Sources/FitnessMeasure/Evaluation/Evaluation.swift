/// What a visit's results amount to: a level for each item, one strength, one thing to work on.
public struct Evaluation: Equatable, Sendable {
    /// In the order of the battery.
    public let items: [Item]
    /// The item with the highest level, if that is 3 or more; of equals, the one that comes first in the battery.
    public let strength: FitnessTestID?
    /// The item with the lowest level, if that is 3 or less and it is not the strength; of equals, the first.
    public let workOn: FitnessTestID?

    /// One item's outcome: a level with its table row, or why there is none.
    public struct Item: Equatable, Sendable {
        public let test: FitnessTestID
        public let outcome: Outcome
        public var level: ItemLevel? { if case .level(let level) = outcome { level } else { nil } }
    }

    public enum Outcome: Equatable, Sendable {
        case level(ItemLevel)
        case notEvaluated(NotEvaluable)
    }

    /// Evaluates results; of several trials of a test the best counts.
    public static func make(_ results: [TestResult], for person: EvaluatedPerson, by levels: ItemLevels) -> Evaluation {
        let order = FitnessTest.all.map(\.id)
        let tests = Set(results.map(\.test)).sorted { a, b in
            let (left, right) = (order.firstIndex(of: a) ?? order.count, order.firstIndex(of: b) ?? order.count)
            return left == right ? a.rawValue < b.rawValue : left < right
        }
        return Evaluation(
            items: tests.map { test in
                let outcomes = results.filter { $0.test == test }.map { outcome(of: $0, person, levels) }
                return Item(test: test, outcome: best(outcomes))
            })
    }

    private init(items: [Item]) {
        self.items = items
        let levels = items.compactMap(\.level)
        let high = levels.map(\.level).max() ?? 0
        let strength = high >= 3 ? levels.first { $0.level == high }?.test : nil
        let others = levels.filter { $0.test != strength }
        let low = others.map(\.level).min() ?? 5
        self.strength = strength
        workOn = low <= 3 ? others.first { $0.level == low }?.test : nil
    }

    private static func outcome(of result: TestResult, _ person: EvaluatedPerson, _ levels: ItemLevels) -> Outcome {
        do throws(NotEvaluable) {
            return .level(try levels.level(of: result, person))
        } catch {
            return .notEvaluated(error)
        }
    }

    /// The highest level; without any, the first reason.
    private static func best(_ outcomes: [Outcome]) -> Outcome {
        outcomes.dropFirst().reduce(outcomes[0]) { best, next in
            guard case .level(let new) = next else { return best }
            guard case .level(let old) = best else { return next }
            return new.level > old.level ? next : best
        }
    }
}

/// A test's result with its unit.
public struct TestResult: Equatable, Sendable {
    public var test: FitnessTestID
    public var value: QuantityValue

    public init(_ test: FitnessTestID, _ value: QuantityValue) { (self.test, self.value) = (test, value) }

    /// The result in a reading of the test; nil if the reading does not have the test's quantity.
    public init?(_ test: FitnessTest, _ reading: Reading) {
        guard let item = test.items.first, let value = reading[item.quantity] else { return nil }
        self.init(test.id, value)
    }
}

/// What the tables need to know of a person.
public struct EvaluatedPerson: Equatable, Sendable {
    public var sex: Sex
    /// Completed years.
    public var age: Int
    public var weight: QuantityValue?

    public init(sex: Sex, age: Int, weight: QuantityValue? = nil) {
        (self.sex, self.age, self.weight) = (sex, age, weight)
    }

    /// Completed years of somebody of whom year and month of birth are known. In the month of birth the birthday
    /// counts as passed.
    public static func completedYears(bornYear: Int, month: Int, inYear year: Int, month now: Int) -> Int {
        year - bornYear - (now < month ? 1 : 0)
    }
}
