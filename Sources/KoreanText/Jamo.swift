/// One Hangul syllable taken apart. Works for composed (`김`) and decomposed spelling alike.
struct HangulSyllable: Equatable, Sendable {
    /// 0…18, ㄱ to ㅎ.
    let initial: Int
    /// 0…20, ㅏ to ㅣ.
    let medial: Int
    /// 0 for none, 1…27, ㄱ to ㅎ.
    let final: Int

    /// Nil for everything that is not one modern syllable.
    init?(_ character: Character) {
        var scalars = character.unicodeScalars.map(\.value)[...]
        guard let first = scalars.popFirst() else { return nil }
        switch first {
        case 0xAC00...0xD7A3:
            let index = Int(first - 0xAC00)
            (initial, medial) = (index / 588, index % 588 / 28)
            final = Self.final(index % 28, and: scalars)
        case 0x1100...0x1112:
            guard let vowel = scalars.popFirst(), (0x1161...0x1175).contains(vowel) else { return nil }
            (initial, medial) = (Int(first - 0x1100), Int(vowel - 0x1161))
            final = Self.final(0, and: scalars)
        default:
            return nil
        }
    }

    private static func final(_ own: Int, and rest: ArraySlice<UInt32>) -> Int {
        guard own == 0, let next = rest.first, (0x11A8...0x11C2).contains(next) else { return own }
        return Int(next - 0x11A7)
    }
}

/// The letters of the Hangul alphabet as keys and screens show them (compatibility jamo).
enum Jamo {
    /// Initial consonants in the order of the syllable table.
    static let initials: [Character] = Array("ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ")

    /// Vowels in the order of the syllable table.
    static let medials: [Character] = Array("ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ")
    /// Final consonants in the order of the syllable table, without the first, which is none.
    static let finals: [Character] = Array("ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ")

    /// Letters that are written with two keys of the two-set keyboard, and these keys' letters.
    static let parts: [Character: [Character]] = [
        "ㄳ": ["ㄱ", "ㅅ"], "ㄵ": ["ㄴ", "ㅈ"], "ㄶ": ["ㄴ", "ㅎ"], "ㄺ": ["ㄹ", "ㄱ"], "ㄻ": ["ㄹ", "ㅁ"],
        "ㄼ": ["ㄹ", "ㅂ"], "ㄽ": ["ㄹ", "ㅅ"], "ㄾ": ["ㄹ", "ㅌ"], "ㄿ": ["ㄹ", "ㅍ"], "ㅀ": ["ㄹ", "ㅎ"],
        "ㅄ": ["ㅂ", "ㅅ"], "ㅘ": ["ㅗ", "ㅏ"], "ㅙ": ["ㅗ", "ㅐ"], "ㅚ": ["ㅗ", "ㅣ"], "ㅝ": ["ㅜ", "ㅓ"],
        "ㅞ": ["ㅜ", "ㅔ"], "ㅟ": ["ㅜ", "ㅣ"], "ㅢ": ["ㅡ", "ㅣ"],
    ]

    /// The plain consonant of a doubled one.
    static let plain: [Character: Character] = ["ㄲ": "ㄱ", "ㄸ": "ㄷ", "ㅃ": "ㅂ", "ㅆ": "ㅅ", "ㅉ": "ㅈ"]

    /// The keys that make a text: 값 is ㄱ ㅏ ㅂ ㅅ. What is no Hangul stays.
    static func letters(of text: String) -> [Character] {
        text.flatMap { character -> [Character] in
            guard let syllable = HangulSyllable(character) else { return [character] }
            return [initials[syllable.initial], medials[syllable.medial]]
                + (syllable.final == 0 ? [] : [finals[syllable.final - 1]])
        }.flatMap { parts[$0] ?? [$0] }
    }

    static func isConsonant(_ character: Character) -> Bool { ("ㄱ"..."ㅎ").contains(character) }
    static func isVowel(_ character: Character) -> Bool { ("ㅏ"..."ㅣ").contains(character) }
}
