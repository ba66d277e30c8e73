import FitnessMeasure
import Foundation
import SyncWire

/// What somebody measured on one day, as far as it is evaluated: the newest battery, or an earlier one.
struct BatteryDay: Sendable {
    /// A value of before stands in for what is not measured every time, if it is not older than this.
    static let daysOfBodyMeasures = 365

    let day: LocalDay
    /// The day's readings, the earliest first.
    let readings: [ReadingRow]
    /// The newest weight and height of the days before.
    let earlierBody: [ReadingRow]
    /// Answers to the screening questions of that day, by question.
    let answers: [String: ScreeningAnswer]
    /// What the kiosk's gate decided on that day, the earliest first.
    var gates: [KeptGate] = []
    /// Tests that were left out on that day.
    var skips: [KeptSkip] = []

    var isSimulated: Bool { readings.contains(where: \.simulated) }

    /// All that is known of the person on that day.
    /// - Throws: `DecodingError` if a stored row is damaged.
    func examination(of subject: LevelSubject) throws -> Examination {
        var person = EvaluatedPerson(sex: subject.sex == .female ? .female : .male, age: subject.age)
        person.weight = try Self.newest(.weight, in: earlierBody)
        if let today = try Self.newest(.weight, in: readings) { person.weight = today }
        var examination = Examination(try readings.flatMap(Self.results), of: person)
        if examination.values[.height] == nil {
            examination.values[.height] = try Self.newest(.height, in: earlierBody)?.value
        }
        for reading in readings { try Self.take(reading, into: &examination) }
        try takePressures(into: &examination)
        examination.answers = try keptAnswers()
        examination.unable = Set(skips.filter(\.isUnable).compactMap { TestItem(tested: $0.testId) })
        return examination
    }

    private static func results(_ row: ReadingRow) throws -> [TestResult] {
        guard let test = FitnessTest.named(FitnessTestID(rawValue: row.testId)), test.id != .bloodPressure,
            test.id != .weight
        else { return [] }
        return [TestResult(test, try row.reading())].compactMap { $0 }
    }

    private static func take(_ row: ReadingRow, into examination: inout Examination) throws {
        guard let result = ReadingResult(other: row.testId, try row.values()) else { return }
        if let known = examination.values[result.item], !result.isBetter(than: known) { return }
        examination.values[result.item] = result.value
    }

    /// The answers to the questions; where only the gate's record came through, the newest of those.
    private func keptAnswers() throws -> [String: ScreeningAnswer] {
        guard answers.isEmpty else { return answers }
        return try gates.last { try !$0.answers().isEmpty }?.answers() ?? [:]
    }

    /// Of the day's pressures the last one counts, and the gate knows those before it. What lay in a device's memory
    /// says nothing of the minutes before the tests.
    private func takePressures(into examination: inout Examination) throws {
        let measured = try pressures.filter { try !ReadingOrigin($0).isUndated }
        let pressures = try measured.compactMap { BloodPressure(try $0.reading()) }
        guard let last = pressures.last else { return }
        examination.earlierPressures = Array(pressures.dropLast())
        examination.values[.systolic] = last.systolic
        examination.values[.diastolic] = last.diastolic
        examination.values[.restingPulse] = last.pulse
    }

    /// The day's blood pressures, the earliest first.
    var pressures: [ReadingRow] { readings.filter { $0.testId == FitnessTestID.bloodPressure.rawValue } }

    /// How the values that count came about, by item.
    /// - Throws: `DecodingError` if a stored row is damaged.
    func origins(_ examination: Examination) throws -> [TestItem: ReadingOrigin] {
        var origins: [TestItem: ReadingOrigin] = [:]
        for (item, rows) in Dictionary(grouping: readings, by: { TestItem(tested: $0.testId) }) {
            guard let item, let counted = try Self.counted(item, of: rows, in: examination) else { continue }
            origins[item] = try ReadingOrigin(counted)
        }
        return origins
    }

    /// The row whose value was taken: of equal ones the first, or the last where neither more nor less is better.
    private static func counted(_ item: TestItem, of rows: [ReadingRow], in whole: Examination) throws -> ReadingRow? {
        guard let value = whole.values[item] else { return nil }
        let takesLast = item == .weight || item == .height
        return try (takesLast ? rows.reversed() : rows).first { row in
            var alone = Examination(
                try results(row),
                of: EvaluatedPerson(sex: whole.sex, age: whole.age, weight: try newest(.weight, in: [row])))
            try take(row, into: &alone)
            return alone.values[item] == value
        }
    }

    private static func newest(_ kind: QuantityKind, in rows: [ReadingRow]) throws -> QuantityValue? {
        try rows.last { $0.testId == kind.rawValue }?.reading()[kind]
    }
}

extension TestItem {
    /// What a reading of a test is; grip is measured in kg and judged in percent of the weight.
    init?(tested testID: String) {
        if testID == FitnessTestID.grip.rawValue { self = .gripMax } else { self.init(id: testID) }
    }
}

extension KeptSkip {
    /// Tried, or judged to be too much; not the same as a test that nobody tried.
    var isUnable: Bool { because == .unable || because == .ruledOut }
}
