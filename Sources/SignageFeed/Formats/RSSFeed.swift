/// RSS 0.9x and 2.0 (items inside the channel) and RSS 1.0 (items beside it); some home-made ones have no channel at all.
enum RSSFeed {
    static func drafts(_ root: SafeXML.Element) throws(FeedError) -> NoticeDrafts {
        let channel = root["channel"]
        let items = (channel?.all("item") ?? []) + root.all("item")
        guard channel != nil || !items.isEmpty else { throw FeedError(.unexpectedShape) }
        let base = LinkBase(nil).entering(root)
        let inner = channel.map(base.entering) ?? base
        return NoticeDrafts(
            feedTitle: channel?["title"].map(text), drafts: items.map { draft($0, inner.entering($0)) },
            home: channel?["link"]?.text)
    }

    private static func draft(_ item: SafeXML.Element, _ base: LinkBase) -> NoticeDraft {
        let bodies = [
            "description", "content:encoded", "xhtml:body", "body", "fulltext", "dc:description", "itunes:summary",
        ]
        return NoticeDraft(
            id: item["guid"]?.text ?? item.attributes["rdf:about"] ?? item.attributes["about"],
            title: (item["title"] ?? item["dc:title"] ?? item["media:title"]).map(text),
            text: bodies.lazy.compactMap { item[$0] }.map(text).first { !$0.isEmpty },
            link: link(item, base),
            published: first(["pubDate", "dc:date", "dcterms:issued", "atom:published", "date", "pubdate"], item),
            modified: first(["dcterms:modified", "atom:updated"], item))
    }

    /// The link of its own, of Atom, or a guid that says it is one.
    private static func link(_ item: SafeXML.Element, _ base: LinkBase) -> String? {
        if let link = item["link"], !CleanText.line(link.text).isEmpty {
            return base.entering(link).resolved(link.text)
        }
        let related = item.all("atom:link").first { ($0.attributes["rel"] ?? "alternate") == "alternate" }
        if let href = related?.attributes["href"] { return base.resolved(href) }
        guard let guid = item["guid"], guid.attributes["isPermaLink"]?.lowercased() != "false",
            LinkBase.isAbsolute(guid.text)
        else { return item.attributes["rdf:about"] }
        return guid.text
    }

    private static func first(_ names: [String], _ item: SafeXML.Element) -> String? {
        names.lazy.compactMap { item[$0]?.text }.first { !$0.isEmpty }
    }

    /// Some sites write their HTML bare instead of escaped; then it arrives as elements.
    private static func text(_ element: SafeXML.Element) -> String {
        element.hasChildren ? HTMLText.plain(element) : HTMLText.plain(element.text)
    }
}
