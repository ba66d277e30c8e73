import SyncWire

/// Says in words how a reading compares, by the reference tables; nothing where they say nothing.
public typealias LevelWords = @Sendable (LevelSubject, LevelQuestion) -> String?

/// Whose reading it is, as far as the tables ask.
public struct LevelSubject: Equatable, Sendable {
    /// Completed years.
    public let age: Int
    public let sex: SeniorEnrolled.Sex

    public init(age: Int, sex: SeniorEnrolled.Sex) { (self.age, self.sex) = (age, sex) }

    init(_ senior: SeniorHead, on day: LocalDay) {
        age = SeniorWords.age(birthYear: senior.birthYear, birthMonth: senior.birthMonth, on: day)
        sex = senior.sex == "F" ? .female : .male
    }
}

/// Which reading is asked about.
public struct LevelQuestion: Equatable, Sendable {
    /// An id of the reference tables.
    public let testID: String
    public let values: [WireReading.Value]

    public init(testID: String, values: [WireReading.Value]) { (self.testID, self.values) = (testID, values) }
}
