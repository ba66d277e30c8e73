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
        examination.answers = answers
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

    /// Of the day's pressures the last one counts, and the gate knows those before it.
    private func takePressures(into examination: inout Examination) throws {
        let measured = readings.filter { $0.testId == FitnessTestID.bloodPressure.rawValue }
        let pressures = try measured.compactMap { BloodPressure(try $0.reading()) }
        guard let last = pressures.last else { return }
        examination.earlierPressures = Array(pressures.dropLast())
        examination.values[.systolic] = last.systolic
        examination.values[.diastolic] = last.diastolic
        examination.values[.restingPulse] = last.pulse
    }

    private static func newest(_ kind: QuantityKind, in rows: [ReadingRow]) throws -> QuantityValue? {
        try rows.last { $0.testId == kind.rawValue }?.reading()[kind]
    }
}
