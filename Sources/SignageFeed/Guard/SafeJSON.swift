/// A JSON tree. Numbers stay as they were written.
enum JSONValue: Equatable, Sendable {
    case null
    case bool(Bool)
    case number(String)
    case string(String)
    case array([JSONValue])
    case object([String: JSONValue])

    subscript(key: String) -> JSONValue? {
        guard case .object(let members) = self else { return nil }
        return members[key]
    }

    /// A string or a number as text; sources do not agree on which is which.
    var text: String? {
        switch self {
        case .string(let text), .number(let text): text
        case .null, .bool, .array, .object: nil
        }
    }

    var elements: [JSONValue]? {
        guard case .array(let elements) = self else { return nil }
        return elements
    }
}

/// Why text is not JSON that we take.
public enum SafeJSONError: Error, Equatable, Sendable {
    case malformed(offset: Int)
    case tooDeep
    /// Two members of one name: readers disagree on which one counts, so neither does.
    case duplicateKey
}

/// Reads JSON strictly, without recursion deeper than the limit.
enum SafeJSON {
    static func read(_ text: String, depthLimit: Int = 64) throws(SafeJSONError) -> JSONValue {
        var reader = JSONReader(bytes: Array(text.utf8), depthLimit: depthLimit)
        return try reader.document()
    }
}
