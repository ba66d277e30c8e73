import Configuration
import Foundation
import KioskScreens
import KioskUI
import SignageFeed
import SystemPackage

/// What the installer decides, read once at start: `kiosk.yaml`, over it the environment (`SARANGBANG_…`).
struct Settings: Equatable, Sendable {
    /// `centre.name`: shown on the wall until the office says another. Default: 경로당.
    var centreName: String
    /// `centre.region`: where it stands, e.g. 충청북도 옥천군 옥천읍; `centre.latitude` and `centre.longitude` in degrees (WGS 84).
    /// Disaster messages for elsewhere are not shown. Default: unknown, and every message is.
    var site: AlertSite
    /// `centre.shelters`: shelters from heat and cold, each `name | days | 09:00-18:00`, until the office tells of some.
    /// Default: none is known, and nobody is sent anywhere.
    var shelters: [Shelter]
    /// `panel.width`, `panel.height`: pixels; 0 fills the panel. Default 1080 × 1920.
    var panelWidth: Int
    var panelHeight: Int
    /// `panel.pitch`: millimetres per pixel, measured by the installer. Range 0.05…20, default 0.311 (27 inches, FHD);
    /// an LED board has 3 to 16.
    var pitch: Double
    /// `panel.crossfade`: milliseconds that a change on the wall takes, 0…300; 0 where the machine is too weak for it.
    /// Default 240.
    var crossFade: Duration
    /// `panel.kind`: kiosk (touched), television (only looked at) or board (LED). Default kiosk. `panel.distance`: metres from
    /// which a television is read; its letters grow with it. Range 0.5…10, default 3.
    var panel: PanelKind
    /// `panel.brightness`: for a board, from which time of day on it has how many percent of its light: `06:00 50`. Times
    /// rise, 5…100 percent; the last one holds over midnight. Default: half at 6, all at 8, half at 18, a fifth at 22 o'clock.
    var brightness: BoardBrightness
    /// `panel.ticker`: millimetres in a second by which a line at the foot moves that is too long; 5…30, or 0 for one that
    /// stands. Default 0.
    var ticker: TickerPace?
    /// `sound.bell`: rings before an alert. Default true. `sound.voice`: the program that says an alert's words, looked for on
    /// the PATH; empty for none. Default espeak-ng. `sound.quiet`: hours in which only the gravest alerts are heard,
    /// `21:00-07:00`. Default none.
    var hasBell: Bool
    var voice: String?
    var quietHours: DayHours?
    /// `sound.cues`: how loud a test's clock counts down and ends, 0…100 percent; 0 for silence. Default 60.
    var cueLoudness: Double
    /// `language`: ko, en, zh or ja. Default ko.
    var language: Language
    /// `data`: folder of the database, the key and the cache. Default `var/kiosk`.
    var dataFolder: String
    /// `timezone`: Default Asia/Seoul.
    var timeZone: TimeZone
    /// `supporters`: `name:PIN` of those who may open the tray; the PIN as `kiosk supporter-pin` prints it.
    var supporters: [Supporter]
    /// `cuff.bus`: D-Bus address with BlueZ. Default: the system bus.
    var cuffBus: String?
    /// `cuff.address`: the one monitor that counts, as AA:BB:CC:DD:EE:FF; `none` where supporters type what another monitor
    /// shows. Default: any in reach.
    var cuffAddress: String?
    static let noCuff = "none"
    /// `grip.profile`: a file of `assets/devices`. `grip.port`: its port; empty when there is none.
    var gripProfile: String
    var gripPort: String?
    /// `measuring.battery`: what **체력 재기** goes through; an id (kspo-senior, sppb, sft, vital-signs, quick) or a file.
    /// Default kspo-senior.
    var battery: String
    /// `instruments` and `instrument.NAME.…`: what else is attached, see ``InstrumentSettings``.
    var instruments: [InstrumentSettings]
    /// `scanner.serial`: port of a serial scanner. `scanner.keyboard`: `/dev/input/by-id/…-event-kbd` of a wedge.
    var scannerPort: String?
    var scannerKeyboard: String?

