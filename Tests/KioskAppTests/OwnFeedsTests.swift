import Foundation
import KioskScreens
import Logging
import SignageFeed
import SyncClient
import Synchronization
import Testing

@testable import KioskApp

@Suite struct OwnFeedsTests {
    private let box = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)

    @Test func `a kiosk alone asks its sources, shows what came and finds it again`() async throws {
        let asked = Mutex<[HTTPRequestValue]>([])
        let snapshot = try await firstWall { request in
            asked.withLock { $0.append(request) }
            return HTTPResponseValue(status: 200, headers: ["etag": "\"1\""], body: Data(Self.news.utf8))
        }
        #expect(snapshot?.notices.map(\.title) == ["김장을 함께 해요"])
        #expect(asked.withLock { $0.map(\.url) } == ["https://news.invalid/feed"])
        #expect(OwnFeeds.lastSnapshot(in: feeds)?.notices == snapshot?.notices)
        try FileManager.default.removeItem(at: box)
    }

    @Test func `nothing is invented while nobody answers`() async throws {
        let asked = AsyncStream<Void>.makeStream()
        let own = try make { _ throws(NetworkFailure) in
            asked.continuation.yield()
            throw .timedOut
        }
        let walls = Mutex(0)
        let work = Task { await own.run(clock: ContinuousClock()) { _ in walls.withLock { $0 += 1 } } }
        for await _ in asked.stream { break }
        work.cancel()
        await work.value
        #expect(walls.withLock { $0 } == 0 && OwnFeeds.lastSnapshot(in: feeds) == nil)
        try FileManager.default.removeItem(at: box)
    }

    @Test func `a list that is none is refused`() throws {
        try FileManager.default.createDirectory(at: box, withIntermediateDirectories: true)
        try Data("[{".utf8).write(to: list)
        #expect(throws: (any Error).self) { try open { _ throws(NetworkFailure) in throw .timedOut } }
        try FileManager.default.removeItem(at: box)
    }

    private var feeds: String { box.appending(path: "feeds").path }
    private var list: URL { box.appending(path: "sources.json") }

    private func make(_ exchange: @escaping HTTPExchange) throws -> OwnFeeds {
        try FileManager.default.createDirectory(at: box, withIntermediateDirectories: true)
        let source = FeedSource(
            id: "news", place: "here", format: .rss, address: "https://news.invalid/feed", interval: 600)
        try JSONEncoder().encode([source]).write(to: list)
        return try open(exchange)
    }

    private func open(_ exchange: @escaping HTTPExchange) throws -> OwnFeeds {
        try OwnFeeds(
            list: list.path, folder: feeds, keys: { _ in nil }, exchange: exchange,
            now: { Date(timeIntervalSince1970: 1_795_132_800) }, logger: Logger(label: "test"))
    }

    /// The first wall that is posted.
    private func firstWall(_ exchange: @escaping HTTPExchange) async throws -> WallSnapshot? {
        let own = try make(exchange)
        let walls = AsyncStream<WallSnapshot>.makeStream()
        let work = Task {
            await own.run(clock: ContinuousClock()) { event in
                if case .wallChanged(let snapshot) = event { walls.continuation.yield(snapshot) }
            }
        }
        var first: WallSnapshot?
        for await snapshot in walls.stream {
            first = snapshot
            break
        }
        work.cancel()
        await work.value
        return first
    }

    private static let news = """
        <?xml version="1.0" encoding="UTF-8"?>
        <rss version="2.0"><channel><title>소식</title>
        <item><guid>1</guid><title>김장을 함께 해요</title><pubDate>Thu, 19 Nov 2026 09:00:00 +0900</pubDate></item>
        </channel></rss>
        """
}
