/// Why a line cannot be evaluated. The raw value of its code is what a program reads.
public struct BatchError: Error, Equatable, Sendable {
    public let code: Code
    /// The key that is wrong, if one is.
    public let field: String?

    public enum Code: String, Sendable {
        case lineTooLong = "line_too_long"
        case notJSON = "not_json"
        case notAnObject = "not_an_object"
        case duplicateKey = "duplicate_key"
        case sexMissing = "sex_missing"
        case unknownSex = "unknown_sex"
        case ageMissing = "age_missing"
        /// Not a whole number of completed years.
        case badAge = "bad_age"
        case notANumber = "not_a_number"
        case outOfRange = "out_of_range"
        case unknownTest = "unknown_test"
        case unknownAnswer = "unknown_answer"
        case badAnswer = "bad_answer"
    }

    init(_ code: Code, _ field: String? = nil) { (self.code, self.field) = (code, field) }

    init(reading error: JSONTextError) {
        switch error {
        case .duplicateKey: self.init(.duplicateKey)
        case .tooManyDigits: self.init(.notANumber)
        case .malformed, .notUTF8, .tooDeep: self.init(.notJSON)
        }
    }
}
