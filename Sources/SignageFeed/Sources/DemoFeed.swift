import Foundation

/// Moves the days of a recorded answer to today, in the answer's own format, so that a demonstration's wall is plausible
/// on any day. For demonstrations only: it changes what a source said.
public enum DemoFeed {
    /// The same answer as if it had been given at `now`. Formats without a rule stay as they are.
    public static func rebased(_ bytes: [UInt8], _ format: FeedFormat, now: Date) -> [UInt8] {
        if format == .gtfsRealtime { return DemoGTFS.rebased(bytes, now: now) }
        // Every byte is one Latin-1 character and back, so the text's real encoding does not matter.
        guard let text = String(bytes: bytes, encoding: .isoLatin1) else { return bytes }
        let moved =
            switch format {
            case .kmaVillage: forecast(text, now)
            case .tagoArrivals: arrivals(text, now)
            case .rss, .atom, .jsonFeed, .cap, .disasterText, .airKorea, .kmaWarnings, .jobs, .courses:
                DemoTimes(format)?.moved(text, to: now) ?? text
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

    private static func arrivals(_ text: String, _ now: Date) -> String {
        text.replacing(arrivalTime) { match in match.1 + String(seconds(Int(match.2) ?? 0, at: now)) }
    }

    /// The recorded seconds until a bus comes, as they are at `now`: each comes again and again, at intervals of half an
    /// hour.
    static func seconds(_ recorded: Int, at now: Date) -> Int {
        let period = 1_800
        let phase = Int(now.timeIntervalSince1970.rounded(.down)) % period
        return recorded / period * period + ((recorded - phase) % period + period) % period
    }

    // A regular expression is not Sendable, so each is made where it is used.
    private static var forecastDay: Regex<(Substring, Substring, Substring)> { /(fcstDate(?:"\s*:\s*"|>))(\d{8})/ }
    private static var issueDay: Regex<(Substring, Substring)> { /(baseDate(?:"\s*:\s*"|>))\d{8}/ }
    private static var issueTime: Regex<(Substring, Substring)> { /(baseTime(?:"\s*:\s*"|>))\d{4}/ }
    private static var arrivalTime: Regex<(Substring, Substring, Substring)> { /(arrtime(?:"\s*:\s*"?|>))(\d{1,5})/ }
}
