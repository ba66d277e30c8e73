import Configuration
import Foundation

/// What an office is told at its start. Read once; every key has a default, and the environment wins over the file.
public struct Settings: Sendable, Equatable {
    /// `host`: the address to listen at. Default `127.0.0.1`; a reverse proxy adds TLS.
    public var host = "127.0.0.1"
    /// `port`: 0–65535, 0 lets the system choose. Default 8080.
    public var port = 8080
    /// `data`: the directory of the database, made if missing. Default `data`.
    public var dataDirectory = "data"
    /// `seeds`: the directory of the seed files. Default `seeds`.
    public var seedsDirectory = "seeds"
    /// `assets`: the directory that holds `dashboard`. Default `assets`.
    public var assetsDirectory = "assets"
    /// `feeds.sources`: the list of what to poll for the walls, as `seeds/feeds/sources.json`; empty polls nothing. The
    /// keys that it names come from the environment: `SARANGBANG_FEED_KEY_…`. Default empty.
    public var feedSources = ""
    /// `pages.secure`: the pages reach the browser over TLS, so cookies never travel without it. Default false.
    public var pagesAreSecure = false
    /// `pages.proxy`: a proxy of ours says in `X-Forwarded-For` where a request came from. Default false.
    public var pagesTrustProxy = false
    /// `proxy.addresses`: the proxy's addresses, apart by commas; with `pages.proxy` its word counts from nowhere else.
    /// Default `127.0.0.1, ::1`.
    public var proxyAddresses = "127.0.0.1, ::1"
    /// `publish.interval`: seconds between two looks for new content, 1–3600. Default 60.
    public var publishInterval = 60
    /// `timezone`: IANA name of the office's zone. Default `Asia/Seoul`.
    public var timeZone = "Asia/Seoul"
    /// `kiosk.burst`: requests that a kiosk may make at once, 1–100000. Default 120.
    public var kioskBurst = 120
    /// `kiosk.rate`: requests a second that a kiosk may go on making, 1–10000. Default 20.
    public var kioskRate = 20
    /// `log.level`: trace, debug, info, notice, warning, error or critical. Default info.
    public var logLevel = "info"

    public init() {}

    /// Reads a file of settings, if there is one, under the environment: `SARANGBANG_PUBLISH_INTERVAL` wins over
    /// `publish.interval`. A value of the wrong kind is an error, never silently the default.
    public static func load(file: String?) async throws -> Settings {
        var providers: [any ConfigProvider] = [EnvironmentVariablesProvider().prefixKeys(with: "sarangbang")]
        if let file {
            let path = ConfigReader(provider: InMemoryProvider(values: ["filePath": ConfigValue(stringLiteral: file)]))
            providers.append(try await FileProvider<YAMLSnapshot>(config: path))
        }
        providers.append(Settings().asDefaults)
        return try Settings(ConfigReader(providers: providers))
    }

    init(_ reader: ConfigReader) throws {
        host = try reader.requiredString(forKey: "host")
        port = try Self.number(reader, "port", 0...65535)
        dataDirectory = try reader.requiredString(forKey: "data")
        seedsDirectory = try reader.requiredString(forKey: "seeds")
        assetsDirectory = try reader.requiredString(forKey: "assets")
        feedSources = try reader.requiredString(forKey: "feeds.sources")
        pagesAreSecure = try reader.requiredBool(forKey: "pages.secure")
        pagesTrustProxy = try reader.requiredBool(forKey: "pages.proxy")
        proxyAddresses = try reader.requiredString(forKey: "proxy.addresses")
        publishInterval = try Self.number(reader, "publish.interval", 1...3600)
        timeZone = try reader.requiredString(forKey: "timezone")
        kioskBurst = try Self.number(reader, "kiosk.burst", 1...100_000)
        kioskRate = try Self.number(reader, "kiosk.rate", 1...10_000)
        logLevel = try reader.requiredString(forKey: "log.level")
        (_, _) = (try calendar, try proxies)
    }

    private var asDefaults: InMemoryProvider {
        InMemoryProvider(values: [
            "host": ConfigValue(stringLiteral: host), "port": ConfigValue(integerLiteral: port),
            "data": ConfigValue(stringLiteral: dataDirectory), "seeds": ConfigValue(stringLiteral: seedsDirectory),
            "assets": ConfigValue(stringLiteral: assetsDirectory),
            "feeds.sources": ConfigValue(stringLiteral: feedSources),
            "pages.secure": ConfigValue(booleanLiteral: pagesAreSecure),
            "pages.proxy": ConfigValue(booleanLiteral: pagesTrustProxy),
            "proxy.addresses": ConfigValue(stringLiteral: proxyAddresses),
            "publish.interval": ConfigValue(integerLiteral: publishInterval),
            "timezone": ConfigValue(stringLiteral: timeZone), "kiosk.burst": ConfigValue(integerLiteral: kioskBurst),
            "kiosk.rate": ConfigValue(integerLiteral: kioskRate), "log.level": ConfigValue(stringLiteral: logLevel),
        ])
    }

    /// The office's calendar: Gregorian, in its zone.
    public var calendar: Calendar {
        get throws {
            guard let zone = TimeZone(identifier: timeZone) else { throw SettingsError.unknownTimeZone(timeZone) }
            var calendar = Calendar(identifier: .gregorian)
            calendar.timeZone = zone
            return calendar
        }
    }

    /// Whose word on a client's address counts.
    public var proxies: ProxyAddresses {
        get throws(SettingsError) {
            let listed = try ProxyAddresses(proxyAddresses)
            return pagesTrustProxy ? listed : .none
        }
    }

    private static func number(
        _ reader: ConfigReader, _ key: ConfigKey, _ range: ClosedRange<Int>
    ) throws -> Int {
        let number = try reader.requiredInt(forKey: key)
        guard range.contains(number) else { throw SettingsError.outOfRange(key: "\(key)", number, range) }
        return number
    }
}

/// Why settings cannot be used.
public enum SettingsError: Error, Equatable {
    case outOfRange(key: String, Int, ClosedRange<Int>)
    case unknownTimeZone(String)
    /// A proxy is named by its IPv4 or IPv6 address alone.
    case notAnAddress(String)
}
