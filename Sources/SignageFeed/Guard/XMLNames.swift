/// Names of elements as the formats call them, whatever prefix a document chose.
///
/// An element of the root's own namespace has no prefix, one of a known namespace its usual prefix (`dc:date`), and any
/// other keeps what was written: many feeds forget to declare.
struct XMLNames {
    /// The open elements as written, to compare with the closing tags.
    var written: [String] = []
    private var scopes: [Scope] = []
    private var depth = 0
    private var rootSpace: String?

    private struct Scope {
        let depth: Int
        let prefix: Substring
        let usual: String?
    }

    mutating func enter(_ attributes: [String: String]) {
        depth += 1
        guard !attributes.isEmpty else { return }
        for (name, value) in attributes where name.hasPrefix("xmlns") {
            guard name == "xmlns" || name.dropFirst(5).first == ":" else { continue }
            scopes.append(Scope(depth: depth, prefix: name.dropFirst(6), usual: Self.usualPrefix(value)))
        }
    }

    mutating func leave() {
        while scopes.last?.depth == depth { scopes.removeLast() }
        depth -= 1
    }

    mutating func resolved(_ name: String, isRoot: Bool) -> String {
        let colon = name.utf8.firstIndex(of: UInt8(ascii: ":"))
        let prefix = colon.map { name[..<$0] } ?? ""
        let scope = scopes.last { $0.prefix == prefix }
        let space = scope.map { $0.usual ?? String(prefix) } ?? String(prefix)
        if isRoot { rootSpace = space }
        let isBare = space.isEmpty || space == rootSpace
        guard let colon else { return isBare ? name : "\(space):\(name)" }
        let local = name[name.utf8.index(after: colon)...]
        return isBare ? String(local) : space == prefix ? name : "\(space):\(local)"
    }

    /// The prefix that everybody uses; empty for the RSS vocabularies, nil for a namespace that we do not know.
    private static func usualPrefix(_ uri: String) -> String? {
        let uri = uri.lowercased()
        if let known = usual[uri] { return known }
        return uri.hasPrefix("urn:oasis:names:tc:emergency:cap:") || uri.contains("incident.com/cap/") ? "cap" : nil
    }

    private static let usual = [
        "": "", "http://www.w3.org/1999/02/22-rdf-syntax-ns#": "rdf", "http://purl.org/rss/1.0/": "",
        "http://my.netscape.com/rdf/simple/0.9/": "", "http://channel.netscape.com/rdf/simple/0.9/": "",
        "http://purl.org/net/rss1.1#": "", "http://backend.userland.com/rss2": "",
        "http://blogs.law.harvard.edu/tech/rss": "", "http://backend.userland.com/rss": "",
        "http://www.w3.org/2005/atom": "atom", "http://purl.org/atom/ns#": "atom",
        "http://purl.org/atom-blog/ns#": "atom", "http://purl.org/dc/elements/1.1/": "dc",
        "http://purl.org/dc/terms/": "dcterms", "http://purl.org/rss/1.0/modules/content/": "content",
        "http://www.w3.org/1999/xhtml": "xhtml", "http://search.yahoo.com/mrss/": "media",
        "http://www.itunes.com/dtds/podcast-1.0.dtd": "itunes",
    ]
}
