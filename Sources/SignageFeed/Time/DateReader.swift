import Foundation

/// Reads the dates that Korean sites write. A date without a zone is Korean time; what no calendar has is no date.
struct DateReader {
    private var tokens: [DateToken]
    private var time: (hour: Int, minute: Int, second: Int)?
    private var offset = KoreanTime.offset
    private var half: Half?
    private var namedMonth: Int?

    private enum Half { case morning, afternoon }

    /// The instant that `text` names, nil when it names none.
    static func date(_ text: String) -> Date? {
        guard let tokens = DateToken.tokens(text), !tokens.isEmpty else { return nil }
        var reader = DateReader(tokens: tokens)
        return reader.read()
    }

    private init(tokens: [DateToken]) { self.tokens = tokens }

    private mutating func read() -> Date? {
        guard splitCompact(), takeClock(), takeUnitTime(), takeZone(), takeWords(), applyHalf() else { return nil }
        guard let (year, month, day) = day() else { return nil }
        let (hour, minute, second) = time ?? (0, 0, 0)
        return KoreanTime.date(year, month, day, hour, minute, second, offset: offset)
    }

    /// `20261120`, `202611200830`, `20261120083000`, `20261120T083000`.
    private mutating func splitCompact() -> Bool {
        guard case .number(let value, let digits)? = tokens.first, digits >= 8 else { return true }
        var rest = Array(tokens.dropFirst())
        var (day, clock, clockDigits) = (value, 0, digits - 8)
        if digits > 8 {
            let scale = digits == 14 ? 1_000_000 : 10_000
            guard digits == 12 || digits == 14 else { return false }
            (day, clock) = (value / scale, value % scale)
        } else if rest.first == .word("t"), case .number(let time, let count)? = rest.dropFirst().first, count >= 4 {
            (clock, clockDigits) = (time, count)
            rest.removeFirst(2)
        }
        if clockDigits > 0 {
            let seconds = clockDigits == 6 ? clock : clock * 100
            time = (seconds / 10_000, seconds / 100 % 100, seconds % 100)
        }
        let parts = [(day / 10_000, 4), (day / 100 % 100, 2), (day % 100, 2)]
        tokens = parts.map { .number($0.0, digits: $0.1) } + rest
        return true
    }

    /// `08:30`, `08:30:00`, `08:30:00.0`.
    private mutating func takeClock() -> Bool {
        let start = tokens.indices.first { index in
            guard case .number? = element(index), element(index + 1) == .mark(":"), case .number? = element(index + 2)
            else { return false }
            return index == 0 || tokens[index - 1] != .mark("+")
        }
        guard let start else { return true }
        guard time == nil, case .number(let hour, _) = tokens[start], case .number(let minute, _) = tokens[start + 2]
        else { return false }
        var (second, end) = (0, start + 3)
        if element(end) == .mark(":"), case .number(let value, _)? = element(end + 1) {
            (second, end) = (value, end + 2)
            if element(end) == .mark("."), case .number? = element(end + 1) { end += 2 }
        }
        time = (hour, minute, second)
        takeOffset(after: &end)
        tokens.removeSubrange(start..<end)
        return true
    }

    /// `+0900`, `+09:00`, `+09` right after a clock.
    private mutating func takeOffset(after end: inout Int) {
        guard case .mark(let sign)? = element(end), sign == "+" || sign == "-",
            case .number(let value, let digits)? = element(end + 1)
        else { return }
        var (hours, minutes) = digits >= 3 ? (value / 100, value % 100) : (value, 0)
        end += 2
        if digits < 3, element(end) == .mark(":"), case .number(let more, _)? = element(end + 1) {
            minutes = more
            end += 2
        }
        hours = min(hours, 99)
        offset = (sign == "-" ? -1 : 1) * (hours * 3_600 + minutes * 60)
    }

    /// `8시 30분`.
    private mutating func takeUnitTime() -> Bool {
        var (hour, minute, second): (Int?, Int, Int) = (nil, 0, 0)
        tokens.removeAll { token in
            switch token {
            case .unit(let value, "시"): hour = value
            case .unit(let value, "분"): minute = value
            case .unit(let value, "초"): second = value
            default: return false
            }
            return true
        }
        guard let hour else { return true }
        guard time == nil else { return false }
        time = (hour, minute, second)
        return true
    }

