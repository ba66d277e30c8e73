/// Turns the HTML of a notice into lines of plain text.
enum HTMLText {
    /// Blocks and line breaks become line ends; scripts, styles, comments and office leftovers vanish.
    static func plain(_ html: String) -> String {
        var reader = HTMLReader(bytes: Array(html.utf8))
        return CleanText.lines(reader.text())
    }

    /// Text of an XHTML tree, by the same rules.
    static func plain(_ element: SafeXML.Element) -> String {
        var text = ""
        flatten(element, into: &text)
        return CleanText.lines(text)
    }

    private static func flatten(_ element: SafeXML.Element, into text: inout String) {
        let name = element.name.split(separator: ":").last.map { $0.lowercased() } ?? ""
        guard !hidden.contains(name) else { return }
        let breaks = blocks.contains(name)
        if breaks { text += "\n" }
        for node in element.nodes {
            switch node {
            // Line ends in the source are blanks; only blocks break lines.
            case .text(let part): text += part.split { $0.isNewline }.joined(separator: " ")
            case .element(let child): flatten(child, into: &text)
            }
        }
        if breaks { text += "\n" }
    }

    static let blocks: Set<String> = [
        "p", "div", "br", "li", "ul", "ol", "tr", "table", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "dt", "dd",
        "section", "article", "blockquote", "pre", "header", "footer",
    ]
    static let hidden: Set<String> = ["script", "style", "head", "iframe", "object", "xml", "noscript", "template"]
}
