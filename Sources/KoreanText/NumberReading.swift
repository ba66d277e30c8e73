/// How numbers in digits sound at their end.
enum NumberReading {
    /// Reads the number at the end of a text: `1,000` is 천, `20` 이십, `0.10` 영 점 일 영.
    static func sound(endOf text: ArraySlice<Character>) -> EndingSound? {
        let number = text.reversed().prefix { $0.digitValue != nil || $0 == "," || $0 == "." }
        let digits = number.prefix { $0 != "." }.compactMap(\.digitValue)
        guard let last = digits.first else { return nil }
        let hasPoint = number.count > digits.count && number.contains(".")
        let isFraction = hasPoint && number.last?.digitValue != nil
        let zeros = digits.prefix { $0 == 0 }.count
        guard last == 0, !isFraction, zeros < digits.count else { return digit(last) }
        return magnitude(zeros: zeros)
    }

    /// 영 일 이 삼 사 오 육 칠 팔 구
    private static func digit(_ value: Int) -> EndingSound {
        switch value {
        case 1, 7, 8: .rieul
        case 0, 3, 6: .consonant
        default: .vowel
        }
    }

    /// 십 백 천 만 억 and 경 end in a consonant; 조 (10¹²) and 해 (10²⁰) in a vowel.
    private static func magnitude(zeros: Int) -> EndingSound {
        (12...15).contains(zeros) || (20...23).contains(zeros) ? .vowel : .consonant
    }
}

/// How units sound that are written in Latin letters or as one sign: `19.2kg` is read 킬로그램.
enum UnitReading {
    /// The unit at the end of a text, if a number stands before it.
    static func sound(endOf text: ArraySlice<Character>) -> EndingSound? {
        let unit = String(text.reversed().prefix { $0.isASCIILetter }.reversed())
        guard let sound = words[unit.lowercased()] else { return nil }
        let before = text.dropLast(unit.count).last { !$0.isWhitespace }
        return before?.digitValue == nil ? nil : sound
    }

    private static let words: [String: EndingSound] = [
        "kg": .consonant, "g": .consonant, "mg": .consonant,
        "km": .vowel, "m": .vowel, "cm": .vowel, "mm": .vowel,
        "l": .vowel, "ml": .vowel, "kcal": .vowel, "mmhg": .vowel, "bpm": .consonant,
    ]

    /// Single signs, with or without a number.
    static let symbols: [Character: EndingSound] = [
        "%": .vowel, "％": .vowel, "℃": .vowel, "℉": .vowel, "°": .vowel, "㎏": .consonant, "㎎": .consonant,
        "㎝": .vowel, "㎜": .vowel, "㎞": .vowel, "ℓ": .vowel, "㎡": .vowel, "₩": .consonant, "€": .vowel,
    ]
}
