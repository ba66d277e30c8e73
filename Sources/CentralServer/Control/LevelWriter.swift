import FitnessMeasure
import Foundation
import SyncWire

/// Says in words how a reading compares, by the reference tables of `assets/fitness`.
///
/// Grip is judged in percent of body weight, which one reading alone does not hold: without it the office says nothing.
struct LevelWriter: Sendable {
    private let tables: FitnessTables

    init(assets: String) throws { tables = try FitnessTables(folder: URL(fileURLWithPath: assets + "/fitness")) }

    func words(of subject: LevelSubject, for question: LevelQuestion) -> String? {
        guard let test = FitnessTest.named(FitnessTestID(rawValue: question.testID)), let item = test.items.first,
            let value = question.values.first(where: { $0.quantity == item.quantity.rawValue }),
            let decimal = DecimalValue(value.decimal)
        else { return nil }
        let person = EvaluatedPerson(sex: subject.sex == .female ? .female : .male, age: subject.age)
        let result = TestResult(
            test.id, QuantityValue(item.quantity, decimal, UCUMUnit(rawValue: value.unit)))
        let level = Evaluation([result], for: person, by: tables).items.first?.level
        return level.flatMap { tables.levelNames[$0.level]?.korean }
    }
}
