import Foundation
import GRDB
import Logging
import SignageFeed
import SyncWire
import Testing

@testable import CentralServer

@Suite struct ContentSeederTests {
    private static let seeds = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "seeds").path

    private static func load(
        _ office: SyncOffice, _ press: NewsletterPress = NewsletterPress(logger: Logger(label: "test"))
    ) async throws
        -> [String: String]
    {
        let clock = office.clock
        return try await ContentSeeder(store: office.store, press: press, now: { clock.now })
            .load(try SeedFiles(directory: seeds).content, from: seeds)
    }

    @Test func `a demonstration's playlist has every kind, on every centre's wall, and is loaded once`() async throws {
        let office = try await SyncOffice.make()
        #expect(try await Self.load(office).isEmpty)
        let items = try await office.store.read { try ContentItem.fetchAll($0) }
        #expect(Set(items.map(\.kind)) == Set(ContentKind.allCases))
        try await office.office.publisher.publishAll()
        let downlink = Downlink(store: office.store)
        for centre in ["pine", "oak", "reed"] {
            let manifest = try await downlink.manifest(for: centre)
            let file = try #require(manifest.files.first { $0.name == "playlist.json" })
            let reading = try Playlist.read([UInt8](try #require(try await downlink.blob(file.sha256))))
            // Three pages, and no lines of lists that nobody polls here.
            #expect(reading.problems.isEmpty && reading.playlist.items.count == 16)
            #expect(manifest.files.count == 7 && Set(manifest.files.map(\.name)).count == 7)
        }
        office.clock.advance(3 * 86_400)
        try await office.store.write { db in
            try db.execute(sql: "UPDATE contentItem SET state = 'removed' WHERE kind = 'picture'")
        }
        #expect(try await Self.load(office).isEmpty)
        let again = try await office.store.read { try ContentItem.fetchAll($0) }
        #expect(again.count == items.count && again.count { $0.state == .removed } == 4)
    }

    @Test func `without poppler the newsletter is left out and told of`() async throws {
        let office = try await SyncOffice.make()
        let troubles = try await Self.load(office, NewsletterPress(programs: "/nowhere", logger: Logger(label: "test")))
        #expect(troubles == ["content/newsletter.pdf": "poppler-utils is not installed"])
        let kinds = try await office.store.read { try ContentItem.fetchAll($0).map(\.kind) }
        #expect(kinds.contains(.picture) && !kinds.contains(.newsletter))
    }

    @Test func `a seed that no wall could show is no seed`() async throws {
        let office = try await SyncOffice.make()
        let clock = office.clock
        let seeder = ContentSeeder(
            store: office.store, press: NewsletterPress(logger: Logger(label: "test")), now: { clock.now })
        for json in [#"{"kind":"alert"}"#, #"{"kind":"notice"}"#, #"{"kind":"picture","file":"nothing.png"}"#] {
            let seed = try JSONDecoder().decode(ContentSeed.self, from: Data(json.utf8))
            await #expect(throws: SeedError.self) { _ = try await seeder.load([seed], from: Self.seeds) }
        }
    }
}
