import Foundation

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
        guard text.utf8.count <= 240 else { return nil }
        let scalars = composed(text)
        guard scalars.count <= 80 else { return nil }
        var tokens: [DateToken] = []
        var at = 0
        while at < scalars.count {
            let scalar = scalars[at]
            if isDigit(scalar) {
                guard let token = number(scalars, &at) else { return nil }
                tokens.append(token)
            } else if isLetter(scalar) {
                let word = scalars[at...].prefix(while: isLetter)
                tokens.append(.word(String(String.UnicodeScalarView(word)).lowercased()))
                at += word.count
            } else {
                if "+-:./−".unicodeScalars.contains(scalar) {
                    tokens.append(.mark(scalar == "−" ? "-" : Character(scalar)))
                }
                at += 1
            }
        }
        return tokens
    }

    /// Some systems write Hangul in its parts.
    private static func composed(_ text: String) -> [Unicode.Scalar] {
        let scalars = Array(text.unicodeScalars)
        guard scalars.contains(where: { (0x1100...0x11FF).contains($0.value) }) else { return scalars }
        return Array(text.precomposedStringWithCanonicalMapping.unicodeScalars)
    }

    private static func number(_ scalars: [Unicode.Scalar], _ at: inout Int) -> DateToken? {
        let digits = scalars[at...].prefix(while: isDigit)
        guard digits.count <= 14 else { return nil }
        let value = digits.reduce(0) { $0 * 10 + Int($1.value - 0x30) }
        at += digits.count
        let rest = scalars[at...].drop { $0 == " " }
        guard let unit = rest.first, "년월일시분초".unicodeScalars.contains(unit), !isWeekday(rest) else {
            return .number(value, digits: digits.count)
        }
        at = rest.startIndex + 1
        return .unit(value, Character(unit))
    }

    /// `월요일` after a number is a day of the week, not a month.
    private static func isWeekday(_ rest: ArraySlice<Unicode.Scalar>) -> Bool {
        rest.dropFirst().starts(with: "요일".unicodeScalars)
    }

    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

    private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.isASCII { return ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar) }
        return scalar.properties.isAlphabetic
    }
}
