import Foundation
import FoundationXML

/// Collects the parser's events into a tree and stops it at the first limit.
///
/// The parser's own verdict is not enough: it answers true for a document that ends in the middle. A tree counts only
/// when no error was reported and the root was closed.
final class XMLTreeBuilder: NSObject, XMLParserDelegate {
    private let limits: SafeXML.Limits
    private var open: [SafeXML.Element] = []
    private var root: SafeXML.Element?
    private var failure: SafeXMLError?
    private var hasUndeclaredPrefix = false
    private var elements = 0
    private var text = 0
    /// Text since the last tag. It grows in place: a tree node would be copied for every few characters.
    private var pending = ""
    /// `atom:` when the root is `atom:feed`.
    private var rootPrefix = ""

    private init(limits: SafeXML.Limits) { self.limits = limits }

    static func build(_ bytes: [UInt8], limits: SafeXML.Limits) throws(SafeXMLError) -> SafeXML.Element {
        let builder = XMLTreeBuilder(limits: limits)
        let parser = XMLParser(data: Data(bytes))
        parser.shouldProcessNamespaces = false
        parser.shouldResolveExternalEntities = false
        parser.externalEntityResolvingPolicy = .never
        parser.delegate = builder
        let finished = parser.parse()
        if let failure = builder.failure { throw failure }
        guard finished || builder.hasUndeclaredPrefix, let root = builder.root, builder.open.isEmpty else {
            throw .malformed
        }
        return root
    }

    func parser(
        _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
        attributes: [String: String]
    ) {
        guard failure == nil else { return }
        elements += 1
        if open.count >= limits.depth { return stop(parser, .tooDeep) }
        if elements > limits.elements { return stop(parser, .tooManyElements) }
        if attributes.count > limits.attributes { return stop(parser, .tooManyAttributes) }
        if root != nil { return stop(parser, .malformed) }
        flush()
        if open.isEmpty, let colon = name.firstIndex(of: ":") { rootPrefix = String(name[...colon]) }
        open.append(SafeXML.Element(name: bare(name), attributes: attributes))
    }

    func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
        guard failure == nil else { return }
        flush()
        guard let closed = open.popLast(), closed.name == bare(name) else { return stop(parser, .malformed) }
        if open.isEmpty {
            root = closed
        } else {
            open[open.count - 1].nodes.append(.element(closed))
        }
    }

    func parser(_ parser: XMLParser, foundCharacters string: String) { take(string, parser) }

    func parser(_ parser: XMLParser, foundCDATA block: Data) {
        take(String(decoding: block, as: UTF8.self), parser)
    }

    func parser(_ parser: XMLParser, parseErrorOccurred parseError: any Error) {
        // A prefix that nobody declared, as in `dc:date`, harms nothing: names are compared as written.
        if (parseError as NSError).code == Self.undeclaredPrefix {
            hasUndeclaredPrefix = true
        } else {
            failure = failure ?? .malformed
        }
    }

    /// libxml2's number for it.
    private static let undeclaredPrefix = 201

    private func take(_ string: String, _ parser: XMLParser) {
        guard failure == nil, !open.isEmpty else { return }
        text += string.utf8.count
        if text > limits.text { return stop(parser, .tooMuchText) }
        pending += string
    }

    private func flush() {
        guard !pending.isEmpty, !open.isEmpty else { return }
        open[open.count - 1].nodes.append(.text(pending))
        pending = ""
    }

    private func bare(_ name: String) -> String {
        rootPrefix.isEmpty || !name.hasPrefix(rootPrefix) ? name : String(name.dropFirst(rootPrefix.count))
    }

    private func stop(_ parser: XMLParser, _ error: SafeXMLError) {
        failure = error
        parser.abortParsing()
    }
}
