import Foundation

/// Moves the days of a recorded answer to today, in the answer's own format, so that a demonstration's wall is plausible
/// on any day. For demonstrations only: it changes what a source said.
public enum DemoFeed {
    /// The same answer as if it had been given at `now`. Formats without a rule stay as they are.
    public static func rebased(_ bytes: [UInt8], _ format: FeedFormat, now: Date) -> [UInt8] {
        // Every byte is one Latin-1 character and back, so the text's real encoding does not matter.
        guard let text = String(bytes: bytes, encoding: .isoLatin1) else { return bytes }
        let moved =
            switch format {
            case .kmaVillage: forecast(text, now)
            case .tagoArrivals: arrivals(text, now)
            case .rss, .atom, .jsonFeed: notices(text, now)
            default: text
            }
        return moved.data(using: .isoLatin1).map { Array($0) } ?? bytes
    }

    /// The issue becomes the newest one; the first forecast day becomes today, hours stay.
    private static func forecast(_ text: String, _ now: Date) -> String {
        let issue = KoreanTime(KMABaseTime.village.latest(at: now))
        let days = text.matches(of: forecastDay).compactMap { DateReader.date(String($0.2)) }
        guard let first = days.min() else { return text }
        let shift = KoreanTime.midnight(of: now).timeIntervalSince(first)
        return text.replacing(forecastDay) { match in
            let day = DateReader.date(String(match.2)).map { KoreanTime($0.addingTimeInterval(shift)).compactDay }
            return match.1 + (day ?? String(match.2))
        }
        .replacing(issueDay) { $0.1 + issue.compactDay }
        .replacing(issueTime) { $0.1 + issue.compactMinute }
    }

    /// Each bus comes again and again, at intervals of half an hour.
    private static func arrivals(_ text: String, _ now: Date) -> String {
        let period = 1_800
        let phase = Int(now.timeIntervalSince1970.rounded(.down)) % period
        return text.replacing(arrivalTime) { match in
            let recorded = Int(match.2) ?? 0
            let rounds = recorded / period
            return match.1 + String(rounds * period + ((recorded - phase) % period + period) % period)
        }
    }

    /// The newest notice becomes one of this morning, or of yesterday before eight; the others keep their distance.
    private static func notices(_ text: String, _ now: Date) -> String {
        let newest = text.matches(of: publication).compactMap { DateReader.date(String($0.2)) }.max()
        guard let newest else { return text }
        var shift = KoreanTime.midnight(of: now).timeIntervalSince(KoreanTime.midnight(of: newest))
        if newest.addingTimeInterval(shift) > now { shift -= 86_400 }
        return text.replacing(publication) { match in
            guard let date = DateReader.date(String(match.2))?.addingTimeInterval(shift) else { return String(match.0) }
            return match.1 + (match.1 == "<pubDate>" ? rfc822(date) : rfc3339(date))
        }
    }

    /// `Fri, 20 Nov 2026 08:30:00 +0900`
    private static func rfc822(_ date: Date) -> String {
        let time = KoreanTime(date)
        let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        // 1970-01-01 was a Thursday.
        let weekdays = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"]
        let days = (Int(date.timeIntervalSince1970) + KoreanTime.offset) / 86_400
        let day = "\(weekdays[(days % 7 + 7) % 7]), \(time.compactDay.suffix(2)) \(months[time.month - 1]) \(time.year)"
        return "\(day) \(clock(time)):00 +0900"
    }

    /// `2026-11-20T08:30:00+09:00`
    private static func rfc3339(_ date: Date) -> String {
        let time = KoreanTime(date)
        let day = time.compactDay
        return "\(day.prefix(4))-\(day.dropFirst(4).prefix(2))-\(day.suffix(2))T\(clock(time)):00+09:00"
    }

    private static func clock(_ time: KoreanTime) -> String {
        "\(time.compactMinute.prefix(2)):\(time.compactMinute.suffix(2))"
    }

    // A regular expression is not Sendable, so each is made where it is used.
    private static var forecastDay: Regex<(Substring, Substring, Substring)> { /(fcstDate(?:"\s*:\s*"|>))(\d{8})/ }
    private static var issueDay: Regex<(Substring, Substring)> { /(baseDate(?:"\s*:\s*"|>))\d{8}/ }
    private static var issueTime: Regex<(Substring, Substring)> { /(baseTime(?:"\s*:\s*"|>))\d{4}/ }
    private static var arrivalTime: Regex<(Substring, Substring, Substring)> { /(arrtime(?:"\s*:\s*"?|>))(\d{1,5})/ }
    private static var publication: Regex<(Substring, Substring, Substring)> {
        /((?:<pubDate>|<updated>|<published>|<dc:date>|"date_published"\s*:\s*"))([^<"]{8,40})/
    }
}
