import Configuration
import Foundation
import KioskScreens
import KioskUI
import SystemPackage

/// What the installer decides, read once at start: `kiosk.yaml`, over it the environment (`SARANGBANG_…`).
struct Settings: Equatable, Sendable {
    /// `centre.name`: shown on the wall until the office says another. Default: 경로당.
    var centreName: String
    /// `panel.width`, `panel.height`: pixels; 0 fills the panel. Default 1080 × 1920.
    var panelWidth: Int
    var panelHeight: Int
    /// `panel.pitch`: millimetres per pixel, measured by the installer. Range 0.05…2, default 0.311 (27 inches, FHD).
    var pitch: Double
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
    /// `grip.profile`: a file of `assets/devices`. `grip.port`: its port; empty when there is none.
    var gripProfile: String
    var gripPort: String?
    /// `scanner.serial`: port of a serial scanner. `scanner.keyboard`: `/dev/input/by-id/…-event-kbd` of a wedge.
    var scannerPort: String?
    var scannerKeyboard: String?

    /// `office.checkin`: seconds between two check-ins, 5…3600. Default 60.
    var checkInInterval: Duration
    /// `office.bootdelay`: seconds of random delay after boot, so that a district does not call at once. Default 300.
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

    /// Reads a file, or only the environment and the defaults when there is none.
    static func load(file: String?) async throws -> Settings {
        var providers: [any ConfigProvider] = [
            EnvironmentVariablesProvider().prefixKeys(with: "sarangbang")
        ]
        if let file { providers.append(try await FileProvider<YAMLSnapshot>(filePath: .init(file))) }
        return try Settings(ConfigReader(providers: providers))
    }

    /// What holds when nobody decided anything.
    static func defaults() throws -> Settings { try Settings(ConfigReader(provider: InMemoryProvider(values: [:]))) }

    init(_ config: ConfigReader) throws {
        centreName = config.string(forKey: "centre.name", default: "경로당")
        panelWidth = try Self.checked(config.int(forKey: "panel.width", default: 1080), 0...7680, "panel.width")
        panelHeight = try Self.checked(config.int(forKey: "panel.height", default: 1920), 0...7680, "panel.height")
        pitch = try Self.checked(config.double(forKey: "panel.pitch", default: 0.311), 0.05...2, "panel.pitch")
        let code = config.string(forKey: "language", default: "ko")
        guard let language = Language(rawValue: code) else {
            throw SettingsError.outOfRange(key: "language", value: code)
        }
        self.language = language
        dataFolder = config.string(forKey: "data", default: "var/kiosk")
        let zone = config.string(forKey: "timezone", default: "Asia/Seoul")
        guard let timeZone = TimeZone(identifier: zone) else {
            throw SettingsError.outOfRange(key: "timezone", value: zone)
        }
        self.timeZone = timeZone
        supporters = try config.stringArray(forKey: "supporters", default: []).map(Self.supporter)
        cuffBus = config.string(forKey: "cuff.bus")
        gripProfile = config.string(forKey: "grip.profile", default: "grip-serial.yaml")
        gripPort = config.string(forKey: "grip.port")
        checkInInterval = .seconds(
            try Self.checked(config.int(forKey: "office.checkin", default: 60), 5...3600, "office.checkin"))
        bootDelay = .seconds(
            try Self.checked(config.int(forKey: "office.bootdelay", default: 300), 0...3600, "office.bootdelay"))
        scannerPort = config.string(forKey: "scanner.serial")
        scannerKeyboard = config.string(forKey: "scanner.keyboard")
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
