/// RSS 0.9x and 2.0 (items inside the channel) and RSS 1.0 (items beside it).
enum RSSFeed {
    static func drafts(_ root: SafeXML.Element) throws(FeedError) -> NoticeDrafts {
        guard let channel = root["channel"] else { throw FeedError(.unexpectedShape) }
        let items = channel.all("item") + root.all("item")
        return NoticeDrafts(feedTitle: channel["title"].map { HTMLText.plain($0.text) }, drafts: items.map(draft))
    }

    private static func draft(_ item: SafeXML.Element) -> NoticeDraft {
        let bodies = ["description", "content:encoded"].compactMap { item[$0] }.map(text)
        return NoticeDraft(
            id: item["guid"]?.text ?? item.attributes["rdf:about"] ?? item.attributes["about"],
            title: item["title"].map(text),
            text: bodies.first { !$0.isEmpty },
            link: item["link"]?.text,
            date: ["pubDate", "dc:date", "date", "pubdate"].lazy.compactMap { item[$0]?.text }.first)
    }

    /// Some sites write their HTML bare instead of escaped; then it arrives as elements.
    private static func text(_ element: SafeXML.Element) -> String {
        element.children.isEmpty ? HTMLText.plain(element.text) : HTMLText.plain(element)
    }
}
