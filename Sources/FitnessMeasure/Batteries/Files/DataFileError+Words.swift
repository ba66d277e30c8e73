/// In words, for whoever has to put the file right.
extension DataFileError.Fault: CustomStringConvertible {
    public var description: String {
        switch self {
        case .tooLong(let limit): "longer than \(limit) bytes"
        case .notYAML(let reason): "not YAML: \(reason)"
        case .tooDeep(let limit): "nested deeper than \(limit)"
        case .missing: "missing"
        case .unknownField(let known): "not a field that is known here; known are \(Self.list(known))"
        case .notMapping: "must be fields with values"
        case .notList: "must be a list"
        case .notText: "must be a text"
        case .textTooLong(let limit): "longer than \(limit) characters"
        case .notNumber: "must be a number"
        case .notBoolean: "must be true or false"
        case .outOfRange(let range): "must be \(range)"
        case .unknownWord(let word, let known): "\(word) is not one of \(Self.list(known))"
        case .doubled(let word): "\(word) stands twice"
        case .battery(let error): "\(error)"
        case .unknownRow(let id, let table): "\(id) is not in \(table)"
        case .disagrees(let other): "is not what \(other) says"
        }
    }

    private static func list(_ words: [String]) -> String { words.joined(separator: ", ") }
}

extension BatteryError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .empty: "there is no test in it"
        case .unknownTest(let id): "there is no test \(id.rawValue)"
        case .doubledTest(let id): "\(id.rawValue) stands twice"
        case .mixedFamily(_, let one, let other):
            "\(one.rawValue) and \(other.rawValue) look alike and are judged by different tables: only one of them"
        case .afterEndurance(let id, let endurance):
            "\(id.rawValue) stands after \(endurance.rawValue), which tires most and comes last"
        case .requirementMissing(let id, let needed):
            "\(id.rawValue) needs the result of \(needed.rawValue), which does not come before it"
        case .effortInGate(let id): "\(id.rawValue) asks for effort; the gate is measured at rest"
        case .gateMissing(let id):
            "\(id.rawValue) asks for movement, and nobody moves before the blood pressure: add blood_pressure to the gate"
        }
    }
}
