import Yams

extension LineProfileError {
    /// What the decoder complains of, with the line of the key in the text.
    init(file: String, yaml: String, _ error: DecodingError) {
        switch error {
        case .keyNotFound(let key, let context):
            self.init(file: file, yaml: yaml, path: context.codingPath + [key], what: "is missing")
        case .dataCorrupted(let context) where context.underlyingError is YamlError:
            let cause = context.underlyingError as? YamlError
            self.init(file: file, key: "", line: cause?.line, what: "is no YAML: \(cause?.cause ?? "")")
        case .typeMismatch(_, let context), .valueNotFound(_, let context), .dataCorrupted(let context):
            let cause = context.underlyingError.map { ": \($0)" } ?? ""
            self.init(file: file, yaml: yaml, path: context.codingPath, what: context.debugDescription + cause)
        @unknown default:
            self.init(file: file, key: "", what: "\(error)")
        }
    }

    private init(file: String, yaml: String, path: [any CodingKey], what: String) {
        let key = path.reduce("") { text, key in
            key.intValue.map { "\(text)[\($0)]" } ?? (text.isEmpty ? key.stringValue : "\(text).\(key.stringValue)")
        }
        // The text was read once already; if it cannot be read again, the line stays unknown.
        let root = try? Yams.compose(yaml: yaml)
        self.init(file: file, key: key, line: root?.line(of: path[...]), what: what)
    }
}

extension Node {
    /// The line of the last key of the path that is there.
    fileprivate func line(of path: ArraySlice<any CodingKey>) -> Int? {
        guard let key = path.first else { return mark?.line }
        if let index = key.intValue, let sequence, sequence.indices.contains(index) {
            return sequence[index].line(of: path.dropFirst())
        }
        guard let entry = mapping?.first(where: { $0.key.string == key.stringValue }) else { return mark?.line }
        return path.count == 1 ? entry.key.mark?.line : entry.value.line(of: path.dropFirst())
    }
}

extension YamlError {
    fileprivate var line: Int? {
        switch self {
        case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _): mark.line
        case .duplicatedKeysInMapping(_, let context): context.mark.line
        default: nil
        }
    }

    /// What is wrong, without the quoted text.
    fileprivate var cause: String {
        switch self {
        case .scanner(_, let problem, _, _), .parser(_, let problem, _, _), .composer(_, let problem, _, _): problem
        case .duplicatedKeysInMapping(let keys, _): "a key stands there twice: \(keys.joined(separator: ", "))"
        default: "\(self)"
        }
    }
}
