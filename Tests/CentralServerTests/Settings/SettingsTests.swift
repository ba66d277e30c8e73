import Configuration
import Foundation
import Testing

@testable import CentralServer

@Suite struct SettingsTests {
    static let sample = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appending(path: "../../../seeds/central.yaml").standardizedFileURL.path

    private func load(_ yaml: String) async throws -> Settings {
        let directory = try TemporaryDirectory()
        let file = directory.path + "/central.yaml"
        try Data(yaml.utf8).write(to: URL(fileURLWithPath: file))
        let settings = try await Settings.load(file: file)
        withExtendedLifetime(directory) {}
        return settings
    }

    @Test func `the sample file shows the defaults`() async throws {
        #expect(try await Settings.load(file: Self.sample) == Settings())
    }

    @Test func `a file changes what it names and nothing else`() async throws {
        let settings = try await load("port: 9090\npublish:\n  interval: 5\npages:\n  secure: true\n")
        var expected = Settings()
        (expected.port, expected.publishInterval, expected.pagesAreSecure) = (9090, 5, true)
        #expect(settings == expected)
    }

    @Test(arguments: [
        "port: many", "port: 65536", "port: -1", "publish:\n  interval: 0", "timezone: Mars/Olympus",
        "proxy:\n  addresses: office.example", "proxy:\n  addresses: 127.0.0.1:80", "proxy:\n  addresses: 10.0.0.0/8",
    ])
    func `a value that cannot be is an error, not the default`(yaml: String) async {
        await #expect(throws: (any Error).self) { try await load(yaml) }
    }

    @Test func `a missing file is an error`() async {
        await #expect(throws: (any Error).self) { try await Settings.load(file: "/nowhere/central.yaml") }
    }
}
