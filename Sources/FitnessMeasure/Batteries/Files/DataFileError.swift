/// Why a data file is not what it should be: the file, the line, the way to the field, and what is wrong there.
public struct DataFileError: Error, Equatable, Sendable, CustomStringConvertible {
    public let file: String
    /// Counted from 1; 1 where the file as a whole is wrong.
    public let line: Int
    /// `tests[2].optional`; empty for the file as a whole.
    public let field: String
    public let fault: Fault

    public enum Fault: Equatable, Sendable {
        case tooLong(limit: Int)
        /// Not YAML at all, or a key that stands twice; the reader's own words.
        case notYAML(String)
        case tooDeep(limit: Int)
        case missing
        case unknownField(known: [String])
        case notMapping
        case notList
        case notText
        case textTooLong(limit: Int)
        case notNumber
        case notBoolean
        case outOfRange(String)
        case unknownWord(String, known: [String])
        case doubled(String)
        /// Right in form, but it cannot be used: a battery's rule is broken.
        case battery(BatteryError)
        /// No table row has this id.
        case unknownRow(String, table: String)
        /// What the file says and what a table or the built-in test says are two different things.
        case disagrees(with: String)
    }

    public init(file: String, line: Int, field: String, fault: Fault) {
        (self.file, self.line, self.field, self.fault) = (file, line, field, fault)
    }

    public var description: String { "\(file):\(line): \(field.isEmpty ? "" : field + ": ")\(fault)" }
}
