/// Cuts a text into pages that fit a wall and are read in one go.
public enum TextPages {
    /// Seven lines of at most eighteen syllables (UX-08).
    public static let syllables = 7 * 18
    /// Who wants more takes the link: one notice must not hold the wall for ever.
    public static let limit = 4

    /// At least one page; cut at line ends and spaces, inside a word only when it alone is longer than a page. Where a page
    /// holds fewer syllables there are more pages.
    public static func split(_ text: String, syllables: Int = Self.syllables) -> [String] {
        let limit = max(limit, limit * Self.syllables / max(1, syllables))
        var pages: [String] = []
        var page = ""
        var room = syllables
        for word in words(text, syllables) {
            let length = ReadingTime.syllables(in: word)
            if length > room, !page.isEmpty {
                pages.append(page)
                (page, room) = ("", syllables)
                if pages.count == limit { return marked(pages) }
            }
            page += word
            room -= length
        }
        pages.append(page)
        return pages.map(trimmed)
    }

    /// Words with the blank that follows them; a word beyond a page's length comes in pieces.
    private static func words(_ text: String, _ syllables: Int) -> [String] {
        var words: [String] = []
        var word = ""
        for character in text {
            word.append(character)
            if character.isWhitespace || word.unicodeScalars.count >= syllables {
                words.append(word)
                word = ""
            }
        }
        return word.isEmpty ? words : words + [word]
    }

    private static func marked(_ pages: [String]) -> [String] {
        pages.dropLast().map(trimmed) + pages.suffix(1).map { trimmed($0) + "…" }
    }

    private static func trimmed(_ page: String) -> String {
        let end = page.lastIndex { !$0.isWhitespace }
        return end.map { String(page[...$0].drop(while: \.isWhitespace)) } ?? ""
    }
}
