/// One record of an answer: its scalar fields as text, whether they came as XML, strings or numbers.
struct FeedRow: Equatable {
    private let fields: [String: String]

    /// Nil when the JSON is no object. Nested and null members count as absent.
    init?(_ json: JSONValue) {
        guard case .object(let members) = json else { return nil }
        fields = members.compactMapValues(\.text)
    }

    init(_ element: SafeXML.Element) {
        fields = Dictionary(element.children.map { ($0.name, $0.text) }, uniquingKeysWith: { first, _ in first })
    }

    /// The field without blanks around it, nil when absent or empty.
    subscript(name: String) -> String? {
        guard let text = fields[name] else { return nil }
        let line = CleanText.line(text, limit: 4_000)
        return line.isEmpty ? nil : line
    }

    func integer(_ name: String, in range: ClosedRange<Int>) -> Int? {
        guard let text = self[name], let value = Int(text), range.contains(value) else { return nil }
        return value
    }
}
