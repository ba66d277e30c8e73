import Foundation

/// Where one fact of one place comes from, as settings say it. It holds the name of a key, never the key.
public struct FeedSource: Codable, Equatable, Sendable, Identifiable {
    public var id: String
    /// Whose wall it feeds, e.g. a municipality or a centre.
    public var place: String
    public var format: FeedFormat
    /// A URL with `{key}`, `{base_date}`, `{base_time}` and `{today}` where they belong. Without a scheme it is a file
    /// beside the settings.
    public var address: String
    /// Seconds between two questions, at least 20.
    public var interval: Int
    /// Name under which the key is kept elsewhere.
    public var key: String?
    /// Who speaks, e.g. `보건소`.
    public var name: String?
    public var stop: String?
    public var station: String?
    public var warningArea: String?
    /// A recording whose days are moved to today; for demonstrations only.
    public var isDemo: Bool?
    /// Questions a day that its key and service allow together; without one nobody counts.
    public var quota: Int?
    /// The stop's id in a GTFS feed.
    public var stopID: String?
    /// The folder with the tables of the same GTFS publisher (`stop_times.txt`, …), unpacked beside the settings.
    public var timetable: String?

    public init(
        id: String, place: String, format: FeedFormat, address: String, interval: Int, key: String? = nil,
        name: String? = nil, stop: String? = nil, station: String? = nil, warningArea: String? = nil,
        isDemo: Bool? = nil, quota: Int? = nil, stopID: String? = nil, timetable: String? = nil
    ) {
        (self.id, self.place, self.format, self.address) = (id, place, format, address)
        (self.interval, self.key, self.name, self.stop) = (interval, key, name, stop)
        (self.station, self.warningArea, self.isDemo, self.quota) = (station, warningArea, isDemo, quota)
        (self.stopID, self.timetable) = (stopID, timetable)
    }

    /// Reads a JSON list of sources and resolves addresses without a scheme against its folder.
    public static func load(from file: URL) throws -> [FeedSource] {
        let folder = file.deletingLastPathComponent()
        return try JSONDecoder().decode([FeedSource].self, from: Data(contentsOf: file)).map { source in
            var resolved = source
            resolved.timetable = source.timetable.map { folder.appendingPathComponent($0).path }
            guard URL(string: source.address)?.scheme == nil else { return resolved }
            resolved.address = folder.appendingPathComponent(source.address).absoluteURL.absoluteString
            return resolved
        }
    }

    /// What its parser must know.
    func context(receivedAt: Date, timetable: GTFSTimetable? = nil) -> FeedContext {
        FeedContext(
            receivedAt: receivedAt, sourceName: name, stopName: stop, station: station, warningArea: warningArea,
            address: key == nil ? address : nil, stopID: stopID, timetable: timetable)
    }

    /// Sources of one group use up one quota: it belongs to a key and a service.
    var quotaGroup: String { "\(key ?? id)/\(format.rawValue)" }

    /// The URL to ask now, for the newest issue or so many before it. The errors say what is wrong and never what stands
    /// in it.
    func url(at now: Date, keys: @Sendable (String) -> String?, earlier: Int = 0) throws(FeedError) -> URL {
        var address = address
        if let key {
            guard let secret = keys(key), !secret.isEmpty else { throw FeedError(.missingKey, permanent: true) }
            address = address.replacingOccurrences(of: "{key}", with: Self.encoded(secret))
        }
        let issue = KoreanTime(format.baseTime?.candidates(at: now, count: earlier + 1).last ?? now)
        let values = [
            "{base_date}": issue.compactDay, "{base_time}": issue.compactMinute, "{today}": KoreanTime(now).compactDay,
        ]
        for (name, value) in values { address = address.replacingOccurrences(of: name, with: value) }
        guard let url = URL(string: address), let scheme = url.scheme, ["http", "https", "file"].contains(scheme)
        else { throw FeedError(.badAddress, permanent: true) }
        return url
    }

    /// The portal hands keys out plain and already encoded; encoding the latter again makes them unknown.
    private static func encoded(_ secret: String) -> String {
        if secret.contains("%") { return secret }
        let allowed = CharacterSet(charactersIn: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
        return secret.addingPercentEncoding(withAllowedCharacters: allowed) ?? ""
    }
}

extension FeedFormat {
    /// When its service makes its issues; nil for what changes at any time.
    var baseTime: KMABaseTime? {
        switch self {
        case .kmaVillage: .village
        case .kmaNowcast: .nowcast
        case .kmaUltraShort: .ultraShort
        case .kmaMidTerm: .midTerm
        default: nil
        }
    }
}

extension KMABaseTime {
    /// When to ask again after an issue was received, nil when a newer one should be out by now.
    func next(after issuedAt: Date, at now: Date) -> Date? {
        let newest = latest(at: now)
        return issuedAt < newest ? nil : newest.addingTimeInterval(period + delay)
    }
}
