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
        guard var weather = fact(.kmaVillage) ?? shorter.first else { return nil }
        for newer in shorter where newer.issuedAt >= weather.issuedAt {
            weather.value = weather.value.updated(with: newer.value)
        }
        return weather
    }
}
