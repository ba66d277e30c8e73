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

    /// An element with its content. A prefix that the root bears is taken off every name.
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

        subscript(name: String) -> Element? { children.first { $0.name == name } }

        func all(_ name: String) -> [Element] { children.filter { $0.name == name } }
    }

    /// The tree of `text`: no error met, root closed, nothing cut.
    static func read(_ text: String, limits: Limits = Limits()) throws(SafeXMLError) -> Element {
        let repaired = try XMLRepair.repaired(Array(text.utf8), attributeLimit: limits.attributes)
        return try XMLTreeBuilder.build(repaired, limits: limits)
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
