import Foundation

/// How the written times of a recorded answer are moved: all by the same whole hours or days, so that they keep their
/// distances and their clock.
struct DemoTimes {
    /// Whole hours for what changes hourly, whole days for the rest.
    private let step: TimeInterval
    /// Of a list of offers the first day becomes today; of news the newest becomes the newest possible.
    private let beginsToday: Bool
    private let times: Regex<(Substring, Substring, Substring)>

    /// nil for formats whose times are not written so.
    init?(_ format: FeedFormat) {
        step = format == .airKorea || format == .kmaWarnings ? 3_600 : 86_400
        beginsToday = format == .jobs || format == .courses
        switch format {
        case .rss, .atom, .jsonFeed:
            times = /((?:<pubDate>|<updated>|<published>|<dc:date>|"date_published"\s*:\s*"))([^<"]{8,40})/
        case .airKorea: times = /("dataTime"\s*:\s*")([^"]{10,20})/
        case .kmaWarnings: times = /("(?:tmFc|startTime)"\s*:\s*")(\d{12})/
        case .cap: times = /(<(?:sent|effective|onset|expires)>)([^<]{10,40})/
        case .disasterText: times = /("(?:CRT_DT|REG_YMD|MDFCN_YMD)"\s*:\s*")([^"]{10,40})/
        case .jobs, .courses: times = /(\b)(20\d\d-\d\d-\d\d)/
        default: return nil
        }
    }

    func moved(_ text: String, to now: Date) -> String {
        let found = text.matches(of: times).compactMap { DateReader.date(String($0.2)) }
        guard let anchor = beginsToday ? found.min() : found.max() else { return text }
        let shift = (now.timeIntervalSince(anchor) / step).rounded(.down) * step
        return text.replacing(times) { match in
            let written = String(match.2)
            guard let date = DateReader.date(written)?.addingTimeInterval(shift) else { return String(match.0) }
            return match.1 + (match.1 == "<pubDate>" ? Self.rfc822(date) : Self.digits(of: date, in: written))
        }
    }

    /// The new digits in the places of the old ones, so that the form stays; a zone at the end stays, too.
    private static func digits(of date: Date, in written: String) -> String {
        let time = KoreanTime(date)
        let second = time.second < 10 ? "0\(time.second)" : "\(time.second)"
        var digits = (time.compactDay + time.compactMinute + second)[...]
        return String(written.map { $0.isWholeNumber ? digits.popFirst() ?? $0 : $0 })
    }

    /// `Fri, 20 Nov 2026 08:30:00 +0900`
    private static func rfc822(_ date: Date) -> String {
        let time = KoreanTime(date)
        let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        // 1970-01-01 was a Thursday.
        let weekdays = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"]
        let days = (Int(date.timeIntervalSince1970) + KoreanTime.offset) / 86_400
        let day = "\(weekdays[(days % 7 + 7) % 7]), \(time.compactDay.suffix(2)) \(months[time.month - 1]) \(time.year)"
        return "\(day) \(time.compactMinute.prefix(2)):\(time.compactMinute.suffix(2)):00 +0900"
    }
}
