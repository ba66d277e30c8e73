/// A piece of a written date.
enum DateToken: Equatable {
    /// Digits as written, with their count.
    case number(Int, digits: Int)
    /// A number with its Korean unit, e.g. `11월`.
    case unit(Int, Character)
    /// Latin or Korean letters, in lower case.
    case word(String)
    /// `+`, `-`, `:`, `.` or `/`.
    case mark(Character)

    /// The pieces of `text`, nil when it is too long to be a date.
    static func tokens(_ text: String) -> [DateToken]? {
        let characters = Array(text)
        guard characters.count <= 80 else { return nil }
        var tokens: [DateToken] = []
        var at = 0
        while at < characters.count {
            let character = characters[at]
            if isDigit(character) {
                guard let token = number(characters, &at) else { return nil }
                tokens.append(token)
            } else if character.isLetter {
                let word = characters[at...].prefix { $0.isLetter }
                tokens.append(.word(String(word).lowercased()))
                at += word.count
            } else {
                if "+-:./−".contains(character) { tokens.append(.mark(character == "−" ? "-" : character)) }
                at += 1
            }
        }
        return tokens
    }

    private static func number(_ characters: [Character], _ at: inout Int) -> DateToken? {
        let digits = characters[at...].prefix(while: isDigit)
        guard digits.count <= 14, let value = Int(String(digits)) else { return nil }
        at += digits.count
        let rest = characters[at...].drop { $0 == " " }
        guard let unit = rest.first, "년월일시분초".contains(unit), !isWeekday(rest) else {
            return .number(value, digits: digits.count)
        }
        at = rest.startIndex + 1
        return .unit(value, unit)
    }

    /// `월요일` after a number is a day of the week, not a month.
    private static func isWeekday(_ rest: ArraySlice<Character>) -> Bool { rest.dropFirst().starts(with: "요일") }

    private static func isDigit(_ character: Character) -> Bool { character.isASCII && character.isNumber }
}
