/// How a text ends when it is read aloud, as far as particles care.
///
/// Looks through closing quotes, brackets and punctuation. A note in round brackets does not count, as the
/// National Institute of Korean Language advises: the particle follows the word before the bracket
/// (`체중(kg)이`). What cannot be read (an emoji, a Chinese character) is looked through, too; a text in which
/// nothing can be read counts as ending in a vowel.
enum EndingSound: Equatable, Sendable {
    case vowel, consonant, rieul

    init(of text: some StringProtocol) {
        var rest = Self.withoutNotes(Array(text.suffix(Self.reach)))[...]
        while let last = rest.last {
            if let sound = Self.sound(of: last, endOf: rest) {
                self = sound
                return
            }
            rest.removeLast()
        }
        self = .vowel
    }

    /// Characters from the end that are looked at; bounds the work for any text.
    private static let reach = 200

    /// Cuts notes in round brackets off the end, unless nothing readable would be left before them.
    private static func withoutNotes(_ characters: [Character]) -> [Character] {
        var rest = characters[...]
        while let last = rest.last, !isReadable(last) {
            guard last == ")" || last == "）" else {
                rest.removeLast()
                continue
            }
            guard let opening = opening(of: rest), rest[..<opening].contains(where: isReadable) else {
                return characters
            }
            rest = rest[..<opening]
        }
        return rest.isEmpty ? characters : Array(rest)
    }

    private static func isReadable(_ character: Character) -> Bool {
        character.isLetter || character.isNumber || UnitReading.symbols[character] != nil
    }

    /// Where the bracket at the very end was opened.
    private static func opening(of characters: ArraySlice<Character>) -> Int? {
        var depth = 0
        for index in characters.indices.reversed() {
            switch characters[index] {
            case ")", "）": depth += 1
            case "(", "（":
                depth -= 1
                if depth == 0 { return index }
            default: break
            }
        }
        return nil
    }

    /// Nil when the character cannot be read.
    private static func sound(of last: Character, endOf text: ArraySlice<Character>) -> EndingSound? {
        if let syllable = HangulSyllable(last) { return syllable.sound }
        if last.digitValue != nil { return NumberReading.sound(endOf: text) }
        if last.isASCIILetter { return UnitReading.sound(endOf: text) ?? letterName(last) }
        return jamoName(last) ?? kana(last) ?? UnitReading.symbols[last]
    }

    /// Letters are read by name: 엘, 엠, 엔, 알 end in a consonant.
    private static func letterName(_ letter: Character) -> EndingSound {
        switch letter {
        case "L", "l", "R", "r": .rieul
        case "M", "m", "N", "n": .consonant
        default: .vowel
        }
    }

    /// 기역, 니은 … all end in a consonant, 리을 in ㄹ; vowels are their own names.
    private static func jamoName(_ letter: Character) -> EndingSound? {
        if letter == "ㄹ" { return .rieul }
        if Jamo.isConsonant(letter) { return .consonant }
        return Jamo.isVowel(letter) ? .vowel : nil
    }

    /// Kana end in a vowel, but for ん.
    private static func kana(_ letter: Character) -> EndingSound? {
        switch letter {
        case "ん", "ン": .consonant
        case "ぁ"..."ゖ", "ァ"..."ヺ", "ー": .vowel
        default: nil
        }
    }
}

extension HangulSyllable {
    var sound: EndingSound {
        switch final {
        case 0: .vowel
        case 8: .rieul
        default: .consonant
        }
    }
}

extension Character {
    /// 0…9 for ASCII and full-width digits.
    var digitValue: Int? {
        guard unicodeScalars.count == 1, let value = unicodeScalars.first?.value else { return nil }
        switch value {
        case 0x30...0x39: return Int(value - 0x30)
        case 0xFF10...0xFF19: return Int(value - 0xFF10)
        default: return nil
        }
    }

    var isASCIILetter: Bool { isASCII && isLetter }
}
