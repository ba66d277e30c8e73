/// Turns the HTML of a notice into lines of plain text.
enum HTMLText {
    /// Blocks and line breaks become line ends; scripts, styles, comments and office leftovers vanish.
    static func plain(_ html: String) -> String {
        let bytes = Array(html.utf8)
        guard bytes.contains(where: { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "&") || $0 == 0x0A }) else {
            return CleanText.lines(utf8: bytes)
        }
        var reader = HTMLReader(bytes: bytes)
        return CleanText.lines(utf8: reader.text())
    }

    /// Text of an XHTML tree, by the same rules.
    static func plain(_ element: SafeXML.Element) -> String {
        var text: [UInt8] = []
        flatten(element, into: &text)
        return CleanText.lines(utf8: text)
    }

    private static func flatten(_ element: SafeXML.Element, into text: inout [UInt8]) {
        let tag = HTMLTag(element.name)
        guard !tag.isHidden else { return }
        if tag.breaksLines { text.append(0x0A) }
        if tag.isCell { text.append(0x20) }
        for node in element.nodes {
            switch node {
            // Line ends in the source are blanks; only blocks break lines.
            case .text(let part): text += part.utf8.map { $0 == 0x0A || $0 == 0x0D ? 0x20 : $0 }
            case .element(let child): flatten(child, into: &text)
            }
        }
        if tag.breaksLines { text.append(0x0A) }
    }
}
