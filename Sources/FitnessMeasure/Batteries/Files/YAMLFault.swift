import Yams

/// What YAML's reader says, with its line.
struct YAMLFault {
    let line: Int
    let fault: DataFileError.Fault

    init(_ error: any Error) {
        guard let error = error as? YamlError else {
            (line, fault) = (1, .notYAML("\(error)"))
            return
        }
        switch error {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            (line, fault) = (mark.line, .notYAML(problem))
        case .duplicatedKeysInMapping(let names, let context):
            (line, fault) = (context.mark.line, .doubled(names.sorted().joined(separator: ", ")))
        default: (line, fault) = (1, .notYAML("\(error)"))
        }
    }
}

/// How deep brackets and indentation go, counted before the recursive reader sees the text.
struct NestingDepth {
    private var deepest = 0

    init(_ yaml: String) {
        var brackets = 0
        for line in yaml.utf8.split(separator: 0x0a) {
            // Every level of a block takes at least one column, and "- - -" nests as well.
            let indent = line.prefix { $0 == 0x20 || $0 == 0x2d }.count
            var deepestHere = brackets
            for byte in line {
                if byte == 0x5b || byte == 0x7b { brackets += 1 }
                if byte == 0x5d || byte == 0x7d { brackets = max(0, brackets - 1) }
                deepestHere = max(deepestHere, brackets)
            }
            deepest = max(deepest, deepestHere + indent / 2)
        }
    }

    func isAtMost(_ limit: Int) -> Bool { deepest <= limit }
}
