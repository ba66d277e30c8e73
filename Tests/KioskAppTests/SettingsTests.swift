import Configuration
import Foundation
import KioskUI
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
