/// JSON Feed 1.0 and 1.1.
enum JSONFeed {
    static func drafts(_ json: JSONValue) throws(FeedError) -> NoticeDrafts {
        guard let version = json["version"]?.text, version.contains("jsonfeed.org"),
            let items = json["items"]?.elements
        else {
            // Gateways answer with their own document, whatever was asked.
            _ = try PublicDataEnvelope.page(of: .json(json))
            throw FeedError(.unexpectedShape)
        }
        var result = NoticeDrafts(feedTitle: json["title"]?.text, drafts: [], home: json["home_page_url"]?.text)
        for (index, item) in items.enumerated() {
            // The id is what tells a corrected notice from a new one; an item without is dropped.
            guard let id = item["id"]?.text, !id.isEmpty else {
                result.problems.append(FeedProblem(.unusableRow, row: index))
                continue
            }
            result.drafts.append(draft(item, id))
        }
        return result
    }

    private static func draft(_ item: JSONValue, _ id: String) -> NoticeDraft {
        let plain = item["content_text"]?.text.map { CleanText.lines($0) }
        let html = item["content_html"]?.text.map(HTMLText.plain)
        let summary = item["summary"]?.text.map { CleanText.lines($0) }
        return NoticeDraft(
            id: id, title: item["title"]?.text,
            text: [plain, html, summary].lazy.compactMap { $0 }.first { !$0.isEmpty },
            link: item["url"]?.text ?? item["external_url"]?.text, published: item["date_published"]?.text,
            modified: item["date_modified"]?.text)
    }
}
