import Foundation

/// Atom 1.0 and its ancestor 0.3.
enum AtomFeed {
    static func drafts(_ root: SafeXML.Element) -> NoticeDrafts {
        let base = LinkBase(nil).entering(root)
        return NoticeDrafts(
            feedTitle: root["title"].map(text), drafts: root.all("entry").map { draft($0, base.entering($0)) },
            home: link(root, base))
    }

    private static func draft(_ entry: SafeXML.Element, _ base: LinkBase) -> NoticeDraft {
        let bodies = ["content", "summary"].compactMap { entry[$0] }.map(text)
        // 0.3 says issued, created and modified.
        let dates = { (names: [String]) in names.lazy.compactMap { entry[$0]?.text }.first { !$0.isEmpty } }
        return NoticeDraft(
            id: entry["id"]?.text, title: entry["title"].map(text), text: bodies.first { !$0.isEmpty },
            link: link(entry, base), published: dates(["published", "issued", "created"]),
            modified: dates(["updated", "modified"]))
    }

    /// Where people read it; a feed's own address and its parts are no such place.
    private static func link(_ element: SafeXML.Element, _ base: LinkBase) -> String? {
        let links = element.all("link").filter { $0.attributes["href"] != nil }
        func relation(_ link: SafeXML.Element) -> String { link.attributes["rel"] ?? "alternate" }
        let chosen =
            links.first { relation($0) == "alternate" && ($0.attributes["type"] ?? "text/html").contains("html") }
            ?? links.first { relation($0) == "alternate" } ?? links.first { relation($0) == "related" }
        guard let chosen, let href = chosen.attributes["href"] else { return nil }
        return base.entering(chosen).resolved(href)
    }

    /// A text construct: XHTML as elements, HTML escaped, or plain. In 0.3 the type is a media type and a mode says how
    /// it is written down.
    private static func text(_ element: SafeXML.Element) -> String {
        if element.hasChildren { return HTMLText.plain(element) }
        let type = (element.attributes["type"] ?? "text").lowercased()
        let isText = !type.contains("/") || type.hasPrefix("text/") || type.contains("xml")
        if element.attributes["mode"] == "base64" || !isText {
            guard isText, let data = Data(base64Encoded: element.text, options: .ignoreUnknownCharacters) else {
                return ""
            }
            return HTMLText.plain(String(decoding: data, as: UTF8.self))
        }
        let isHTML = type.contains("html") || element.attributes["mode"] == "escaped"
        return isHTML ? HTMLText.plain(element.text) : CleanText.lines(element.text)
    }
}
