/// Numbers in Korean words: the native ones that count things, and the Sino-Korean ones for all else.
public enum SpokenNumber {
    /// 하나, 둘 … 아흔아홉. Nil outside 1…99, for which there are no native words.
    public static func native(_ number: Int) -> String? {
        guard (1...99).contains(number) else { return nil }
        return nativeTens[number / 10] + nativeOnes[number % 10]
    }

    /// The form before a counter: 한, 두, 세, 네, 스무, 스물한. From 100 on the hundreds are Sino-Korean (백한),
    /// 0 is 영, and negative numbers are read with 마이너스.
    public static func counting(_ number: Int) -> String {
        guard number > 0 else { return sinoKorean(number) }
        let (hundreds, rest) = (number - number % 100, number % 100)
        guard rest > 0 else { return sinoKorean(hundreds) }
        return (hundreds == 0 ? "" : sinoKorean(hundreds)) + countingBelowHundred(rest)
    }

    /// A counted thing: 세 번, 열두 명, 여든두 살.
    public static func counted(_ number: Int, _ counter: NativeCounter) -> String {
        "\(counting(number)) \(counter.word)"
    }

    /// Which one in a row: 첫 번째, 두 번째, 열두 번째.
    public static func ordinal(_ number: Int) -> String {
        (number == 1 ? "첫" : counting(number)) + " 번째"
    }

    /// 영, 일, 십이, 백사십이, 만 이천 … spaced at 만, 억, 조 as the spelling rules ask. 일 is left out before 십, 백,
    /// 천 and a leading 만.
    public static func sinoKorean(_ number: Int) -> String {
        guard number != 0 else { return "영" }
        var (groups, rest) = ([String](), number.magnitude)
        for unit in ["", "만", "억", "조", "경"] where rest > 0 {
            let group = Int(rest % 10_000)
            rest /= 10_000
            let isBareMan = unit == "만" && group == 1 && rest == 0
            if group > 0 { groups.append(isBareMan ? unit : fourDigits(group) + unit) }
        }
        return (number < 0 ? "마이너스 " : "") + groups.reversed().joined(separator: " ")
    }

    /// Digits one by one, as telephone and card numbers are read: 공일공. Everything that is no digit becomes a pause.
    public static func digitByDigit(_ text: String) -> String {
        let groups = text.split { $0.digitValue == nil }
        return groups.map { $0.compactMap(\.digitValue).map { $0 == 0 ? "공" : ones[$0] }.joined() }
            .joined(separator: ", ")
    }

    /// A plain decimal as read aloud: `19.2` is 십구 점 이. Nil for what is no plain decimal.
    public static func decimal(_ text: String) -> String? {
        let isNegative = text.hasPrefix("-")
        let parts = text.dropFirst(isNegative ? 1 : 0).split(separator: ".", omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count), parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy(\.isASCIIDigit) }),
            let whole = Int(parts[0])
        else { return nil }
        let sign = isNegative ? "마이너스 " : ""
        guard parts.count == 2 else { return sign + sinoKorean(whole) }
        let fraction = parts[1].compactMap(\.digitValue).map { $0 == 0 ? "영" : ones[$0] }.joined()
        return "\(sign)\(sinoKorean(whole)) 점 \(fraction)"
    }

    /// Digits with 만 instead of long rows of them, as screens write them: `1만 2천`, `1만 2,345`, `9,876`.
    public static func written(_ number: Int) -> String {
        let sign = number < 0 ? "-" : ""
        let (man, rest) = (number.magnitude / 10_000, number.magnitude % 10_000)
        guard man > 0 else { return sign + withCommas(rest) }
        guard rest > 0 else { return "\(sign)\(withCommas(man))만" }
        let tail = rest % 1_000 == 0 ? "\(rest / 1_000)천" : withCommas(rest)
        return "\(sign)\(withCommas(man))만 \(tail)"
    }

    private static func withCommas(_ number: UInt) -> String {
        let digits = Array(String(number))
        return digits.indices.map { index in
            (index > 0 && (digits.count - index) % 3 == 0 ? "," : "") + String(digits[index])
        }.joined()
    }

    private static func countingBelowHundred(_ number: Int) -> String {
        if number == 20 { return "스무" }
        return nativeTens[number / 10] + (countingOnes[number % 10] ?? nativeOnes[number % 10])
    }

    private static func fourDigits(_ number: Int) -> String {
        [(1_000, "천"), (100, "백"), (10, "십"), (1, "")].map { value, unit in
            let digit = number / value % 10
            if digit == 0 { return "" }
            return digit == 1 && value > 1 ? unit : ones[digit] + unit
        }.joined()
    }

    private static let ones = ["영", "일", "이", "삼", "사", "오", "육", "칠", "팔", "구"]
    private static let nativeOnes = ["", "하나", "둘", "셋", "넷", "다섯", "여섯", "일곱", "여덟", "아홉"]
    private static let nativeTens = ["", "열", "스물", "서른", "마흔", "쉰", "예순", "일흔", "여든", "아흔"]
    private static let countingOnes = [1: "한", 2: "두", 3: "세", 4: "네"]
}

/// Words that are counted with native numbers.
public enum NativeCounter: Hashable, Sendable, CaseIterable {
    case times, people, hour, hours, yearsOld, pieces, guests, sheets, laps, months

    /// 번, 명, 시 …
    public var word: String {
        switch self {
        case .times: "번"
        case .people: "명"
        case .hour: "시"
        case .hours: "시간"
        case .yearsOld: "살"
        case .pieces: "개"
        case .guests: "분"
        case .sheets: "장"
        case .laps: "바퀴"
        case .months: "달"
        }
    }
}

extension Character {
    var isASCIIDigit: Bool { ("0"..."9").contains(self) && isASCII }
}
