/// Why there is no level.
public enum NotEvaluable: Error, Equatable, Sendable {
    /// The table has no such test.
    case noSuchTest
    case tooYoung(tableBegins: Int)
    case noAgeBand
    /// Grip is judged in percent of body weight.
    case weightMissing
    /// The value is not in the unit of the table and cannot be brought to it.
    case wrongUnit
    /// Outside what a body can do, so that no level would be honest.
    case valueOutOfRange
}

extension NotEvaluable {
    /// As a program reads it.
    public var code: String {
        switch self {
        case .noSuchTest: "no_such_test"
        case .tooYoung(let begins): "under_\(begins)"
        case .noAgeBand: "no_age_band"
        case .weightMissing: "weight_missing"
        case .wrongUnit: "wrong_unit"
        case .valueOutOfRange: "value_out_of_range"
        }
    }
}
