import Foundation

/// A year's world whose line is cut from time to time: what a wall knows at any instant of it. Facts come as their sources
/// issue them while there is a line, and age while there is none.
public struct CutWorld: Sendable {
    /// Without a line, in order and apart.
    public let cuts: [Range<Date>]

    public init(cuts: [Range<Date>]) { self.cuts = cuts.sorted { $0.lowerBound < $1.lowerBound } }

    /// A quarter of an hour each Monday, six hours each month, three days, a fortnight and forty days: each bound of the age
    /// rules is crossed often. nil for years that no calendar has.
    public init?(year: Int) {
        func date(_ month: Int, _ day: Int, _ hour: Int = 0) -> Date? {
            KoreanTime.date(year, month, day, offset: KoreanTime.offset).map { $0 + TimeInterval(hour * 3_600) }
        }
        guard let first = date(1, 1), let winter = date(2, 10, 9), let summer = date(7, 5, 16),
            let autumn = date(9, 20, 3)
        else { return nil }
        let day = 86_400.0
        let long = [winter..<winter + 3 * day, summer..<summer + 14 * day, autumn..<autumn + 40 * day]
        let mondays = (0..<366).map { first + Double($0) * day }.filter {
            CivilDay(second: $0.wholeSecond + KoreanTime.offset).weekday == 0
        }
        let short =
            mondays.map { $0 + 13 * 3_600..<$0 + 13 * 3_600 + 900 }
            + (1...12).compactMap { date($0, 15, 20) }.map { $0..<$0 + 6 * 3_600 }
        self.init(cuts: long + short.filter { short in !long.contains { $0.overlaps(short) } })
    }

    /// When the world was heard of last.
    func heard(at now: Date) -> Date {
        guard let cut = cuts.last(where: { $0.lowerBound <= now }), now < cut.upperBound else { return now }
        return cut.lowerBound
    }

    /// Forecasts ten minutes after 2, 5, 8 … o'clock, estimates of buses each half minute, a timetable each morning at five
    /// with a class of an hour on each of the next eight days.
    public func facts(at now: Date) -> WallFacts {
        let heard = heard(at: now).wholeSecond + KoreanTime.offset
        func last(every step: Int, after first: Int) -> Date {
            Date(timeIntervalSince1970: TimeInterval(heard - (heard - first).remainder(by: step) - KoreanTime.offset))
        }
        let published = last(every: 86_400, after: 5 * 3_600)
        let today = KoreanTime.midnight(of: now)
        let isListed = today.timeIntervalSince(published) < 8 * 86_400
        let lesson = ClassSession(
            id: "daily", programme: "노래교실", startsAt: today + 36_000, endsAt: today + 39_600)
        return WallFacts(
            weatherIssuedAt: last(every: 3 * 3_600, after: 2 * 3_600 + 600), busesIssuedAt: last(every: 30, after: 0),
            classesPublishedAt: published, classes: isListed ? [lesson] : [])
    }

    /// What the clock is worth: it is right until nobody has corrected it for a month, and again when the line is back.
    public var events: [WallYear.Event] {
        cuts.flatMap { cut -> [WallYear.Event] in
            let evidence = { (now: Date) in
                ClockEvidence(
                    isSynchronised: false, lastGood: cut.lowerBound,
                    elapsedSinceGood: .seconds(now.timeIntervalSince(cut.lowerBound)), builtAt: cut.lowerBound)
            }
            let days = stride(from: cut.lowerBound, to: cut.upperBound, by: 86_400)
            return days.map { .init(at: $0, .trust(evidence($0).trust($0))) }
                + [.init(at: cut.upperBound, .trust(.known))]
        }
    }
}
