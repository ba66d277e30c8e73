import Foundation

/// A day of the calendar, wherever its midnight lies.
public struct CivilDay: Hashable, Comparable, Codable, Sendable {
    /// Days since 1970-01-01.
    public let number: Int

    public init(number: Int) { self.number = number }

    /// `yyyy-MM-dd`; nil for days that no calendar has.
    public init?(_ text: String) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.map(\.utf8.count) == [4, 2, 2], text.utf8.allSatisfy({ $0 == 0x2D || (0x30...0x39).contains($0) }),
            let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2]),
            let date = KoreanTime.date(year, month, day, offset: 0)
        else { return nil }
        number = Int(date.timeIntervalSince1970) / 86_400
    }

    /// 0 is Monday. 1970-01-01 was a Thursday.
    var weekday: Int {
        let index = (number + 3) % 7
        return index < 0 ? index + 7 : index
    }

    public static func < (a: CivilDay, b: CivilDay) -> Bool { a.number < b.number }
}

extension CivilDay: CustomStringConvertible {
    /// `yyyy-MM-dd`
    public var description: String {
        let seconds = TimeInterval(number * 86_400 - KoreanTime.offset)
        let digits = KoreanTime(Date(timeIntervalSince1970: seconds)).compactDay
        return "\(digits.prefix(4))-\(digits.dropFirst(4).prefix(2))-\(digits.suffix(2))"
    }
}
