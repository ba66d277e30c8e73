/// Reads small XML documents into a tree, within limits and without ever looking outside the document.
enum SafeXML {
    /// How much of a document is still plausible.
    struct Limits: Sendable {
        var depth = 64
        var elements = 50_000
        /// Of one element.
        var attributes = 128
        /// UTF-8 bytes of text in the whole document.
        var text = FeedBytes.limit
    }

    /// An element with its content. Its name bears no prefix in the root's own namespace; see ``XMLNames``.
    struct Element: Equatable, Sendable {
        var name: String
        var attributes: [String: String] = [:]
        var nodes: [Node] = []

        enum Node: Equatable, Sendable {
            case element(Element)
            case text(String)
        }

        var children: [Element] {
            nodes.compactMap { node in
                guard case .element(let element) = node else { return nil }
                return element
            }
        }

        /// Its own text, without that of its children.
        var text: String {
            nodes.reduce(into: "") { text, node in
                if case .text(let part) = node { text += part }
            }
        }

        var hasChildren: Bool {
            nodes.contains { node in
                if case .element = node { true } else { false }
            }
        }

        subscript(name: String) -> Element? {
            for case .element(let element) in nodes where element.name == name { return element }
            return nil
        }

        func all(_ name: String) -> [Element] { children.filter { $0.name == name } }

        /// All elements of that name at any depth, in the document's order; at most `limit`.
        func descendants(_ name: String, limit: Int) -> [Element] {
            var found = all(name)
            for child in children where child.name != name && found.count < limit {
                found += child.descendants(name, limit: limit - found.count)
            }
            return Array(found.prefix(limit))
        }
    }

    /// The tree of `text`: root closed and alone, nothing cut.
    static func read(_ text: String, limits: Limits = Limits()) throws(SafeXMLError) -> Element {
        var reader = XMLReader(Array(text.utf8), limits: limits)
        return try reader.document()
    }
}

/// Why text is not XML that we take.
public enum SafeXMLError: Error, Equatable, Sendable {
    case malformed
    /// A document type was declared: entities and files could hide behind it.
    case documentType
    case tooDeep
    case tooManyElements
    case tooManyAttributes
    case tooMuchText
}
