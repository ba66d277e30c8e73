import Foundation
import Testing

@testable import SignageFeed

@Suite struct DemoFeedTests {
    private static let sources = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("seeds/feeds/sources.json")

    @Test(arguments: ["2027-02-28 00:05", "2026-11-20 09:00", "2028-02-29 13:00", "2027-07-01 23:59"])
    func `a demonstration's wall is plausible on any day`(time: String) async throws {
        let now = FeedSamples.korean(time)
        let poller = FeedPoller(
            sources: try FeedSource.load(from: Self.sources), keys: { _ in nil }, now: { now },
            fetch: { _ in throw URLError(.unsupportedURL) })
        #expect(await poller.pollDue().map(\.error) == [nil, nil, nil, nil, nil, nil])
        for place in ["yeongdeungpo", "wonju"] {
            let facts = await poller.facts(for: place)
            let weather = try #require(facts.weather)
            #expect(Freshness.of(.weather, issuedAt: weather.issuedAt, now: now) == .fresh)
            #expect(weather.value.now(at: now)?.temperature != nil)
            #expect(weather.value.tomorrow(from: now)?.highest != nil)
            let buses = try #require(facts.buses)
            #expect(buses.value.arrivals.count >= 3 && !buses.value.stop.isEmpty)
            #expect(buses.value.arrivals.contains { $0.isLowFloor })
            #expect(facts.notices.count == 5)
            let newest = try #require(facts.notices.first?.publishedAt)
            #expect(newest <= now && now.timeIntervalSince(newest) < 2 * 86_400)
        }
    }

    @Test func `minutes pass between two looks at a demonstration's bus`() throws {
        let bytes = try FeedSamples.bytes("tago/normal.json")
        func seconds(_ now: Date) throws -> [Int?] {
            let moved = DemoFeed.rebased(bytes, .tagoArrivals, now: now)
            let outcome = FeedFormat.tagoArrivals.parse(moved, context: FeedContext(receivedAt: now))
            guard case .ok(.buses(let fact)) = outcome else { throw FeedSamples.SampleError.otherContent }
            return fact.value.arrivals.map(\.seconds)
        }
        let first = try seconds(FeedSamples.now)
        let later = try seconds(FeedSamples.now.addingTimeInterval(60))
        #expect(zip(first, later).allSatisfy { ($0 ?? 0) - ($1 ?? 0) == 60 })
    }

    @Test func `what has no rule stays as it is`() throws {
        let bytes = try FeedSamples.bytes("airkorea/normal.json")
        #expect(DemoFeed.rebased(bytes, .airKorea, now: FeedSamples.now) == bytes)
    }
}
