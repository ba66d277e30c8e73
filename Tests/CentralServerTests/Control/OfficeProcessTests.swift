import Foundation
import GRDB
import HummingbirdTesting
import Logging
import Testing

@testable import CentralServer

@Suite struct OfficeProcessTests {
    private func settings(_ directory: TemporaryDirectory, port: Int) -> Settings {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "../../..")
        var settings = Settings()
        (settings.port, settings.dataDirectory) = (port, directory.path)
        settings.assetsDirectory = root.appending(path: "assets").standardizedFileURL.path
        settings.seedsDirectory = root.appending(path: "seeds").standardizedFileURL.path
        return settings
    }

    private func process(_ settings: Settings) -> OfficeProcess {
        OfficeProcess(
            settings: settings, isDemo: false, logger: Logger(label: "test"), now: { SyncOffice.morning })
    }

    @Test func `a started office says where it is, takes commands, and lets go when it stops`() async throws {
        let directory = try TemporaryDirectory()
        let settings = settings(directory, port: 0)
        let (starts, started) = AsyncStream<Data>.makeStream()
        let running = Task { try await process(settings).run { started.yield($0) } }
        let start = try #require(await starts.first { _ in true })
        let url = try #require(try JSONDecoder().decode([String: String].self, from: start)["url"])
        #expect(url.wholeMatch(of: #/http:\/\/127\.0\.0\.1:[1-9]\d*/#) != nil)
        #expect(try DataDirectory(path: directory.path).hold() == nil)
        await #expect(throws: CommandFailure(.unavailable, "another office runs on \(directory.path)")) {
            try await process(settings).run { _ in }
        }
        running.cancel()
        _ = await running.result
        #expect(try DataDirectory(path: directory.path).hold() != nil)
    }

    @Test func `a busy port is said in a sentence`() async throws {
        let directory = try TemporaryDirectory()
        let first = try await SyncOffice.make()
        try await first.serve(.live) { client in
            let port = try #require(client.port)
            let second = settings(directory, port: port)
            await #expect(
                throws: CommandFailure(.unavailable, "port \(port) of 127.0.0.1 is in use by another program")
            ) {
                try await process(second).run { _ in }
            }
        }
    }

    @Test func `missing pages are said in a sentence`() async throws {
        let directory = try TemporaryDirectory()
        var settings = settings(directory, port: 0)
        settings.assetsDirectory = directory.path + "/nothing"
        let failure = await #expect(throws: CommandFailure.self) { try await process(settings).run { _ in } }
        #expect(failure?.kind == .unavailable)
        #expect(failure?.message.hasPrefix("the web pages cannot be made") == true)
    }

    @Test func `a demonstration has an account, a code and people at once`() async throws {
        let directory = try TemporaryDirectory()
        let office = try await SyncOffice.make(settings: settings(directory, port: 0))
        let access = try await Demonstration(office: office.office).prepare()
        #expect(access.kiosk.centre == "ydp-mullae")
        let again = try await Demonstration(office: office.office).prepare()
        #expect(again.password != access.password)
        #expect(try await office.count("userAccount") == 2)
        #expect(try await office.count("person") == 624)
        #expect(try await office.count("manifestVersion") == 55)
    }
}