    /// `feeds.sources`: a list of sources that a kiosk without an office asks itself, such as seeds/feeds/sources.json. Once it
    /// is enrolled, the office asks. Default: nothing is asked.
    var feedSources: String?

    /// `office.checkin`: seconds between two check-ins, 5…3600. Default 30: a bus's estimate may be shown for 90 seconds only.
    var checkInInterval: Duration
    /// `office.bootdelay`: at most so many seconds of random delay after boot, so that a district does not call at once. Default 300.
    var bootDelay: Duration

    /// One who may open the tray.
    struct Supporter: Equatable, Sendable {
        var name: String
        var pinDigest: String
    }

    enum SettingsError: Error, Equatable, CustomStringConvertible {
        case outOfRange(key: String, value: String)

        var description: String {
            switch self {
            case .outOfRange(let key, let value): "setting \(key) cannot be \(value)"
            }
        }
    }

    /// Reads a file, or only the environment and the defaults when there is none. A value of the wrong kind is an
    /// error, never silently the default.
    static func load(file: String?) async throws -> Settings {
        var providers: [any ConfigProvider] = [EnvironmentVariablesProvider().prefixKeys(with: "sarangbang")]
        if let file { providers.append(try await FileProvider<YAMLSnapshot>(filePath: .init(file))) }
        return try Settings(ConfigReader(providers: providers + [fallbacks]))
    }

    /// What holds when nobody decided anything.
    static func defaults() throws -> Settings { try Settings(ConfigReader(provider: fallbacks)) }

    static let fallbacks = InMemoryProvider(values: [
        "centre.name": "경로당", "panel.width": 1080, "panel.height": 1920, "panel.pitch": 0.311, "panel.crossfade": 240,
        "panel.ticker": 0.0,
        "sound.bell": true, "sound.voice": "espeak-ng", "sound.cues": 60,
        "panel.kind": "kiosk",
        "panel.distance": 3.0, "language": "ko",
        "data": "var/kiosk", "timezone": "Asia/Seoul", "grip.profile": "grip-serial.yaml", "office.checkin": 30,
        "office.bootdelay": 300, "supporters": ConfigValue(.stringArray([]), isSecret: false),
        "measuring.battery": "kspo-senior", "instruments": ConfigValue(.stringArray([]), isSecret: false),
    ])

    init(_ config: ConfigReader) throws {
        centreName = try config.requiredString(forKey: "centre.name")
        site = AlertSite(place: try Self.place(config), region: config.string(forKey: "centre.region") ?? "")
        shelters = try Self.shelters(config)
        panelWidth = try Self.checked(config.requiredInt(forKey: "panel.width"), 0...7680, "panel.width")
        panelHeight = try Self.checked(config.requiredInt(forKey: "panel.height"), 0...7680, "panel.height")
        pitch = try Self.checked(config.requiredDouble(forKey: "panel.pitch"), 0.05...20, "panel.pitch")
        crossFade = .milliseconds(
            try Self.checked(config.requiredInt(forKey: "panel.crossfade"), 0...300, "panel.crossfade"))
        let distance = try Self.checked(config.requiredDouble(forKey: "panel.distance"), 0.5...10, "panel.distance")
        panel = try Self.known(config, "panel.kind") { PanelKind(name: $0, distance: distance) }
        brightness = try Self.brightness(config)
        ticker = try Self.ticker(config)
        hasBell = try config.requiredBool(forKey: "sound.bell")
        let program = try config.requiredString(forKey: "sound.voice")
        voice = program.isEmpty ? nil : program
        quietHours = try Self.quietHours(config)
        cueLoudness = Double(try Self.checked(config.requiredInt(forKey: "sound.cues"), 0...100, "sound.cues")) / 100
        language = try Self.known(config, "language") { Language(rawValue: $0) }
        timeZone = try Self.known(config, "timezone") { TimeZone(identifier: $0) }
        dataFolder = try config.requiredString(forKey: "data")
        supporters = try config.requiredStringArray(forKey: "supporters").map(Self.supporter)
        cuffBus = config.string(forKey: "cuff.bus")
        cuffAddress = config.string(forKey: "cuff.address")
        gripProfile = try config.requiredString(forKey: "grip.profile")
        gripPort = config.string(forKey: "grip.port")
        feedSources = config.string(forKey: "feeds.sources")
        battery = try config.requiredString(forKey: "measuring.battery")
        instruments = try config.requiredStringArray(forKey: "instruments").map {
            try InstrumentSettings(named: $0, config)
        }
        try InstrumentSettings.checkNames(instruments)
        checkInInterval = .seconds(
            try Self.checked(config.requiredInt(forKey: "office.checkin"), 5...3600, "office.checkin"))
        bootDelay = .seconds(
            try Self.checked(config.requiredInt(forKey: "office.bootdelay"), 0...3600, "office.bootdelay"))
        scannerPort = config.string(forKey: "scanner.serial")
        scannerKeyboard = config.string(forKey: "scanner.keyboard")
    }

