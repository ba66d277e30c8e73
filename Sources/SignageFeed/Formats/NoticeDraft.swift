import Foundation

/// A notice as a feed wrote it, before it is cleaned.
struct NoticeDraft {
    var id: String?
    var title: String?
    var text: String?
    var link: String?
    /// As written; an unreadable one is kept as a notice without a date.
    var date: String?
}

/// What a notice feed holds, whatever its format.
struct NoticeDrafts {
    var feedTitle: String?
    var drafts: [NoticeDraft]
    var problems: [FeedProblem] = []

    /// More than a wall shows in weeks; the newest are kept.
    static let itemLimit = 200

    /// Cleaned, one for each id (the newest wins), newest first; notices without a date come last, in the feed's order.
    func notices(_ context: FeedContext) -> FeedOutcome<Fact<[Notice]>> {
        guard !drafts.isEmpty || !problems.isEmpty else { return .empty }
        var problems = problems
        var byID: [String: (notice: Notice, order: Int)] = [:]
        for (index, draft) in drafts.enumerated() {
            guard let notice = notice(draft, index, context, &problems) else { continue }
            if let known = byID[notice.id], known.notice.date >= notice.date { continue }
            byID[notice.id] = (notice, index)
        }
        guard !byID.isEmpty else { return .failed(FeedError(.unexpectedShape)) }
        let sorted = byID.values.sorted { ($0.notice.date, $1.order) > ($1.notice.date, $0.order) }.map(\.notice)
        if sorted.count > Self.itemLimit { problems.append(FeedProblem(.tooManyItems)) }
        let kept = Array(sorted.prefix(Self.itemLimit))
        return .read(Fact(kept, issuedAt: context.receivedAt, fetchedAt: context.receivedAt), problems)
    }

    private func notice(
        _ draft: NoticeDraft, _ index: Int, _ context: FeedContext, _ problems: inout [FeedProblem]
    ) -> Notice? {
        let text = draft.text ?? ""
        let title = Self.filled(draft.title) ?? Self.filled(text.split { $0.isNewline }.first.map(String.init))
        let id = Self.filled(draft.id, limit: 500) ?? Self.filled(draft.link, limit: 500)
        guard let title, let id = id ?? Self.filled(draft.title) else {
            problems.append(FeedProblem(.unusableRow, row: index))
            return nil
        }
        let date = draft.date.flatMap(DateReader.date).flatMap { Self.plausible($0, context) }
        if date == nil, Self.filled(draft.date) != nil {
            problems.append(FeedProblem(.unreadableDate, row: index))
        }
        let from = context.sourceName ?? Self.filled(feedTitle) ?? ""
        return Notice(
            id: id, title: title, text: text, from: from, publishedAt: date, link: Self.filled(draft.link, limit: 2_000)
        )
    }

    private static func filled(_ text: String?, limit: Int = 200) -> String? {
        guard let text else { return nil }
        let line = CleanText.line(text, limit: limit)
        return line.isEmpty ? nil : line
    }

    /// Site software writes 1970 for "never" and mistypes centuries. A notice may be dated ahead, but not for years.
    private static func plausible(_ date: Date, _ context: FeedContext) -> Date? {
        let oldest = Date(timeIntervalSince1970: 946_684_800)
        let newest = max(context.receivedAt, oldest).addingTimeInterval(366 * 86_400)
        return (oldest...newest).contains(date) ? date : nil
    }
}

extension Notice {
    /// For ordering: no date is the oldest.
    fileprivate var date: Date { publishedAt ?? .distantPast }
}
