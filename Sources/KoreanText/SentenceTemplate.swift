/// A sentence with gaps, as words files hold it: `{name}{이/가} 왔어요`.
///
/// `{name}` is a value; `{이/가}` is the particle that fits what stands before it. `{{` and `}}` are braces.
public struct SentenceTemplate: Hashable, Sendable {
    private enum Part: Hashable {
        case text(String)
        case value(String)
        case particle(Particle)
    }

    private let parts: [Part]

    /// The names of the values that the sentence needs.
    public var names: Set<String> {
        Set(parts.compactMap { if case .value(let name) = $0 { name } else { nil } })
    }

    /// Reads a sentence; throws when braces are not paired, a gap is empty or a pair is no particle.
    public init(_ source: String) throws(SentenceTemplateError) {
        var (parts, text) = ([Part](), "")
        var rest = source[...]
        while let character = rest.popFirst() {
            switch character {
            case "{" where rest.first == "{", "}" where rest.first == "}":
                text.append(character)
                rest.removeFirst()
            case "{":
                if !text.isEmpty { parts.append(.text(text)) }
                text = ""
                parts.append(try Self.gap(&rest))
            case "}":
                throw .unpairedBrace
            default:
                text.append(character)
            }
        }
        if !text.isEmpty { parts.append(.text(text)) }
        if case .particle = parts.first { throw .particleAtStart }
        self.parts = parts
    }

    /// Reads what stands between an opened brace and its closing one.
    private static func gap(_ rest: inout Substring) throws(SentenceTemplateError) -> Part {
        guard let end = rest.firstIndex(where: { $0 == "}" || $0 == "{" }), rest[end] == "}" else {
            throw .unpairedBrace
        }
        let content = String(rest[..<end])
        rest = rest[rest.index(after: end)...]
        guard !content.isEmpty else { throw .emptyGap }
        guard content.contains("/") else { return .value(content) }
        guard let particle = Particle(pair: content) else { throw .unknownParticle(content) }
        return .particle(particle)
    }

    /// The sentence with all gaps filled. A value is taken as it is, braces included.
    public func filled(with values: [String: String]) throws(SentenceTemplateError) -> String {
        var sentence = ""
        for part in parts {
            switch part {
            case .text(let text): sentence += text
            case .particle(let particle): sentence += particle.after(sentence)
            case .value(let name):
                guard let value = values[name] else { throw .missingValue(name) }
                sentence += value
            }
        }
        return sentence
    }
}

/// Why a sentence with gaps cannot be read or filled.
public enum SentenceTemplateError: Error, Equatable, Sendable {
    /// The sentence asks for a value that nobody gave.
    case missingValue(String)
    /// A pair such as `이/갸` that is no particle.
    case unknownParticle(String)
    /// Nothing stands before the particle that it could follow.
    case particleAtStart
    case unpairedBrace
    /// `{}`
    case emptyGap
}

/// Fills a sentence of a words file in one step; see ``SentenceTemplate``.
public func filled(_ template: String, _ values: [String: String]) throws(SentenceTemplateError) -> String {
    try SentenceTemplate(template).filled(with: values)
}
