import Foundation

/// A calendar day in Korea, written `2026-11-21`.
struct LocalDay: Hashable, Comparable, Sendable, CustomStringConvertible {
    let year: Int
    let month: Int
    let day: Int

    /// The day in which an instant lies.
    init(_ date: Date) {
        let parts = KoreanTime.calendar.dateComponents([.year, .month, .day], from: date)
        (year, month, day) = (parts.year ?? 1970, parts.month ?? 1, parts.day ?? 1)
    }

    /// Reads exactly `yyyy-mm-dd`, a day that exists, in the years 2000–2099.
    init?(_ text: String) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.map(\.utf8.count) == [4, 2, 2], text.utf8.allSatisfy({ $0 == 0x2D || (0x30...0x39).contains($0) }),
            let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2]), (2000...2099).contains(year)
        else { return nil }
        let parsed = DateComponents(
            calendar: KoreanTime.calendar, timeZone: KoreanTime.zone, year: year, month: month, day: day)
        guard parsed.isValidDate, let date = parsed.date else { return nil }
        self.init(date)
    }

    private init(year: Int, month: Int) { (self.year, self.month, day) = (year, month, 1) }

    /// Midnight at its beginning.
    var start: Date {
        let parts = DateComponents(timeZone: KoreanTime.zone, year: year, month: month, day: day)
        return KoreanTime.calendar.date(from: parts) ?? Date(timeIntervalSince1970: 0)
    }

    func adding(days: Int) -> LocalDay {
        // Noon, so that no zone's quirk can push the result over midnight.
        LocalDay(start.addingTimeInterval(Double(days) * 86_400 + 43_200))
    }

    func days(since other: LocalDay) -> Int { Int((start.timeIntervalSince(other.start) / 86_400).rounded()) }

    var firstOfMonth: LocalDay { LocalDay(year: year, month: month) }
    var firstOfNextMonth: LocalDay {
        month == 12 ? LocalDay(year: year + 1, month: 1) : LocalDay(year: year, month: month + 1)
    }
    var firstOfPreviousMonth: LocalDay { firstOfMonth.adding(days: -1).firstOfMonth }

    /// `2026-11`
    var monthText: String { String(description.prefix(7)) }
    /// `11월 21일`
    var short: String { "\(month)월 \(day)일" }
    /// `11월 21일 토요일`
    var words: String { "\(short) \(weekday)요일" }
    /// One letter: `토`
    var weekday: String {
        let number = KoreanTime.calendar.component(.weekday, from: start)
        return ["일", "월", "화", "수", "목", "금", "토"][number - 1]
    }

    var description: String {
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return "\(year)-\(two(month))-\(two(day))"
    }

    static func < (one: LocalDay, other: LocalDay) -> Bool {
        (one.year, one.month, one.day) < (other.year, other.month, other.day)
    }
}
