import Foundation

/// A moment as FHIR's dateTime: with milliseconds if there are any, and always with the zone's offset.
public struct FHIRMoment: Hashable, Sendable {
    public var date: Date
    /// Minutes east of Greenwich where it was.
    public var zone: Int

    public init(_ date: Date, zone: Int) { (self.date, self.zone) = (date, zone) }

    /// `2026-11-21T10:30:05.250+09:00`
    public var text: String {
        let milliseconds = Int((date.timeIntervalSince1970 * 1000).rounded(.down)) + zone * 60_000
        let (seconds, fraction) = milliseconds.quotientAndRemainder(floored: 1000)
        let (day, second) = seconds.quotientAndRemainder(floored: 86_400)
        let time = DeviceTime(day: day, second: second)
        let thousandths = fraction == 0 ? "" : "." + FHIRMoment.digits(fraction, 3)
        return time.isoText + thousandths + Self.offset(zone)
    }

    static func offset(_ minutes: Int) -> String {
        let size = abs(minutes)
        return (minutes < 0 ? "-" : "+") + digits(size / 60, 2) + ":" + digits(size % 60, 2)
    }

    static func digits(_ number: Int, _ width: Int) -> String {
        let text = String(number)
        return String(repeating: "0", count: max(0, width - text.count)) + text
    }
}

extension DeviceTime {
    /// `2026-11-21T10:30:05`: no zone, as a device has none.
    var isoText: String {
        let date = [FHIRMoment.digits(year, 4), FHIRMoment.digits(month, 2), FHIRMoment.digits(day, 2)]
        let clock = [hour, minute, second].map { FHIRMoment.digits($0, 2) }
        return date.joined(separator: "-") + "T" + clock.joined(separator: ":")
    }

    /// From days since 1970-01-01 and seconds of the day, in the Gregorian calendar. The months are counted from
    /// March, so that the leap day is the year's last.
    init(day: Int, second: Int) {
        let (era, dayOfEra) = (day + 719_468).quotientAndRemainder(floored: 146_097)
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shifted = (5 * dayOfYear + 2) / 153
        let month = shifted < 10 ? shifted + 3 : shifted - 9
        self.init(
            year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month: month,
            day: dayOfYear - (153 * shifted + 2) / 5 + 1, hour: second / 3600, minute: second / 60 % 60,
            second: second % 60)
    }
}

extension Int {
    /// The quotient rounded down, and what is left, which is never negative.
    func quotientAndRemainder(floored divisor: Int) -> (quotient: Int, remainder: Int) {
        let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
        return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
    }
}
