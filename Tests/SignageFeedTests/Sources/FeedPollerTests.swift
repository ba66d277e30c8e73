import Foundation
import Synchronization
import Testing

@testable import SignageFeed

/// A network of prepared answers and a clock that a test moves.
private final class Rehearsal: Sendable {
    struct Scene {
        var now = FeedSamples.now
        var answers: [String: (Int, [UInt8])] = [:]
        var asked: [String] = []
    }

    let scene = Mutex(Scene())

    func poller(_ sources: [FeedSource], keys: [String: String] = [:]) -> FeedPoller {
        FeedPoller(sources: sources, keys: { keys[$0] }, now: { self.scene.withLock(\.now) }) { url in
            try self.scene.withLock { scene in
                scene.asked.append(url.absoluteString)
                guard let (status, bytes) = scene.answers[url.host() ?? ""] else { throw URLError(.timedOut) }
                return (status: status, bytes: bytes)
            }
        }
    }

    func answer(_ host: String, _ bytes: [UInt8], status: Int = 200) {
        scene.withLock { $0.answers[host] = (status, bytes) }
    }

    func answer(_ host: String, sample: String, status: Int = 200) throws {
        answer(host, try FeedSamples.bytes(sample), status: status)
    }

    func silence(_ host: String) { scene.withLock { $0.answers[host] = nil } }
    func pass(_ seconds: TimeInterval) { scene.withLock { $0.now += seconds } }
    var asked: [String] { scene.withLock(\.asked) }
}

@Suite struct FeedPollerTests {
    private let rehearsal = Rehearsal()
    private let bus = FeedSource(
        id: "bus", place: "y", format: .tagoArrivals, address: "https://bus.invalid/a?serviceKey={key}", interval: 30,
        key: "datagokr")
    private let weather = FeedSource(
        id: "weather", place: "y", format: .kmaVillage,
        address: "https://kma.invalid/v?base_date={base_date}&base_time={base_time}", interval: 600)
    private let news = FeedSource(id: "news", place: "y", format: .rss, address: "https://news.invalid/", interval: 600)

