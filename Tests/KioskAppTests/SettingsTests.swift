import Configuration
import Foundation
import KioskUI
import SignageFeed
import Testing

@testable import KioskApp

@Suite struct SettingsTests {
    @Test func `the commented sample is the defaults`() async throws {
        let sample = try await Settings.load(file: Self.seeds("kiosk.yaml"))
        let defaults = try Settings.defaults()
        #expect(sample == defaults)
    }

    @Test(arguments: [
        ("panel.pitch", ConfigValue(.double(0.001), isSecret: false)),
        ("panel.width", ConfigValue(.int(-1), isSecret: false)),
        ("language", ConfigValue(.string("fr"), isSecret: false)),
        ("timezone", ConfigValue(.string("Asia/Nowhere"), isSecret: false)),
        ("office.checkin", ConfigValue(.int(1), isSecret: false)),
        ("supporters", ConfigValue(.stringArray(["이영자"]), isSecret: false)),
    ])
    func `what cannot be is refused with its key`(key: String, value: ConfigValue) {
        #expect(throws: Settings.SettingsError.self) { try Settings(Self.reader(key, value)) }
    }

    @Test(arguments: [
        ("panel.width", ConfigValue(.string("wide"), isSecret: false)),
        ("panel.pitch", ConfigValue(.bool(true), isSecret: false)),
    ])
    func `a value of the wrong kind is never silently the default`(key: String, value: ConfigValue) {
        #expect(throws: (any Error).self) { try Settings(Self.reader(key, value)) }
    }

    @Test func `quiet hours are two times of day, and none are none`() throws {
        let value = ConfigValue(.string("21:00-07:00"), isSecret: false)
        #expect(try Settings(Self.reader("sound.quiet", value)).quietHours == DayHours(from: 21 * 60, to: 7 * 60))
        #expect(try Settings.defaults().quietHours == nil)
    }

    @Test(arguments: ["", "21-7", "21:00", "21:00-21:00", "25:00-07:00", "21:00–07:00", "21:00-07:00-08:00", "밤"])
    func `quiet hours that are none are refused with what was written`(text: String) {
        let error = Settings.SettingsError.outOfRange(key: "sound.quiet", value: text)
        #expect(throws: error) { try Settings(Self.reader("sound.quiet", ConfigValue(.string(text), isSecret: false))) }
        #expect(error.description == "setting sound.quiet cannot be \(text)")
    }

    @Test func `a supporter is a name and a hash`() throws {
        let value = ConfigValue(.stringArray(["이영자:$y$j9T$abc:d"]), isSecret: false)
        let reader = Self.reader("supporters", value)
        #expect(try Settings(reader).supporters == [.init(name: "이영자", pinDigest: "$y$j9T$abc:d")])
    }

    private static func reader(_ key: String, _ value: ConfigValue) -> ConfigReader {
        ConfigReader(providers: [
            InMemoryProvider(values: [AbsoluteConfigKey(ConfigKey(key)): value]), Settings.fallbacks,
        ])
    }

    static func seeds(_ name: String) -> String {
        URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "seeds/\(name)").path
    }
}
