import Foundation
import SignageFeed

extension ContentDraft {
    private static let longestTitle = 60
    private static let longestText = 1_000
    private static let longestStep = 80
    private static let mostSteps = 8

    /// The item that the draft describes, still without pictures, if a kiosk would show it.
    func checked(places: [ContentPlace], by user: String, at now: Date) throws(ContentProblem) -> ContentItem {
        guard let id = UUID(uuidString: id), let place = places.first(where: { $0.id == municipality }),
            centre.isEmpty || place.centres.contains(where: { $0.id == centre })
        else { throw .strange }
        try checkLengths()
        guard let priority = Int(priority) else { throw .unplayable(.invalid("priority")) }
        let item = ContentItem(
            id: id.uuidString, municipalityId: municipality, centreId: centre.isEmpty ? nil : centre, position: 0,
            kind: kind, text: content, window: try window(today: LocalDay(now)), priority: priority,
            share: try number(share, "share"), seconds: try number(seconds, "seconds"),
            screens: screens.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
                .filter { !$0.isEmpty },
            state: .draft, createdBy: user, createdAt: now, changedBy: user, changedAt: now)
        try Self.rehearse(item, at: now)
        return item
    }

    /// Reads the item as a kiosk will; a stand-in takes the place of its picture.
    private static func rehearse(_ item: ContentItem, at now: Date) throws(ContentProblem) {
        let picture = ContentPicture(
            itemId: item.id, page: 1, sha256: String(repeating: "0", count: 64), mediaType: "", width: 1, height: 1,
            size: 1)
        let entries = item.entries(pictures: item.kind.hasPictures ? [picture] : [], listings: .init(), at: now)
        let document: PlaylistDocument
        do { document = try PlaylistDocument(version: 0, entries: entries) } catch { throw .strange }
        if let problem = document.problems.first { throw .unplayable(problem.reason) }
    }

    private var content: ContentText {
        func given(_ part: ContentKind.Part, _ text: String) -> String? {
            kind.parts.contains(part) && !text.isEmpty ? text : nil
        }
        let lines = steps.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
        return ContentText(
            title: given(.title, title), text: given(.text, text),
            steps: kind.parts.contains(.steps) ? lines : nil, caption: given(.caption, caption),
            applyBy: given(.applyBy, applyBy))
    }

    private func window(today: LocalDay) throws(ContentProblem) -> ContentWindow {
        guard from.isEmpty == to.isEmpty else { throw .halfHours }
        for day in [first, last, applyBy] where !day.isEmpty && LocalDay(day) == nil {
            throw .unplayable(.invalid("days"))
        }
        if let end = LocalDay(last), end < today { throw .lastDayGone(.last) }
        if kind.parts.contains(.applyBy), let end = LocalDay(applyBy), end < today {
            throw .lastDayGone(.applyBy)
        }
        let isEveryDay = weekdays.isEmpty || weekdays.count == Self.weekdayNames.count
        return ContentWindow(
            first: first.isEmpty ? nil : first, last: last.isEmpty ? nil : last,
            weekdays: isEveryDay ? [] : Self.weekdayNames.filter(weekdays.contains),
            from: from.isEmpty ? nil : from, to: to.isEmpty ? nil : to)
    }

    private func number(_ text: String, _ member: String) throws(ContentProblem) -> Int? {
        guard !text.isEmpty else { return nil }
        guard let number = Int(text) else { throw .unplayable(.invalid(member)) }
        return number
    }

    private func checkLengths() throws(ContentProblem) {
        // Scalars, too: a letter may carry any number of marks.
        func fits(_ text: some StringProtocol, _ limit: Int) -> Bool {
            text.count <= limit && text.unicodeScalars.count <= 4 * limit
        }
        let lines = steps.split(separator: "\n")
        let areShort = lines.count <= Self.mostSteps && lines.allSatisfy { fits($0, Self.longestStep) }
        guard fits(title, Self.longestTitle) else { throw .tooLong(.title) }
        guard fits(text, Self.longestText) else { throw .tooLong(.text) }
        guard areShort else { throw .tooLong(.steps) }
        guard fits(caption, Self.longestTitle) else { throw .tooLong(.caption) }
        guard fits(screens, 400) else { throw .tooLong(.screens) }
        guard !title.contains("\n"), !caption.contains("\n") else { throw .strange }
    }
}

/// Where one may publish to: a municipality with its centres.
struct ContentPlace: Equatable, Sendable {
    struct Spot: Equatable, Sendable {
        let id: String
        let name: String
    }

    let id: String
    let name: String
    let centres: [Spot]
}