    private static func brightness(_ config: ConfigReader) throws -> BoardBrightness {
        guard let lines = config.stringArray(forKey: "panel.brightness") else { return .standard }
        do throws(BoardBrightness.ParseError) { return try BoardBrightness(parsing: lines) } catch {
            throw SettingsError.outOfRange(key: "panel.brightness", value: lines.joined(separator: ", "))
        }
    }

    private static func ticker(_ config: ConfigReader) throws -> TickerPace? {
        let speed = try config.requiredDouble(forKey: "panel.ticker")
        guard speed != 0 else { return nil }
        guard let pace = TickerPace(speed: speed) else {
            throw SettingsError.outOfRange(key: "panel.ticker", value: "\(speed)")
        }
        return pace
    }

    private static func quietHours(_ config: ConfigReader) throws -> DayHours? {
        guard let text = config.string(forKey: "sound.quiet") else { return nil }
        let ends = text.split(separator: "-").map(String.init)
        guard ends.count == 2, let hours = DayHours(from: ends[0], to: ends[1]) else {
            throw SettingsError.outOfRange(key: "sound.quiet", value: text)
        }
        return hours
    }

    private static func shelters(_ config: ConfigReader) throws -> [Shelter] {
        try (config.stringArray(forKey: "centre.shelters") ?? []).map { line in
            do throws(Shelter.ParseError) { return try Shelter(parsing: line) } catch {
                throw SettingsError.outOfRange(key: "centre.shelters", value: error.line)
            }
        }
    }

    /// Both degrees or none.
    private static func place(_ config: ConfigReader) throws -> AlertMessage.Point? {
        let (north, east) = (config.string(forKey: "centre.latitude"), config.string(forKey: "centre.longitude"))
        guard north != nil || east != nil else { return nil }
        let latitude = try checked(config.requiredDouble(forKey: "centre.latitude"), -90...90, "centre.latitude")
        let longitude = try checked(config.requiredDouble(forKey: "centre.longitude"), -180...180, "centre.longitude")
        return AlertMessage.Point(latitude: latitude, longitude: longitude)
    }

    private static func known<Value>(
        _ config: ConfigReader, _ key: ConfigKey, _ value: (String) -> Value?
    ) throws -> Value {
        let text = try config.requiredString(forKey: key)
        guard let value = value(text) else { throw SettingsError.outOfRange(key: "\(key)", value: text) }
        return value
    }

    /// Korean dates in the kiosk's zone.
    var calendar: Calendar {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = timeZone
        return calendar
    }

    private static func checked<Value: Comparable>(
        _ value: Value, _ range: ClosedRange<Value>, _ key: String
    ) throws -> Value {
        guard range.contains(value) else { throw SettingsError.outOfRange(key: key, value: "\(value)") }
        return value
    }

    private static func supporter(_ text: String) throws -> Supporter {
        let parts = text.split(separator: ":", maxSplits: 1).map(String.init)
        guard parts.count == 2 else { throw SettingsError.outOfRange(key: "supporters", value: "without a PIN") }
        return Supporter(name: parts[0], pinDigest: parts[1])
    }
}
