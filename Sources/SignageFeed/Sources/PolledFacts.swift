import Foundation

/// The newest facts for one place, ready for a snapshot.
public struct PolledFacts: Equatable, Sendable {
    /// Hours and days of the short forecast, with the mid-term forecast's days behind them.
    public var weather: Fact<Weather>?
    public var buses: Fact<BusBoard>?
    public var air: Fact<AirQuality>?
    public var warnings: Fact<[WeatherWarning]>?
    /// Messages as they came, each once; ``AlertLedger`` decides which are shown.
    public var alerts: [AlertMessage] = []
    /// Of all notice feeds of the place, newest first.
    public var notices: [Notice] = []
    public var jobs: Fact<[JobOffer]>?
    public var courses: Fact<[Course]>?
    public var shelters: Fact<[Shelter]>?

    public init() {}

    /// Adds the content of sources, in the order of the settings: where only one can be shown, the first counts.
    init(_ contents: [(format: FeedFormat, content: FeedContent)]) {
        for (_, content) in contents {
            switch content {
            case .weather: break
            case .buses(let fact): buses = buses?.orFresher(fact) ?? fact
            case .air(let fact): air = air ?? fact
            case .warnings(let fact): warnings = warnings?.joined(with: fact) ?? fact
            case .notices(let fact): notices += fact.value
            case .alerts(let fact): alerts += fact.value
            case .jobs(let fact): jobs = jobs?.joined(with: fact) ?? fact
            case .courses(let fact): courses = courses?.joined(with: fact) ?? fact
            case .shelters(let fact): shelters = shelters?.joined(with: fact) ?? fact
            }
        }
        alerts = alerts.withoutRetellings()
        notices.sort { ($0.publishedAt ?? .distantPast) > ($1.publishedAt ?? .distantPast) }
        weather = Self.weather(contents)
    }

    /// The village forecast, with the hours of the shorter ones where they are newer. Its age stays its own, and days of
    /// the mid-term forecast keep theirs.
    private static func weather(_ contents: [(format: FeedFormat, content: FeedContent)]) -> Fact<Weather>? {
        func facts(_ format: FeedFormat) -> [Fact<Weather>] {
            contents.compactMap { found, content in
                guard found == format, case .weather(let fact) = content else { return nil }
                return fact
            }
        }
        // Its land part and its temperatures come from two sources.
        let midTerm = facts(.kmaMidTerm)
        let shorter = [FeedFormat.kmaUltraShort, .kmaNowcast].compactMap { facts($0).first }
        guard var weather = facts(.kmaVillage).first ?? shorter.first else { return Self.week(midTerm) }
        for days in midTerm { weather.value = weather.value.extended(by: days) }
        for newer in shorter where newer.issuedAt >= weather.issuedAt {
            weather.value = weather.value.updated(with: newer.value)
        }
        return weather
    }

    /// The mid-term forecast alone, as old as the older of its parts.
    private static func week(_ parts: [Fact<Weather>]) -> Fact<Weather>? {
        guard var week = parts.first else { return nil }
        for part in parts.dropFirst() {
            week.value = week.value.extended(by: part)
            (week.issuedAt, week.fetchedAt) = (min(week.issuedAt, part.issuedAt), min(week.fetchedAt, part.fetchedAt))
        }
        return week
    }
}

extension Fact<BusBoard> {
    /// Longer than this an estimate is not counted down.
    private static var reach: TimeInterval { 90 }

    /// This board, or the one of the next source when this one knows of no bus, or only of what was long ago.
    fileprivate func orFresher(_ other: Self) -> Self {
        guard !other.value.arrivals.isEmpty else { return self }
        let isSilent = value.arrivals.isEmpty || other.issuedAt.timeIntervalSince(issuedAt) > Self.reach
        return isSilent ? other : self
    }
}

extension Fact<[WeatherWarning]> {
    /// The warnings of two logs, each once. Our knowledge is as old as that of the older one.
    fileprivate func joined(with other: Self) -> Self {
        let more = other.value.filter { warning in
            !value.contains { $0.area == warning.area && $0.hazard == warning.hazard }
        }
        return Fact(
            value + more, issuedAt: Swift.min(issuedAt, other.issuedAt),
            fetchedAt: Swift.min(fetchedAt, other.fetchedAt))
    }
}

extension Fact {
    /// Two lists as one; of two entries with one id the first counts.
    fileprivate func joined<Item: Identifiable>(with other: Self) -> Self where Value == [Item] {
        let known = Set(value.map(\.id))
        return Fact(
            value + other.value.filter { !known.contains($0.id) }, issuedAt: Swift.min(issuedAt, other.issuedAt),
            fetchedAt: Swift.min(fetchedAt, other.fetchedAt))
    }
}

extension PolledFacts {
    /// A wall of these facts alone, for a kiosk that has no office.
    public func snapshot(version: Int, at now: Date) -> WallSnapshot {
        WallSnapshot(
            version: version, publishedAt: now, weather: weather, buses: buses, notices: notices, air: air,
            warnings: warnings, alerts: alerts.isEmpty ? nil : alerts, jobs: jobs, courses: courses,
            shelters: shelters)
    }
}
