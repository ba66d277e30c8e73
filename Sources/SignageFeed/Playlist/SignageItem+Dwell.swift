extension SignageItem {
    /// Seconds on the wall for each page of its content, at least one page.
    public var dwell: [Int] { dwell(pageSyllables: TextPages.syllables) }

    /// The same on a screen whose pages hold so many syllables.
    func dwell(pageSyllables: Int) -> [Int] {
        let pages = readingDwell(pageSyllables)
        guard let seconds else { return pages }
        // A stated time is for the whole; each page keeps at least a look.
        let each = max(ReadingTime.shortest, seconds / pages.count)
        return pages.count == 1 ? [seconds] : pages.map { _ in each }
    }

    private func readingDwell(_ syllables: Int) -> [Int] {
        switch content {
        case .notice(let title, let text): Self.reading(title, text, syllables)
        case .job(let posting), .course(let posting): Self.reading(posting.title, posting.text, syllables)
        case .practice(let title, let steps): [ReadingTime.seconds(for: title + steps.joined()) + 10]
        case .picture(_, let caption): [max(10, ReadingTime.seconds(for: caption ?? ""))]
        case .weather(.week), .newsletter, .localPin: [ReadingTime.longest / 2]
        case .weather(.today), .buses, .classOfToday, .care, .frames: [15]
        case .weather(.tomorrow): [12]
        case .noticeFeed, .unknown: [ReadingTime.shortest]
        }
    }

    /// The title stands above every page.
    private static func reading(_ title: String, _ text: String, _ syllables: Int) -> [Int] {
        TextPages.split(text, syllables: syllables).map { ReadingTime.seconds(for: title + $0) }
    }
}
