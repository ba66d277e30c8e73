/// Text on its way into HTML.
enum MarkupText {
    private static let markup: Set<Unicode.Scalar> = ["<", ">", "&", "\"", "'"]

    /// The text without scalars that melt into a markup character.
    ///
    /// The template library escapes whole characters, and a quotation mark with a combining accent is a character
    /// of its own that it does not know: it would pass unescaped and end the attribute it stands in.
    static func withoutJoiners(_ text: String) -> String {
        guard text.contains(where: isDisguised) else { return text }
        var safe = String.UnicodeScalarView()
        for character in text {
            if isDisguised(character), let mark = character.unicodeScalars.first(where: markup.contains) {
                safe.append(mark)
                safe.append("\u{2060}")
            } else {
                safe.append(contentsOf: character.unicodeScalars)
            }
        }
        return String(safe)
    }

    private static func isDisguised(_ character: Character) -> Bool {
        character.unicodeScalars.count > 1 && character.unicodeScalars.contains(where: markup.contains)
    }
}
