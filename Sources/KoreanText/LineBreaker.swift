/// Cuts text into pieces that must stay on one line.
public enum LineBreaker {
    /// The pieces of a text; joined they are the text again. Spaces stay at a piece's end, and a piece that ends
    /// with a line feed ends its line.
    ///
    /// Korean and European words are never cut: lines break at spaces. Chinese and Japanese break between
    /// characters, closing marks never begin a line and opening ones never end it. A number keeps its unit in all
    /// languages, also across a space, and nothing breaks at a no-break space.
    /// - Parameter language: `ko`, `en`, `zh` or `ja`, with or without a region or script (`zh-Hans`).
    public static func pieces(of text: String, language: String) -> [String] {
        let characters = Array(text)
        guard let last = characters.indices.last else { return [] }
        let breaksInWords = language.prefix { $0 != "-" && $0 != "_" } != "ko"
        var (pieces, start) = ([String](), 0)
        for index in characters.indices where index == last || breaks(characters, index, breaksInWords) {
            pieces.append(String(characters[start...index]))
            start = index + 1
        }
        return pieces
    }

    /// Whether a line may end after a character that is not the last.
    private static func breaks(_ text: [Character], _ index: Int, _ breaksInWords: Bool) -> Bool {
        let (this, next) = (text[index], text[index + 1])
        if this.isNewline { return true }
        if next.isNewline || next.isBreakingSpace || next.closesLine { return false }
        if this.isBreakingSpace { return breaksAfterSpace(text, index) }
        guard breaksInWords, this.isIdeographic || next.isIdeographic else { return false }
        if this.opensLine || this.isGlue || next.isGlue || this == next && this.isDash { return false }
        return !NumberAndUnit.joins(text, endOfNumber: index, startOfUnit: index + 1)
            && !NumberAndUnit.isInsideUnit(text, index)
    }

    /// 님 and 씨 stay with the name before them.
    private static func isHonorific(_ text: ArraySlice<Character>) -> Bool {
        let word = text.prefix(5).prefix { HangulSyllable($0) != nil }
        guard let first = word.first, first == "님" || first == "씨" else { return false }
        return word.count == 1 || NumberAndUnit.koreanEndings.contains(String(word.dropFirst()))
    }

    private static func breaksAfterSpace(_ text: [Character], _ index: Int) -> Bool {
        guard let word = text[...index].lastIndex(where: { !$0.isBreakingSpace }) else { return true }
        if text[word].opensLine || isHonorific(text[(index + 1)...]) { return false }
        return text[index] == "\u{200B}" || !NumberAndUnit.joins(text, endOfNumber: word, startOfUnit: index + 1)
    }
}

extension Character {
    /// Spaces at which a line may end; not the no-break ones.
    fileprivate var isBreakingSpace: Bool {
        switch self {
        case "\u{A0}", "\u{202F}", "\u{2007}", "\u{2060}", "\u{FEFF}": false
        case "\u{200B}": true
        default: isWhitespace && !isNewline
        }
    }

    /// Marks that may not begin a line: closing brackets and quotes, full stops, small kana, unit signs.
    fileprivate var closesLine: Bool {
        Self.closing.contains(self)
    }

    /// Marks that may not end a line: opening brackets and quotes, currency signs.
    fileprivate var opensLine: Bool {
        Self.opening.contains(self)
    }

    /// Joins what stands around it: no-break spaces and quotes of which nobody knows the side.
    fileprivate var isGlue: Bool {
        switch self {
        case "\u{A0}", "\u{202F}", "\u{2007}", "\u{2060}", "\u{FEFF}", "\"", "'": true
        default: false
        }
    }

    fileprivate var isDash: Bool { self == "—" || self == "―" || self == "…" || self == "‥" }

    /// Han characters, kana and full-width signs, around which Chinese and Japanese lines may break.
    fileprivate var isIdeographic: Bool {
        guard let value = unicodeScalars.first?.value else { return false }
        switch value {
        case 0x2E80...0x2FFF, 0x3000...0x312F, 0x3190...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF,
            0xFE30...0xFE4F, 0xFF01...0xFF9F, 0x1F000...0x1FAFF, 0x20000...0x3FFFF, 0x2014, 0x2015, 0x2025, 0x2026:
            return true
        default: return false
        }
    }

    private static let closing = Set<Character>(
        ")]}>.,!?:;%…‥’”»›、。，．・：；？！）」』】〕〉》｝］〗〙〛｠〟々〻ーゝゞヽヾ〜～゠％‰℃℉°￠"
            + "ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶㇰㇱㇲㇳㇴㇵㇶㇷㇸㇹㇺㇻㇼㇽㇾㇿ｡｣､･ｧｨｩｪｫｬｭｮｯｰ")
    private static let opening = Set<Character>("([{<‘“«‹（「『【〔〈《｛［〖〘〚｟〝｢₩$€£¥￥＄￡￦#＃第")
}
