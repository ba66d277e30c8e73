import Foundation

/// A text in one writing of digits, dashes and masks, with the numbers that are found in it.
struct NumberText {
    private let text: String
    /// Nothing in a notice is as long.
    private static let limit = 20_000

    init(_ text: String) {
        // Wide digits and letters as plain ones; marks that stand for a hidden digit as one.
        let plain = String(text.prefix(Self.limit)).precomposedStringWithCompatibilityMapping
        self.text = String(plain.map { Self.alias[$0] ?? $0 })
    }

    private static let alias: [Character: Character] = [
        "–": "-", "—": "-", "‐": "-", "‑": "-", "−": "-", "ㅡ": "-", "●": "*", "○": "*", "◯": "*", "•": "*", "■": "*",
        "□": "*", "×": "*", "✱": "*", "∗": "*", "\u{A0}": " ",
    ]

    /// Six digits of a birthday, then seven of which the first tells sex and century; any but the birthday may be hidden.
    var residentNumbers: Int {
        let number = /(?:^|[^\d\-*])((?:\d ?){5}\d) ?[-.,\/_~]? ?((?:[1-8*xX#] ?)(?:[\d*xX#] ?){5}[\d*xX#])(?![\d*])/
        return text.matches(of: number).count { match in
            let digits = match.1.filter { $0 != " " }
            guard let month = Int(digits.dropFirst(2).prefix(2)), let day = Int(digits.suffix(2)) else { return false }
            // An unbroken row of digits may be anything; half of it hidden is telling.
            let tail = match.2.filter { $0 != " " }
            let isMarked = match.0.contains { "-.,/_~ ".contains($0) } || tail.contains { !$0.isNumber }
            return (1...12).contains(month) && (1...31).contains(day) && (isMarked || tail.allSatisfy(\.isNumber))
        }
    }

    /// How many different numbers make a list of people, 0 when they do not.
    var phones: Int {
        let mobiles = Set(
            text.matches(of: /(?:^|[^\d])(01[016789])[-. ]?(\d{3,4})[-. ]?(\d{4})(?!\d)/).map {
                $0.2 + $0.3
            })
        let offices = Set(
            text.matches(of: /(?:^|[^\d])(0(?:2|[3-6]\d|70))[-.) ]{1,2}(\d{3,4})[-. ](\d{4})(?!\d)/).map {
                $0.1 + $0.2 + $0.3
            })
        let isList =
            mobiles.count >= PersonalDataGuard.mobileLimit
            || mobiles.count + offices.count >= PersonalDataGuard.phoneLimit
        return isList ? mobiles.count + offices.count : 0
    }

    /// Groups of ten to sixteen digits in a line that speaks of a bank.
    var accounts: Int {
        text.split(separator: "\n").reduce(0) { count, line in
            guard Self.bankWords.contains(where: { line.contains($0) }) else { return count }
            let groups = line.matches(of: /(?:^|[^\d\-])((?:\d{2,8}-){1,4}\d{1,8}|\d{10,16})(?![\d\-])/)
            return count + groups.count { (10...16).contains($0.1.count(where: \.isNumber)) && !Self.isPhone($0.1) }
        }
    }

    private static func isPhone(_ number: Substring) -> Bool {
        number.wholeMatch(of: /0\d{1,2}-?\d{3,4}-?\d{4}|1[568]\d\d-?\d{4}/) != nil
    }

    private static let bankWords = [
        "계좌", "은행", "농협", "신협", "수협", "축협", "새마을금고", "우체국", "예금주", "입금", "송금", "뱅크", "후원금", "성금",
    ]
}
