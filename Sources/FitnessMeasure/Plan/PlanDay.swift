/// A day of the Gregorian calendar, without a clock or a zone: `2026-11-21`.
public struct PlanDay: Hashable, Comparable, Codable, Sendable, CustomStringConvertible {
    public let year, month, day: Int

    /// Nil for a day that does not exist. Years 1900 to 9999.
    public init?(year: Int, month: Int, day: Int) {
        guard (1900...9999).contains(year), (1...12).contains(month), day >= 1,
            day <= Self.length(ofMonth: month, year)
        else { return nil }
        (self.year, self.month, self.day) = (year, month, day)
    }

    /// Reads `yyyy-mm-dd`, nothing else.
    public init?(_ text: some StringProtocol) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.map(\.utf8.count) == [4, 2, 2],
            parts.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }),
            let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2])
        else { return nil }
        self.init(year: year, month: month, day: day)
    }

    private init(_ year: Int, _ month: Int, _ day: Int) { (self.year, self.month, self.day) = (year, month, day) }

    /// So many days later, none or more. At the end of the calendar it stays on its last day.
    public func adding(days: Int) -> PlanDay {
        var (date, left) = (self, max(0, days))
        while left > 0 {
            let rest = Self.length(ofMonth: date.month, date.year) - date.day
            if left <= rest { return PlanDay(date.year, date.month, date.day + left) }
            left -= rest + 1
            guard date.month < 12 || date.year < 9999 else { return PlanDay(9999, 12, 31) }
            date = date.month == 12 ? PlanDay(date.year + 1, 1, 1) : PlanDay(date.year, date.month + 1, 1)
        }
        return date
    }

    /// Days from this one to another, less than zero if that one is earlier.
    public func days(to other: PlanDay) -> Int { other.ordinal - ordinal }

    /// Days since the first of March of the year 0, by the calendar's rule of 400 years.
    private var ordinal: Int {
        let (year, month) = month > 2 ? (year, month - 3) : (year - 1, month + 9)
        return year * 365 + year / 4 - year / 100 + year / 400 + (month * 153 + 2) / 5 + day
    }

    public var description: String { "\(year)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)" }

    public static func < (a: PlanDay, b: PlanDay) -> Bool {
        (a.year, a.month, a.day) < (b.year, b.month, b.day)
    }

    private static func length(ofMonth month: Int, _ year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let day = PlanDay(try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a day: yyyy-mm-dd")
        }
        self = day
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
