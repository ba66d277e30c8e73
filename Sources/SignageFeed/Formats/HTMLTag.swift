/// The name of an HTML element without prefix, in lower case: its first eight letters in one number, which tells all
/// names of HTML apart and costs nothing to compare.
struct HTMLTag: Hashable {
    private let packed: UInt64

    init(_ name: some Sequence<UInt8>) {
        var packed: UInt64 = 0
        for byte in name {
            if byte == UInt8(ascii: ":") {
                packed = 0
            } else if packed < 1 << 56 {
                packed = packed << 8 | UInt64(byte | 0x20)
            }
        }
        self.packed = packed
    }

    init(_ name: String) { self.init(name.utf8) }

    var breaksLines: Bool { Self.blocks.contains(self) }
    /// Whether nothing inside of it is text.
    var isHidden: Bool { Self.hidden.contains(self) }
    var isCell: Bool { self == Self.cell || self == Self.headerCell }

    private static let cell = HTMLTag("td")
    private static let headerCell = HTMLTag("th")
    /// Lists, the most frequent first: to compare a few numbers costs less than to hash one.
    private static let blocks = [
        "p", "br", "div", "li", "ul", "ol", "tr", "table", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "dt", "dd",
        "section", "article", "blockquote", "pre", "header", "footer",
    ].map { HTMLTag($0) }
    private static let hidden = [
        "script", "style", "head", "iframe", "object", "xml", "noscript", "template",
    ].map { HTMLTag($0) }
}
