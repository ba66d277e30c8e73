import Foundation

/// What a source told, with its age.
public enum FeedContent: Equatable, Sendable {
    case weather(Fact<Weather>)
    case air(Fact<AirQuality>)
    case warnings(Fact<[WeatherWarning]>)
    case buses(Fact<BusBoard>)
    case notices(Fact<[Notice]>)
    case alerts(Fact<[AlertMessage]>)
    case jobs(Fact<[JobOffer]>)
    case courses(Fact<[Course]>)
    case shelters(Fact<[Shelter]>)

    /// When the source says it was made.
    public var issuedAt: Date {
        switch self {
        case .weather(let fact): fact.issuedAt
        case .air(let fact): fact.issuedAt
        case .warnings(let fact): fact.issuedAt
        case .buses(let fact): fact.issuedAt
        case .notices(let fact): fact.issuedAt
        case .alerts(let fact): fact.issuedAt
        case .jobs(let fact): fact.issuedAt
        case .courses(let fact): fact.issuedAt
        case .shelters(let fact): fact.issuedAt
        }
    }
}

/// Written as `{"weather": {"value": …, "issuedAt": …, "fetchedAt": …}}`, by its kind.
extension FeedContent: Codable {
    private enum Key: String, CodingKey { case weather, air, warnings, buses, notices, alerts, jobs, courses, shelters }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Key.self)
        switch container.allKeys.first {
        case .weather: self = .weather(try container.decode(Fact<Weather>.self, forKey: .weather))
        case .air: self = .air(try container.decode(Fact<AirQuality>.self, forKey: .air))
        case .warnings: self = .warnings(try container.decode(Fact<[WeatherWarning]>.self, forKey: .warnings))
        case .buses: self = .buses(try container.decode(Fact<BusBoard>.self, forKey: .buses))
        case .notices: self = .notices(try container.decode(Fact<[Notice]>.self, forKey: .notices))
        case .alerts: self = .alerts(try container.decode(Fact<[AlertMessage]>.self, forKey: .alerts))
        case .jobs: self = .jobs(try container.decode(Fact<[JobOffer]>.self, forKey: .jobs))
        case .courses: self = .courses(try container.decode(Fact<[Course]>.self, forKey: .courses))
        case .shelters: self = .shelters(try container.decode(Fact<[Shelter]>.self, forKey: .shelters))
        case nil:
            throw DecodingError.dataCorrupted(
                .init(codingPath: decoder.codingPath, debugDescription: "no known kind of content"))
        }
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        switch self {
        case .weather(let fact): try container.encode(fact, forKey: .weather)
        case .air(let fact): try container.encode(fact, forKey: .air)
        case .warnings(let fact): try container.encode(fact, forKey: .warnings)
        case .buses(let fact): try container.encode(fact, forKey: .buses)
        case .notices(let fact): try container.encode(fact, forKey: .notices)
        case .alerts(let fact): try container.encode(fact, forKey: .alerts)
        case .jobs(let fact): try container.encode(fact, forKey: .jobs)
        case .courses(let fact): try container.encode(fact, forKey: .courses)
        case .shelters(let fact): try container.encode(fact, forKey: .shelters)
        }
    }
}
