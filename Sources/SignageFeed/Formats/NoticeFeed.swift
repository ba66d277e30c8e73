/// Notices of sites: RSS 0.9x, 1.0 and 2.0, Atom 0.3 and 1.0, JSON Feed. The document itself says which it is.
enum NoticeFeed {
    static func parse(_ bytes: [UInt8], _ context: FeedContext) -> FeedOutcome<Fact<[Notice]>> {
        do throws(FeedError) {
            let drafts =
                switch try FeedDocument(bytes) {
                case .json(let json): try JSONFeed.drafts(json)
                case .xml(let root): try drafts(root)
                }
            return drafts.notices(context)
        } catch {
            return .failed(error)
        }
    }

    private static func drafts(_ root: SafeXML.Element) throws(FeedError) -> NoticeDrafts {
        switch root.name {
        case "rss", "RDF": return try RSSFeed.drafts(root)
        case "feed": return AtomFeed.drafts(root)
        default:
            // Gateways answer with their own document, whatever was asked.
            _ = try PublicDataEnvelope.page(of: .xml(root))
            throw FeedError(.unexpectedShape)
        }
    }
}