    @Test func `facts are gathered and sources asked at their own pace`() async throws {
        try rehearsal.answer("bus.invalid", sample: "tago/normal.json")
        try rehearsal.answer("kma.invalid", sample: "kma/vilage_normal.json")
        try rehearsal.answer("news.invalid", sample: "rss/normal_utf8.xml")
        let poller = rehearsal.poller([bus, weather, news], keys: ["datagokr": "a+b/c="])
        let turn = await poller.pollDue()
        #expect(turn.map(\.error) == [nil, nil, nil] && turn.allSatisfy(\.hasChanged))
        let facts = await poller.facts(for: "y")
        #expect(facts.buses?.value.arrivals.count == 3 && facts.notices.count == 2)
        #expect(facts.weather?.issuedAt == FeedSamples.korean("2026-11-20 08:00"))
        #expect(await poller.facts(for: "elsewhere") == PolledFacts())
        #expect(
            Set(rehearsal.asked) == [
                "https://bus.invalid/a?serviceKey=a%2Bb%2Fc%3D",
                "https://kma.invalid/v?base_date=20261120&base_time=0800", "https://news.invalid/",
            ])
        rehearsal.pass(30)
        #expect(await poller.pollDue().map(\.id) == ["bus"])
        #expect(await poller.pollDue().isEmpty)
    }

    @Test func `trouble keeps the last good fact and is asked about ever more rarely`() async throws {
        try rehearsal.answer("bus.invalid", sample: "tago/normal.json")
        let poller = rehearsal.poller([bus], keys: ["datagokr": "k"])
        await poller.pollDue()
        let good = await poller.facts(for: "y")
        rehearsal.silence("bus.invalid")
        var waits: [TimeInterval] = []
        for _ in 0..<9 {
            rehearsal.pass(
                try #require(await poller.status().first?.nextAttempt).timeIntervalSince(
                    rehearsal.scene.withLock(\.now)))
            let status = try #require(await poller.pollDue().first)
            #expect(status.error == FeedError(.unreachable) && !status.hasChanged)
            waits.append(status.nextAttempt.timeIntervalSince(rehearsal.scene.withLock(\.now)))
        }
        #expect(waits == [60, 120, 240, 480, 960, 1_920, 3_600, 3_600, 3_600])
        #expect(await poller.facts(for: "y") == good)
        try rehearsal.answer("bus.invalid", sample: "tago/single_object.json")
        rehearsal.pass(3_600)
        #expect(await poller.pollDue().map(\.error) == [nil])
        #expect(await poller.facts(for: "y").buses?.value.arrivals.count == 1)
    }

    @Test func `a used-up quota rests until midnight in Korea, for all that share it`() async throws {
        try rehearsal.answer("bus.invalid", sample: "kma/error_gateway_22.xml", status: 403)
        var other = bus
        (other.id, other.interval) = ("other", 60)
        let poller = rehearsal.poller([bus, other], keys: ["datagokr": "k"])
        await poller.pollDue()
        rehearsal.pass(15 * 3_600)
        #expect(await poller.pollDue().isEmpty)
        rehearsal.pass(60)
        #expect(await poller.pollDue().count == 2)
    }

    @Test func `a refused key stops a source until a person mends it`() async throws {
        try rehearsal.answer("bus.invalid", sample: "tago/error_gateway_30.xml")
        let poller = rehearsal.poller([bus], keys: ["datagokr": "k"])
        #expect(await poller.pollDue().map(\.error) == [FeedError(.service("30"), permanent: true)])
        rehearsal.pass(30 * 86_400)
        #expect(await poller.pollDue().isEmpty)
        await poller.resume("bus")
        #expect(await poller.pollDue().count == 1)
    }

    @Test func `a key is never told, not even by trouble`() async throws {
        let secret = "SECRET-5up3r"
        var bad = bus
        (bad.id, bad.address) = ("bad", "ht tp://{key}")
        let poller = rehearsal.poller([bus, bad], keys: ["datagokr": secret])
        let turn = await poller.pollDue()
        #expect(turn.map(\.error) == [FeedError(.unreachable), FeedError(.badAddress, permanent: true)])
        var told = ""
        dump(turn, to: &told)
        dump(await poller.facts(for: "y"), to: &told)
        dump(FeedAddress(try bus.url(at: FeedSamples.now) { _ in secret }, isSecret: true), to: &told)
        #expect(!told.contains(secret) && rehearsal.asked.count == 1)
    }

    @Test func `a source without its key is not asked`() async {
        let poller = rehearsal.poller([bus])
        #expect(await poller.pollDue().map(\.error) == [FeedError(.missingKey, permanent: true)])
        #expect(rehearsal.asked.isEmpty)
    }

    @Test func `an encoded key is not encoded again`() throws {
        let url = try bus.url(at: FeedSamples.now) { _ in "a%2Bb%3D" }
        #expect(url.absoluteString == "https://bus.invalid/a?serviceKey=a%2Bb%3D")
    }

    @Test func `no bus clears the board, no forecast keeps the old one`() async throws {
        try rehearsal.answer("bus.invalid", sample: "tago/normal.json")
        try rehearsal.answer("kma.invalid", sample: "kma/vilage_normal.json")
        let poller = rehearsal.poller([bus, weather], keys: ["datagokr": "k"])
        await poller.pollDue()
        try rehearsal.answer("bus.invalid", sample: "tago/empty.json")
        try rehearsal.answer("kma.invalid", sample: "kma/error_nodata_03.json")
        rehearsal.pass(8_000)
        #expect(await poller.pollDue().map(\.error) == [nil, nil])
        let facts = await poller.facts(for: "y")
        #expect(facts.buses?.value.arrivals == [] && facts.weather?.value.hours.count == 4)
    }

    @Test(arguments: [
        (502, FeedError(.httpStatus(502))), (429, FeedError(.httpStatus(429), retryAfter: .seconds(600))),
    ])
    func `a bad status is never content`(status: Int, error: FeedError) async throws {
        try rehearsal.answer("news.invalid", sample: "rss/normal_utf8.xml", status: status)
        let poller = rehearsal.poller([news])
        #expect(await poller.pollDue().map(\.error) == [error])
        #expect(await poller.facts(for: "y") == PolledFacts())
    }

    @Test func `a clock that jumped back does not silence a source`() async throws {
        try rehearsal.answer("news.invalid", sample: "rss/normal_utf8.xml")
        let poller = rehearsal.poller([news])
        await poller.pollDue()
        rehearsal.pass(-30 * 86_400)
        #expect(await poller.pollDue().count == 1)
    }

    @Test func `an older issue does not replace a newer one`() async throws {
        try rehearsal.answer("kma.invalid", sample: "kma/vilage_normal.json")
        let poller = rehearsal.poller([weather])
        await poller.pollDue()
        let older = String(decoding: try FeedSamples.bytes("kma/vilage_normal.json"), as: UTF8.self)
            .replacingOccurrences(of: #""baseTime": "0800""#, with: #""baseTime": "0500""#)
        rehearsal.answer("kma.invalid", Array(older.utf8))
        rehearsal.pass(8_000)
        #expect(await poller.pollDue().map(\.hasChanged) == [false])
        #expect(await poller.facts(for: "y").weather?.issuedAt == FeedSamples.korean("2026-11-20 08:00"))
    }
}
