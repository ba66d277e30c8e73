import Foundation

/// A notice as a feed wrote it, before it is cleaned.
struct NoticeDraft {
    var id: String?
    var title: String?
    var text: String?
    var link: String?
    /// As written; an unreadable one is kept as a notice without a date.
    var published: String?
    var modified: String?
}

/// What a notice feed holds, whatever its format.
struct NoticeDrafts {
    var feedTitle: String?
    var drafts: [NoticeDraft]
    /// The site's own page, against which relative links are read.
    var home: String?
    var problems: [FeedProblem] = []

    /// More than a wall shows in weeks; the newest are kept.
    static let itemLimit = 200

    /// A notice with what decides which of two counts.
    private struct Dated {
        let notice: Notice
        /// When it was last changed; no date is the oldest.
        let changed: Date
        let order: Int
    }

    /// Cleaned, one for each id (the newest wins), newest first; notices without a date come last, in the feed's order.
    func notices(_ context: FeedContext) -> FeedOutcome<Fact<[Notice]>> {
        guard !drafts.isEmpty || !problems.isEmpty else { return .empty }
        var problems = problems
        var byID: [String: Dated] = [:]
        let base = LinkBase(context.address ?? home)
        for (index, draft) in drafts.enumerated() {
            guard let dated = dated(draft, index, base, context, &problems) else { continue }
            if let known = byID[dated.notice.id], known.changed >= dated.changed { continue }
            byID[dated.notice.id] = dated
        }
        let sorted = Self.newestFirst(Array(byID.values))
        if sorted.count > Self.itemLimit { problems.append(FeedProblem(.tooManyItems)) }
        let kept = Array(sorted.prefix(Self.itemLimit))
        return .read(Fact(kept, issuedAt: context.receivedAt, fetchedAt: context.receivedAt), problems)
    }

    /// Sorts places instead of notices, which are many strings to move about.
    private static func newestFirst(_ notices: [Dated]) -> [Notice] {
        let keys = notices.map { (date: $0.notice.date, order: $0.order) }
        return keys.indices
            .sorted { (keys[$0].date, keys[$1].order) > (keys[$1].date, keys[$0].order) }
            .map { notices[$0].notice }
    }

    private func dated(
        _ draft: NoticeDraft, _ index: Int, _ base: LinkBase, _ context: FeedContext, _ problems: inout [FeedProblem]
    ) -> Dated? {
        let text = draft.text ?? ""
        let link = Self.filled(draft.link, limit: 2_000).map(base.resolved)
        let written = Self.filled(draft.title) ?? Self.filled(text.split { $0.isNewline }.first.map(String.init))
        // Without a title or a text there still may be a page to go to.
        guard let title = written ?? link.map({ CleanText.line($0) }) ?? Self.filled(draft.id) else {
            problems.append(FeedProblem(.unusableRow, row: index))
            return nil
        }
        let id = Self.filled(draft.id, limit: 500) ?? Self.filled(draft.link, limit: 500) ?? title
        let published = draft.published.flatMap { Self.date($0, context) }
        let modified = draft.modified.flatMap { Self.date($0, context) }
        let isDated = Self.filled(draft.published) != nil || Self.filled(draft.modified) != nil
        if published == nil, modified == nil, isDated { problems.append(FeedProblem(.unreadableDate, row: index)) }
        let notice = Notice(
            id: id, title: title, text: text, from: context.sourceName ?? Self.filled(feedTitle) ?? "",
            publishedAt: published ?? modified, link: LinkBase.web(link))
        return Dated(notice: notice, changed: modified ?? published ?? .distantPast, order: index)
    }

    private static func filled(_ text: String?, limit: Int = 200) -> String? {
        guard let text else { return nil }
        let line = CleanText.line(text, limit: limit)
        return line.isEmpty ? nil : line
    }

    /// Site software writes 1970 for "never" and mistypes centuries. A notice may be dated ahead, but not for years.
    private static func date(_ text: String, _ context: FeedContext) -> Date? {
        guard let date = DateReader.date(text) else { return nil }
        let oldest = Date(timeIntervalSince1970: 946_684_800)
        let newest = max(context.receivedAt, oldest).addingTimeInterval(366 * 86_400)
        return (oldest...newest).contains(date) ? date : nil
    }
}

extension Notice {
    /// For ordering: no date is the oldest.
    fileprivate var date: Date { publishedAt ?? .distantPast }
}
