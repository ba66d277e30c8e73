/// How long older people need for a text on a wall.
public enum ReadingTime {
    /// Korean syllables a minute: 3.5 a second, the lower bound of unhurried Korean speech (3.5–4.2, of low confidence
    /// as no study of older readers at a wall was found), because many read under their breath and the voice reads along.
    public static let syllablesPerMinute = 210

    /// Nobody looks up at once; captions stay at least five seconds (Seoul Digital Foundation).
    static let shortest = 8
    /// Longer texts are cut into pages.
    static let longest = 60

    /// Whole seconds for a text, at least ``shortest`` and at most ``longest``.
    public static func seconds(for text: String) -> Int {
        // Three seconds to notice that there is something new.
        let reading = 3 + (syllables(in: text) * 60 + syllablesPerMinute - 1) / syllablesPerMinute
        return min(longest, max(shortest, reading))
    }

    /// A Hangul syllable, a Chinese character and a digit are each spoken as one; two Latin letters count as one.
    public static func syllables(in text: String) -> Int {
        var (whole, letters) = (0, 0)
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0xAC00...0xD7A3, 0x3041...0x30FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0x30...0x39: whole += 1
            case 0x41...0x5A, 0x61...0x7A: letters += 1
            default: break
            }
        }
        return whole + (letters + 1) / 2
    }
}
