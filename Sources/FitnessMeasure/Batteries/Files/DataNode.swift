import Yams

/// One place of a data file, with its line, so that whoever wrote the file can be told where to look.
struct DataNode {
    private let node: Node
    let file: String
    let field: String
    let line: Int

    /// A page of text; anything longer is another file.
    static let maximumBytes = 64 * 1024
    static let maximumDepth = 64
    static let maximumText = 400

    /// The root of a file's text. `file` is its name, for errors.
    init(yaml: String, file: String) throws(DataFileError) {
        let fault = { (line: Int, fault: DataFileError.Fault) in
            DataFileError(file: file, line: line, field: "", fault: fault)
        }
        guard yaml.utf8.count <= Self.maximumBytes else { throw fault(1, .tooLong(limit: Self.maximumBytes)) }
        guard NestingDepth(yaml).isAtMost(Self.maximumDepth) else {
            throw fault(1, .tooDeep(limit: Self.maximumDepth))
        }
        let root: Node?
        do { root = try Yams.compose(yaml: yaml) } catch { throw fault(YAMLFault(error).line, YAMLFault(error).fault) }
        guard let root else { throw fault(1, .missing) }
        self.init(root, file: file, field: "", line: 1)
    }

    private init(_ node: Node, file: String, field: String, line: Int) {
        (self.node, self.file, self.field) = (node, file, field)
        self.line = node.mark?.line ?? line
    }

    /// The mapping here; a key that is not known is an error.
    func mapping(knows keys: String...) throws(DataFileError) -> DataMapping {
        guard let mapping = node.mapping else { throw fault(.notMapping) }
        var fields: [String: DataNode] = [:]
        for (key, value) in mapping {
            guard let name = key.scalar?.string, keys.contains(name) else {
                let name = key.scalar?.string ?? "?"
                throw child(key, name).fault(.unknownField(known: keys))
            }
            fields[name] = child(value, name)
        }
        return DataMapping(place: self, fields: fields)
    }

    /// The mapping here with keys that the caller checks, in the file's order.
    func entries() throws(DataFileError) -> [(key: String, value: DataNode)] {
        guard let mapping = node.mapping else { throw fault(.notMapping) }
        var entries: [(key: String, value: DataNode)] = []
        for (key, value) in mapping {
            guard let name = key.scalar?.string else { throw fault(.notText) }
            entries.append((name, child(value, name)))
        }
        return entries
    }

    var isMapping: Bool { node.mapping != nil }

    func list() throws(DataFileError) -> [DataNode] {
        guard let sequence = node.sequence else { throw fault(.notList) }
        return sequence.enumerated().map { index, item in
            DataNode(item, file: file, field: "\(field)[\(index)]", line: line)
        }
    }

    func text() throws(DataFileError) -> String {
        guard let text = node.scalar?.string, !text.allSatisfy(\.isWhitespace) else { throw fault(.notText) }
        guard text.count <= Self.maximumText else { throw fault(.textTooLong(limit: Self.maximumText)) }
        return text
    }

    func integer(in range: ClosedRange<Int>) throws(DataFileError) -> Int {
        guard let number = Int(try text()) else { throw fault(.notNumber) }
        guard range.contains(number) else {
            throw fault(.outOfRange("\(range.lowerBound) to \(range.upperBound)"))
        }
        return number
    }

    func decimal() throws(DataFileError) -> DecimalValue {
        guard let value = DecimalValue(try text()) else { throw fault(.notNumber) }
        return value
    }

    func boolean() throws(DataFileError) -> Bool {
        switch try text() {
        case "true": return true
        case "false": return false
        default: throw fault(.notBoolean)
        }
    }

    /// A word of a closed list.
    func word<Word: RawRepresentable<String> & CaseIterable>(
        as: Word.Type = Word.self
    ) throws(DataFileError) -> Word {
        try word(of: Array(Word.allCases))
    }

    /// One of these words.
    func word<Word: RawRepresentable<String>>(of known: [Word]) throws(DataFileError) -> Word {
        let text = try text()
        guard let word = known.first(where: { $0.rawValue == text }) else {
            throw fault(.unknownWord(text, known: known.map(\.rawValue)))
        }
        return word
    }

    func fault(_ fault: DataFileError.Fault) -> DataFileError {
        DataFileError(file: file, line: line, field: field, fault: fault)
    }

    private func child(_ node: Node, _ name: String) -> DataNode {
        DataNode(node, file: file, field: field.isEmpty ? name : "\(field).\(name)", line: line)
    }
}
