/// Atom 1.0 and its ancestor 0.3.
enum AtomFeed {
    static func drafts(_ root: SafeXML.Element) -> NoticeDrafts {
        NoticeDrafts(feedTitle: root["title"].map(text), drafts: root.all("entry").map(draft))
    }

    private static func draft(_ entry: SafeXML.Element) -> NoticeDraft {
        let bodies = ["content", "summary"].compactMap { entry[$0] }.map(text)
        let links = entry.all("link")
        let link = links.first { ($0.attributes["rel"] ?? "alternate") == "alternate" } ?? links.first
        // 0.3 says modified and issued.
        let dates = ["updated", "published", "modified", "issued"]
        return NoticeDraft(
            id: entry["id"]?.text, title: entry["title"].map(text), text: bodies.first { !$0.isEmpty },
            link: link?.attributes["href"], date: dates.lazy.compactMap { entry[$0]?.text }.first)
    }

    /// A text construct: XHTML as elements, HTML escaped, or plain. In 0.3 the type is a media type.
    private static func text(_ element: SafeXML.Element) -> String {
        if !element.children.isEmpty { return HTMLText.plain(element) }
        let type = element.attributes["type"] ?? "text"
        let isHTML = type.contains("html") || element.attributes["mode"] == "escaped"
        return isHTML ? HTMLText.plain(element.text) : CleanText.lines(element.text)
    }
}
