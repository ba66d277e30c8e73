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
