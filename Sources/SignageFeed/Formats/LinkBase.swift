import Foundation

/// What relative links of a feed are relative to: `xml:base` from the outside in.
struct LinkBase {
    private let base: String?

    init(_ base: String?) { self.base = base }

    /// The base inside of `element`.
    func entering(_ element: SafeXML.Element) -> LinkBase {
        guard let inner = element.attributes["xml:base"] else { return self }
        return LinkBase(resolved(inner))
    }

    /// The link made absolute where a base is known; otherwise as it was written.
    func resolved(_ link: String) -> String {
        let link = CleanText.line(link, limit: 2_000)
        guard !Self.isAbsolute(link), let base, let url = URL(string: link, relativeTo: URL(string: base)) else {
            return link
        }
        return url.absoluteString
    }

    /// Whether it begins with a scheme.
    static func isAbsolute(_ link: String) -> Bool {
        let start = link.unicodeScalars.drop {
            $0 == " " || !$0.isASCII && $0.properties.isWhitespace || $0.value < 0x20
        }
        let scheme = start.prefix(16)
        guard let colon = scheme.firstIndex(of: ":"), let first = scheme.first, isLetter(first) else { return false }
        return scheme[..<colon].allSatisfy {
            isLetter($0) || ("0"..."9").contains($0) || "+-.".unicodeScalars.contains($0)
        }
    }

    private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar)
    }

    /// A wall offers web pages only: nil for `javascript:` and its like, and for what stayed relative.
    static func web(_ link: String?) -> String? {
        guard let link else { return nil }
        let lower = link.prefix(8).lowercased()
        return lower.hasPrefix("http://") || lower.hasPrefix("https://") ? link : nil
    }
}
