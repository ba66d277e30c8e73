import Foundation

extension DeviceTime {
    /// Seconds on the device's own scale, counted from the start of 1970; nil if the date is not fully known or is
    /// none that a calendar has.
    public var seconds: Int? {
        guard exists else { return nil }
        return Self.days(year, month, day) * 86_400 + hour * 3600 + minute * 60 + second
    }

    /// The time so many seconds after the start of 1970, without any zone.
    public init(seconds: Int) {
        let (days, clock) = seconds.quotientAndRemainder(dividingBy: 86_400)
        let (day, second) = clock < 0 ? (days - 1, clock + 86_400) : (days, clock)
        let date = Self.date(ofDay: day)
        self.init(
            year: date.year, month: date.month, day: date.day, hour: second / 3600, minute: second / 60 % 60,
            second: second % 60)
    }

    /// The time so many seconds after the start of a year.
    init(seconds: Int, sinceYear year: Int) {
        self.init(seconds: seconds + Self.days(year, 1, 1) * 86_400)
    }

    /// The same clock later or earlier; nil if the date is unknown.
    public func advanced(bySeconds more: Int) -> DeviceTime? { seconds.map { DeviceTime(seconds: $0 + more) } }

    /// What the kiosk's own clock shows at this moment in this zone, to the second.
    public init(_ date: Date, in zone: TimeZone) {
        self.init(seconds: Int(date.timeIntervalSince1970.rounded(.down)) + zone.secondsFromGMT(for: date))
    }

    /// Days since the start of 1970 of a date of the Gregorian calendar; years are counted from March, so that the
    /// leap day comes last, and 400 of them have 146,097 days.
    private static func days(_ year: Int, _ month: Int, _ day: Int) -> Int {
        let shifted = month > 2 ? year : year - 1
        let era = shifted / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    /// The inverse of ``days(_:_:_:)``, for days from the year 1 on.
    private static func date(ofDay day: Int) -> (year: Int, month: Int, day: Int) {
        let shifted = day + 719_468
        let era = shifted / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthFromMarch = (5 * dayOfYear + 2) / 153
        let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        return (year, month, dayOfYear - (153 * monthFromMarch + 2) / 5 + 1)
    }
}