    /// A zone by name, perhaps with an offset: `KST`, `GMT`, `GMT+0900`.
    private mutating func takeZone() -> Bool {
        guard let index = tokens.firstIndex(where: { Self.zones[$0.wordText ?? ""] != nil }),
            let hours = Self.zones[tokens[index].wordText ?? ""]
        else { return true }
        offset = hours * 3_600
        var end = index + 1
        takeOffset(after: &end)
        tokens.removeSubrange(index..<end)
        return true
    }

    /// Names of months and halves of the day; days of the week are not believed. Any other word is no date.
    private mutating func takeWords() -> Bool {
        for word in tokens.compactMap(\.wordText) {
            if let month = Self.months[String(word.prefix(3))], word.allSatisfy(\.isASCII) {
                namedMonth = month
            } else if word == "오전" || word == "am" {
                half = .morning
            } else if word == "오후" || word == "pm" {
                half = .afternoon
            } else if !Self.isFiller(word) {
                return false
            }
        }
        tokens.removeAll { $0.wordText != nil }
        return true
    }

    private mutating func applyHalf() -> Bool {
        guard let half else { return true }
        guard let (hour, minute, second) = time else { return false }
        switch (half, hour) {
        case (.morning, 12): time = (0, minute, second)
        case (.morning, 13...): return false
        case (.afternoon, ..<12): time = (hour + 12, minute, second)
        default: break
        }
        return true
    }

    private func day() -> (Int, Int, Int)? {
        if let (year, month, day) = unitDay() { return (year, month, day) }
        let numbers = tokens.compactMap { token -> (value: Int, digits: Int)? in
            guard case .number(let value, let digits) = token else { return nil }
            return (value, digits)
        }
        if let month = namedMonth ?? unit("월") {
            guard numbers.count == 2 else { return nil }
            let (year, day) = numbers[0].digits == 4 ? (numbers[0], numbers[1]) : (numbers[1], numbers[0])
            switch year.digits {
            case 4: return (year.value, month, day.value)
            // RFC 822 wrote two digits.
            case 2 where namedMonth != nil: return (2000 + year.value, month, day.value)
            default: return nil
            }
        }
        guard numbers.count == 3, numbers[1].digits <= 2, numbers[2].digits <= 2 else { return nil }
        switch numbers[0].digits {
        case 4: return (numbers[0].value, numbers[1].value, numbers[2].value)
        // `26.11.20`: Korean sites put the year first, always.
        case 2 where tokens.contains(.mark(".")): return (2000 + numbers[0].value, numbers[1].value, numbers[2].value)
        default: return nil
        }
    }

    private func unitDay() -> (Int, Int, Int)? {
        guard let year = unit("년"), let month = unit("월"), let day = unit("일") else { return nil }
        return (year < 100 ? 2000 + year : year, month, day)
    }

    private func unit(_ name: Character) -> Int? {
        for case .unit(let value, name) in tokens { return value }
        return nil
    }

    private func element(_ index: Int) -> DateToken? { tokens.indices.contains(index) ? tokens[index] : nil }

    private static func isFiller(_ word: String) -> Bool {
        let isWeekday = weekdays.contains(String(word.prefix(3))) && word.allSatisfy(\.isASCII)
        return isWeekday || word == "t" || (word.count == 1 && "월화수목금토일".contains(word)) || word.hasSuffix("요일")
    }

    private static let weekdays: Set<String> = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
    private static let months = [
        "jan": 1, "feb": 2, "mar": 3, "apr": 4, "may": 5, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "oct": 10, "nov": 11,
        "dec": 12,
    ]
    /// Hours east of Greenwich. The American ones are those of RFC 822.
    private static let zones = [
        "kst": 9, "jst": 9, "z": 0, "ut": 0, "utc": 0, "gmt": 0, "est": -5, "edt": -4, "cst": -6, "cdt": -5, "mst": -7,
        "mdt": -6, "pst": -8, "pdt": -7,
    ]
}

extension DateToken {
    fileprivate var wordText: String? {
        guard case .word(let text) = self else { return nil }
        return text
    }
}
