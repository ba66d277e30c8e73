import FitnessMeasure
import Foundation

/// The tables that the kiosk ships.
func shippedTables() throws -> FitnessTables { try FitnessTables(folder: repository.appending(path: "assets/fitness")) }

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
