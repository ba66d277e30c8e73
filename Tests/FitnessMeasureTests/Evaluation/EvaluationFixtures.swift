import FitnessMeasure
import Foundation

/// The tables that the kiosk ships, read once.
func shippedTables() throws -> FitnessTables { try shipped.get() }

private let shipped = Result { try FitnessTables(folder: repository.appending(path: "assets/fitness")) }

extension DecimalValue: ExpressibleByStringLiteral {
    /// For tests: a decimal as it stands in a table.
    public init(stringLiteral value: String) {
        guard let decimal = DecimalValue(value) else { preconditionFailure("not a decimal: \(value)") }
        self = decimal
    }
}

extension BloodPressure {
    static func example(_ systolic: DecimalValue, _ diastolic: DecimalValue) -> BloodPressure {
        BloodPressure(systolic: systolic, diastolic: diastolic)
    }
}

extension Examination {
    static func example(
        _ values: [TestItem: DecimalValue], sex: Sex = .female, age: Int = 72, answers: [String: ScreeningAnswer] = [:]
    ) -> Examination {
        var examination = Examination(sex: sex, age: age)
        for (item, value) in values { examination.values[item] = value }
        examination.answers = answers
        return examination
    }

    func with(_ item: TestItem, _ value: DecimalValue?) -> Examination {
        var changed = self
        changed.values[item] = value
        return changed
    }
}
