import Foundation

/// The Korean calendar day and clock of an instant: UTC+9 all year. Plain arithmetic, so that no time zone file and no
/// process-wide setting can change what a wall shows.
public struct KoreanTime: Equatable, Sendable {
    public var year: Int
    public var month: Int
    public var day: Int
    public var hour: Int
    public var minute: Int
    public var second: Int

    /// Seconds east of Greenwich.
    public static let offset = 9 * 3_600

    public init(_ date: Date) {
        let total = Int((date.timeIntervalSince1970).rounded(.down)) + Self.offset
        let days = Self.floorDivide(total, 86_400)
        let rest = total - days * 86_400
        (year, month, day) = Self.civil(fromDays: days)
        (hour, minute, second) = (rest / 3_600, rest / 60 % 60, rest % 60)
    }

    /// The instant of a civil time, nil for times that no calendar has. 24:00 is the next day's midnight.
    public static func date(
        _ year: Int, _ month: Int, _ day: Int, _ hour: Int = 0, _ minute: Int = 0, _ second: Int = 0,
        offset: Int = KoreanTime.offset
    ) -> Date? {
        guard (1900...2200).contains(year), (1...12).contains(month), (1...length(year, month)).contains(day),
            (0...59).contains(minute), (0...60).contains(second), (0...24).contains(hour),
            hour < 24 || (minute == 0 && second == 0), abs(offset) <= 14 * 3_600
        else { return nil }
        let seconds = days(year, month, day) * 86_400 + hour * 3_600 + minute * 60 + min(second, 59) - offset
        return Date(timeIntervalSince1970: TimeInterval(seconds))
    }

    /// The instant that a written date names, by the rules for feeds: without a zone it is Korean time.
    public static func instant(_ text: String) -> Date? { DateReader.date(text) }

    /// Midnight in Korea that began the day of `date`.
    public static func midnight(of date: Date) -> Date {
        let seconds = Int(date.timeIntervalSince1970.rounded(.down)) + offset
        return Date(timeIntervalSince1970: TimeInterval(floorDivide(seconds, 86_400) * 86_400 - offset))
    }

    /// `yyyyMMdd`, as the KMA's requests want it.
    public var compactDay: String { padded(year, 4) + padded(month, 2) + padded(day, 2) }

    /// `HHmm`.
    public var compactMinute: String { padded(hour, 2) + padded(minute, 2) }

    /// `2026-11-20T08:30:00+09:00`; nil for instants that no calendar of ours has.
    public static func rfc3339(_ date: Date) -> String? {
        guard abs(date.timeIntervalSince1970) < 10_000_000_000 else { return nil }
        let time = KoreanTime(date)
        let day = "\(time.padded(time.year, 4))-\(time.padded(time.month, 2))-\(time.padded(time.day, 2))"
        let clock = [time.hour, time.minute, time.second].map { time.padded($0, 2) }.joined(separator: ":")
        return "\(day)T\(clock)+09:00"
    }

    private func padded(_ number: Int, _ width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }

    private static func length(_ year: Int, _ month: Int) -> Int {
        switch month {
        case 2: year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400)) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    /// Days since 1970-01-01 of a Gregorian date, by the usual count of years that begin in March.
    private static func days(_ year: Int, _ month: Int, _ day: Int) -> Int {
        let shifted = month <= 2 ? year - 1 : year
        let era = floorDivide(shifted, 400)
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    private static func civil(fromDays days: Int) -> (Int, Int, Int) {
        let shifted = days + 719_468
        let era = floorDivide(shifted, 146_097)
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        return (year, month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
    }

    private static func floorDivide(_ a: Int, _ b: Int) -> Int { a >= 0 ? a / b : -((b - 1 - a) / b) }
}
