import Foundation

/// The newest facts for one place, ready for a snapshot.
public struct PolledFacts: Equatable, Sendable {
    public var weather: Fact<Weather>?
    public var buses: Fact<BusBoard>?
    public var air: Fact<AirQuality>?
    public var warnings: Fact<[WeatherWarning]>?
    /// Messages as they came; ``AlertLedger`` decides which are shown.
    public var alerts: [AlertMessage] = []
    /// Of all notice feeds of the place, newest first.
    public var notices: [Notice] = []

    public init() {}

    /// Adds the content of sources, in the order of the settings; of two bus stops the first counts.
    init(_ contents: [(format: FeedFormat, content: FeedContent)]) {
        for (_, content) in contents {
            switch content {
            case .weather: break
            case .buses(let fact): buses = buses ?? fact
            case .air(let fact): air = air ?? fact
            case .warnings(let fact): warnings = warnings ?? fact
            case .notices(let fact): notices += fact.value
            case .alerts(let fact): alerts += fact.value
            }
        }
        notices.sort { ($0.publishedAt ?? .distantPast) > ($1.publishedAt ?? .distantPast) }
        weather = Self.weather(contents)
    }

    /// The village forecast, with the hours of the shorter ones where they are newer. Its age stays its own.
    private static func weather(_ contents: [(format: FeedFormat, content: FeedContent)]) -> Fact<Weather>? {
        func fact(_ format: FeedFormat) -> Fact<Weather>? {
            for case (format, .weather(let fact)) in contents { return fact }
            return nil
        }
        let shorter = [FeedFormat.kmaUltraShort, .kmaNowcast].compactMap(fact)
        let midTerm = contents.compactMap { format, content -> Weather? in
            guard format == .kmaMidTerm, case .weather(let fact) = content else { return nil }
            return fact.value
        }
        guard var weather = fact(.kmaVillage) ?? shorter.first else { return fact(.kmaMidTerm) }
        for days in midTerm { weather.value = weather.value.extended(by: days) }
        for newer in shorter where newer.issuedAt >= weather.issuedAt {
            weather.value = weather.value.updated(with: newer.value)
        }
        return weather
    }
}

extension PolledFacts {
    /// A wall of these facts alone, for a kiosk that has no office.
    public func snapshot(version: Int, at now: Date) -> WallSnapshot {
        WallSnapshot(
            version: version, publishedAt: now, weather: weather, buses: buses, notices: notices, air: air,
            warnings: warnings, alerts: alerts.isEmpty ? nil : alerts)
    }
}
