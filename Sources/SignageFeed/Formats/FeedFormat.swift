import Foundation

/// The formats that this firmware reads, by the names that settings and commands use.
public enum FeedFormat: String, Codable, CaseIterable, Sendable {
    case kmaVillage = "kma-village"
    case kmaNowcast = "kma-nowcast"
    case kmaUltraShort = "kma-ultra-short"
    /// Either part of the mid-term forecast: land or temperature.
    case kmaMidTerm = "kma-mid-term"
    case kmaWarnings = "kma-warnings"
    case airKorea = "airkorea"
    case tagoArrivals = "tago-arrivals"
    case seoulBus = "seoul-bus"
    case gyeonggiBus = "gyeonggi-bus"
    case gtfsRealtime = "gtfs-realtime"
    /// Notices in any version of RSS, Atom or JSON Feed: the document says which.
    case rss
    case atom
    case jsonFeed = "json-feed"
    /// One message of the Common Alerting Protocol 1.1 or 1.2.
    case cap
    /// 긴급재난문자
    case disasterText = "disaster-text"
    /// The office's own lists, as CSV or JSON.
    case jobs
    case courses
    /// Shelters from heat and cold, with their hours.
    case shelters

    /// Reads one answer of a source. Never throws, never keeps anything; bytes beyond the limits fail.
    public func parse(_ bytes: [UInt8], context: FeedContext) -> FeedOutcome<FeedContent> {
        switch self {
        case .kmaVillage, .kmaUltraShort: Self.issued(KMAWeather.parse(bytes, .forecast, context)).map { .weather($0) }
        case .kmaNowcast: Self.issued(KMAWeather.parse(bytes, .nowcast, context)).map { .weather($0) }
        case .kmaMidTerm: Self.issued(KMAMidTerm.parse(bytes, context)).map { .weather($0) }
        case .kmaWarnings: KMAWarnings.parse(bytes, context).map { .warnings($0) }
        case .airKorea: AirKorea.parse(bytes, context).map { .air($0) }
        case .tagoArrivals: TAGOArrivals.parse(bytes, context).map { .buses($0) }
        case .seoulBus: SeoulBus.parse(bytes, context).map { .buses($0) }
        case .gyeonggiBus: GyeonggiBus.parse(bytes, context).map { .buses($0) }
        case .gtfsRealtime: GTFSArrivals.parse(bytes, context).map { .buses($0) }
        case .rss, .atom, .jsonFeed: NoticeFeed.parse(bytes, context).map { .notices($0) }
        case .cap: CAPMessage.parse(bytes, context).map { .alerts($0) }
        case .disasterText: DisasterText.parse(bytes, context).map { .alerts($0) }
        case .jobs: JobOffer.parse(bytes, context).map { .jobs($0) }
        case .courses: Course.parse(bytes, context).map { .courses($0) }
        case .shelters: Shelter.parse(bytes, context).map { .shelters($0) }
        }
    }

    /// An issue that is late by minutes is nothing new, and no trouble to report: what is known stays until it comes.
    private static func issued<Value>(_ outcome: FeedOutcome<Value>) -> FeedOutcome<Value> {
        if case .failed(let error) = outcome, error.code == .service("03") { return .empty }
        return outcome
    }

    /// What an answer without rows says, nil when it says nothing and what was known before stays.
    func nothing(_ context: FeedContext) -> FeedContent? {
        func fact<Value>(_ value: Value) -> Fact<Value> {
            Fact(value, issuedAt: context.receivedAt, fetchedAt: context.receivedAt)
        }
        switch self {
        case .kmaVillage, .kmaUltraShort, .kmaNowcast, .kmaMidTerm, .airKorea: return nil
        case .kmaWarnings: return .warnings(fact([]))
        case .tagoArrivals, .seoulBus, .gyeonggiBus, .gtfsRealtime:
            return .buses(fact(BusBoard(stop: context.stopName ?? "", arrivals: [])))
        case .rss, .atom, .jsonFeed: return .notices(fact([]))
        case .cap, .disasterText: return .alerts(fact([]))
        case .jobs: return .jobs(fact([]))
        case .courses: return .courses(fact([]))
        case .shelters: return .shelters(fact([]))
        }
    }
}
