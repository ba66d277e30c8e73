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
        let turn = await poller.pollDue()
        #expect(turn.count == 18 && turn.allSatisfy { $0.error == nil && $0.problems.isEmpty })
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
            #expect(weather.value.days.count >= 8 && weather.value.days.last?.midTermIssuedAt != nil)
            #expect(facts.air?.value.pm10 != nil)
        }
    }

    @Test(arguments: ["2027-02-28 00:05", "2026-11-20 09:00", "2027-07-01 23:59"])
    func `each demonstration's own lists, warnings and messages are of today`(time: String) async throws {
        let now = FeedSamples.korean(time)
        let poller = FeedPoller(
            sources: try FeedSource.load(from: Self.sources), keys: { _ in nil }, now: { now },
            fetch: { _ in throw URLError(.unsupportedURL) })
        await poller.pollDue()
        let (east, west) = (await poller.facts(for: "yeongdeungpo"), await poller.facts(for: ["wonju-01", "wonju"]))
        #expect(east.jobs?.value.count == 3 && east.jobs?.value.allSatisfy { $0.isOpen(at: now) } == true)
        #expect(east.warnings == nil && east.alerts.isEmpty)
        #expect(west.courses?.value.count == 2 && west.courses?.value.allSatisfy { $0.isOpen(at: now) } == true)
        let warning = try #require(west.warnings?.value.first)
        #expect(warning.issuedAt <= now && now.timeIntervalSince(warning.issuedAt) < 2 * 3_600)
        // The city tells the same by two ways; the wall gets it once.
        #expect(west.alerts.count == 1)
        #expect(west.alerts.first?.infos.first?.severity == .minor)
        let buses = try #require(west.buses)
        #expect(buses.value.stop == "단구동 경로당 앞" && (0...10).contains(now.timeIntervalSince(buses.issuedAt)))
        #expect(buses.value.arrivals.count(where: { ($0.seconds ?? .max) < 1_800 }) == 3)
        #expect(buses.value.notes?.count == 1)
    }

    @Test func `bytes that are no message stay as they are`() throws {
        for name in ["hostile_truncated.pb", "html_instead.pb", "empty.pb"] {
            let bytes = try FeedSamples.bytes("gtfs_rt/" + name)
            let moved = DemoFeed.rebased(bytes, .gtfsRealtime, now: FeedSamples.now.addingTimeInterval(86_400))
            #expect(moved.count == bytes.count && (name == "empty.pb" || moved == bytes))
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
        let bytes = try FeedSamples.bytes("gbis/normal.json")
        #expect(DemoFeed.rebased(bytes, .gyeonggiBus, now: FeedSamples.now) == bytes)
    }
}
