import Foundation
import Synchronization
import Testing

@testable import SignageFeed

/// A server of prepared answers that notes what it was asked.
private final class Server: Sendable {
    struct Scene {
        var now = FeedSamples.now
        var answers: [FeedAnswer] = []
        var asked: [FeedRequest] = []
        var ledgers: [QuotaLedger] = []
    }

    let scene = Mutex(Scene())

    func poller(
        _ sources: [FeedSource], box: String = "", ledger: QuotaLedger = QuotaLedger()
    ) -> FeedPoller {
        FeedPoller(
            sources: sources, keys: { _ in "geheim" }, now: { self.scene.withLock(\.now) }, box: box, ledger: ledger,
            keep: { ledger in self.scene.withLock { $0.ledgers.append(ledger) } },
            exchange: { request in
                try self.scene.withLock { scene in
                    scene.asked.append(request)
                    guard let answer = scene.answers.first else { throw URLError(.timedOut) }
                    if scene.answers.count > 1 { scene.answers.removeFirst() }
                    return answer
                }
            })
    }

    func answer(_ answers: FeedAnswer...) { scene.withLock { $0.answers = answers } }
    func pass(_ seconds: TimeInterval) { scene.withLock { $0.now += seconds } }
    var now: Date { scene.withLock(\.now) }
    var asked: [FeedRequest] { scene.withLock(\.asked) }
}

/// A clock whose waits are over at once, until it is stopped.
private final class TurningClock: Clock {
    private let isStopped = Mutex(false)
    private let turn: @Sendable () -> Void

    init(_ turn: @escaping @Sendable () -> Void) { self.turn = turn }

    var now: ContinuousClock.Instant { ContinuousClock().now }
    var minimumResolution: Duration { .zero }
    func stop() { isStopped.withLock { $0 = true } }

    func sleep(until deadline: ContinuousClock.Instant, tolerance: Duration?) async throws {
        if isStopped.withLock(\.self) { throw CancellationError() }
        turn()
    }
}

@Suite struct FeedExchangeTests {
    private let server = Server()
    private let news = FeedSource(id: "news", place: "y", format: .rss, address: "https://a.invalid/feed", interval: 60)
    private let bus = FeedSource(
        id: "bus", place: "y", format: .tagoArrivals, address: "https://a.invalid/b?k={key}", interval: 30,
        key: "datagokr", quota: 3)

    private func feed() throws -> FeedAnswer {
        FeedAnswer(
            status: 200, bytes: try FeedSamples.bytes("rss/normal_utf8.xml"),
            validators: FeedValidators(entityTag: "\"v1\"", lastModified: "Fri, 20 Nov 2026 00:00:00 GMT"))
    }

    private func redirect(_ location: String, status: Int = 302) -> FeedAnswer {
        FeedAnswer(status: status, bytes: [], location: location)
    }

    @Test func `what has not changed is not sent again, and keeps its content and its age`() async throws {
        server.answer(try feed(), FeedAnswer(status: 304, bytes: []))
        let poller = server.poller([news])
        await poller.pollDue()
        let before = await poller.facts(for: "y")
        #expect(server.asked[0].headers.isEmpty)
        server.pass(60)
        let status = try #require(await poller.pollDue().first)
        #expect(status.error == nil && !status.hasChanged && status.succeededAt == server.now)
        #expect(server.asked[1].headers.map(\.name) == ["If-None-Match", "If-Modified-Since"])
        #expect(server.asked[1].headers.map(\.value) == ["\"v1\"", "Fri, 20 Nov 2026 00:00:00 GMT"])
        #expect(await poller.facts(for: "y") == before)
    }

    @Test func `not modified without a question about it is trouble`() async throws {
        server.answer(FeedAnswer(status: 304, bytes: []))
        #expect(await server.poller([news]).pollDue().map(\.error) == [FeedError(.httpStatus(304))])
    }

    @Test func `what a server says is not sent back when it could break a header`() {
        let long = String(repeating: "a", count: 300)
        #expect(FeedValidators(entityTag: "a\r\nX: y", lastModified: long) == FeedValidators())
    }

    @Test(arguments: [
        ("/other", "https://a.invalid/other"), ("https://b.invalid/x", "https://b.invalid/x"),
    ])
    func `a redirect is followed`(location: String, target: String) async throws {
        server.answer(redirect(location), try feed())
        #expect(await server.poller([news]).pollDue().map(\.error) == [nil])
        #expect(server.asked.map(\.address.exposed.absoluteString) == ["https://a.invalid/feed", target])
    }

    @Test(arguments: ["http://a.invalid/x", "file:///etc/passwd", "ftp://a.invalid/", "javascript:1"])
    func `a redirect out of TLS or of HTTP is not followed`(location: String) async throws {
        server.answer(redirect(location), try feed())
        #expect(await server.poller([news]).pollDue().map(\.error) == [FeedError(.httpStatus(302))])
        #expect(server.asked.count == 1)
    }

    @Test func `an address with a key stays with its host`() async throws {
        server.answer(redirect("https://evil.invalid/?k=geheim"), try feed())
        #expect(await server.poller([bus]).pollDue().map(\.error) == [FeedError(.httpStatus(302))])
        #expect(server.asked.count == 1)
    }

    @Test func `a ring of redirects ends`() async {
        server.answer(redirect("/feed"))
        #expect(await server.poller([news]).pollDue().map(\.error) == [FeedError(.httpStatus(310))])
        #expect(server.asked.count == 6)
    }

    @Test func `an answer beyond the limit is refused, whoever let it through`() async {
        server.answer(FeedAnswer(status: 200, bytes: [UInt8](repeating: 32, count: 2_000_001)))
        #expect(await server.poller([news]).pollDue().map(\.error) == [FeedError(.tooLarge(limit: 2_000_000))])
    }

    @Test(
        arguments: [
            ("120", 120), ("Fri, 20 Nov 2026 00:10:00 GMT", 600), ("99999999", 86_400), ("-5", 60), (nil, 600),
            ("soon", 600),
        ] as [(String?, TimeInterval)])
    func `who asks for patience gets it, within a day`(field: String?, seconds: TimeInterval) async throws {
        server.answer(FeedAnswer(status: 429, bytes: [], retryAfter: field))
        let status = try #require(await server.poller([news]).pollDue().first)
        #expect(status.nextAttempt.timeIntervalSince(server.now) == seconds)
    }

    @Test func `the day's quota holds across restarts, until midnight in Korea`() async throws {
        let answer = FeedAnswer(status: 200, bytes: try FeedSamples.bytes("tago/normal.json"))
        server.answer(answer)
        for restart in 0..<3 {
            let ledger = server.scene.withLock { $0.ledgers.last } ?? QuotaLedger()
            let poller = server.poller([bus], ledger: ledger)
            await poller.pollDue()
            #expect(server.asked.count == restart + 1)
            server.pass(30)
        }
        let poller = server.poller([bus], ledger: try #require(server.scene.withLock { $0.ledgers.last }))
        let status = try #require(await poller.pollDue().first)
        #expect(status.error == FeedError(.service("quota"), retryAfter: .untilNextKoreanDay))
        #expect(status.nextAttempt == FeedSamples.korean("2026-11-21 00:01") && server.asked.count == 3)
        server.pass(15 * 3_600)
        #expect(await poller.pollDue().map(\.error) == [nil] && server.asked.count == 4)
    }

    @Test func `the ledger follows the Korean day and no jumping clock`() throws {
        var ledger = QuotaLedger()
        let now = FeedSamples.korean("2026-11-20 23:59")
        let spent = (0..<3).map { _ in ledger.spend("k/kma", quota: 2, at: now) }
        #expect(spent == [true, true, false] && ledger.used("k/kma", at: now) == 2)
        let back = ledger.spend("k/kma", quota: 2, at: now - 86_400)
        #expect(!back && ledger.used("k/kma", at: now + 60) == 0)
        let next = ledger.spend("k/kma", quota: 2, at: now + 60)
        #expect(next)
        var ahead = QuotaLedger()
        _ = ahead.spend("k", quota: 1, at: now + 3_650 * 86_400)
        let mended = ahead.spend("k", quota: 1, at: now)
        #expect(mended)
        for number in 0..<2_000 { _ = ledger.spend("\(number)", quota: 1, at: now + 60) }
        #expect(try JSONEncoder().encode(ledger).count < 10_000)
    }

    @Test func `fifty boxes do not come back together`() {
        let jitters = (0..<50).map { BackOff.jitter(box: "box-\($0)", source: "bus", turn: 3) }
        #expect(jitters.allSatisfy { (0..<1).contains($0) } && Set(jitters.map { Int($0 * 10) }).count == 10)
        #expect(BackOff.jitter(box: "", source: "bus", turn: 3) == 0)
        #expect(BackOff.jitter(box: "a", source: "b", turn: 1) != BackOff.jitter(box: "a", source: "b", turn: 2))
    }

    @Test func `a box asks a little later than told, and never more than a quarter`() async throws {
        server.answer(try feed())
        let status = try #require(await server.poller([news], box: "box-7").pollDue().first)
        let wait = status.nextAttempt.timeIntervalSince(server.now)
        #expect((60...75).contains(wait) && wait != 60)
    }

    @Test(arguments: [
        (FeedError(.httpStatus(404)), 1, 900.0), (FeedError(.httpStatus(403)), 10, 21_600),
        (FeedError(.unreachable), 1, 120),
        (FeedError(.unreachable), 9, 3_600), (FeedError(.webPage), 2, 240),
        (FeedError(.httpStatus(503), retryAfter: .seconds(5)), 4, 60),
    ])
    func `each kind of trouble has its own patience`(error: FeedError, failures: Int, seconds: TimeInterval) {
        #expect(BackOff.wait(error, failures: failures, interval: 60) == seconds)
    }

    @Test func `what comes in issues is asked about when the next is out`() async throws {
        let kma = FeedSource(
            id: "w", place: "y", format: .kmaVillage,
            address: "https://a.invalid/{base_date}/{base_time}", interval: 600)
        server.answer(FeedAnswer(status: 200, bytes: try FeedSamples.bytes("kma/vilage_normal.json")))
        let poller = server.poller([kma])
        #expect(await poller.pollDue().map(\.nextAttempt) == [FeedSamples.korean("2026-11-20 11:10")])
        server.pass(8_000)
        let late = try #require(await poller.pollDue().first)
        #expect(late.nextAttempt.timeIntervalSince(server.now) == 600)
    }

    @Test func `a first issue that is not out yet leaves the one before`() async throws {
        let kma = FeedSource(
            id: "w", place: "y", format: .kmaVillage,
            address: "https://a.invalid/{base_date}/{base_time}", interval: 600)
        server.answer(FeedAnswer(status: 200, bytes: try FeedSamples.bytes("kma/error_nodata_03.json")))
        let poller = server.poller([kma])
        for _ in 0..<3 {
            await poller.pollDue()
            server.pass(600)
        }
        #expect(server.asked.map { $0.address.exposed.lastPathComponent } == ["0800", "0500", "0800"])
    }

    @Test func `the same trouble is news once an hour`() {
        var gate = ReportGate()
        let now = FeedSamples.now
        let first = gate.admit("bus", "unreachable", at: now)
        let again = (1..<60).map { gate.admit("bus", "unreachable", at: now + Double($0 * 60)) }
        let hour = gate.admit("bus", "unreachable", at: now + 3_600)
        let other = gate.admit("bus", "http-500", at: now + 3_601)
        gate.clear("bus")
        let back = gate.admit("bus", "http-500", at: now + 3_602)
        #expect(first == 0 && again.allSatisfy { $0 == nil } && hour == 59 && other == 0 && back == 0)
        #expect(gate != ReportGate())
    }

    @Test func `the gate is bounded`() {
        var gate = ReportGate()
        for number in 0..<2_000 { _ = gate.admit("\(number)", "x", at: FeedSamples.now + Double(number)) }
        #expect(Mirror(reflecting: gate).children.allSatisfy { Mirror(reflecting: $0.value).children.count == 500 })
        #expect(gate != ReportGate() && gate == gate)
    }

    @Test func `it asks again and again until it is told to stop, and tells of each turn`() async throws {
        server.answer(try feed())
        let poller = server.poller([news])
        let turns = Mutex(0)
        let (server, clock) = (server, TurningClock { self.server.pass(60) })
        await #expect(throws: CancellationError.self) {
            try await poller.run(clock: clock) { statuses in
                turns.withLock { $0 += statuses.count }
                if server.asked.count >= 5 { clock.stop() }
            }
        }
        #expect(turns.withLock(\.self) == 5 && server.asked.count == 5)
    }

    @Test func `the mid-term days follow the village forecast's`() throws {
        let village = try FeedSamples.weather("kma/vilage_normal.json", as: .kmaVillage)
        let far = Weather.Day(date: KoreanTime.midnight(of: FeedSamples.now) + 6 * 86_400, lowest: 1, highest: 9)
        let midTerm = Fact(Weather(hours: [], days: [far]), issuedAt: FeedSamples.now, fetchedAt: FeedSamples.now)
        let facts = PolledFacts([(.kmaMidTerm, .weather(midTerm)), (.kmaVillage, .weather(village))])
        #expect(facts.weather?.issuedAt == village.issuedAt && facts.weather?.value.hours == village.value.hours)
        var last = far
        last.midTermIssuedAt = midTerm.issuedAt
        #expect(facts.weather?.value.days.last == last)
        #expect(PolledFacts([(.kmaMidTerm, .weather(midTerm))]).weather == midTerm)
    }

    @Test func `a file that is not there, or is too large, is trouble like any other`() async throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
        _ = try DiskFiles().list(folder.path)
        let large = folder.appendingPathComponent("large")
        try DiskFiles().write([UInt8](repeating: 32, count: 2_000_001), to: large.path)
        var sources = [news, news]
        (sources[0].address, sources[1].address) = (folder.absoluteString + "/none", large.absoluteString)
        let errors = await server.poller(sources).pollDue().map(\.error)
        #expect(errors == [FeedError(.unreachable), FeedError(.tooLarge(limit: 2_000_000))])
        try FileManager.default.removeItem(at: folder)
    }

    @Test func `an address prints its host and no more`() throws {
        let url = try #require(URL(string: "https://a.invalid/b?k=geheim"))
        let address = FeedAddress(url, isSecret: true)
        #expect("\(address)" == "https://a.invalid/…" && String(reflecting: address) == "https://a.invalid/…")
    }

    /// The cable is out for 72 hours while four feeds poll: nothing grows, and everything is back with the line.
    @Test func `three days without a line leave no trace`() async throws {
        let sources = (0..<4).map { number in
            FeedSource(
                id: "n\(number)", place: "y", format: .rss, address: "https://a.invalid/\(number)", interval: 30,
                quota: 9_000)
        }
        server.answer(try feed())
        let poller = server.poller(sources, box: "box")
        await poller.pollDue()
        let before = await poller.facts(for: "y")
        server.scene.withLock { $0.answers = [] }
        let end = server.now + 72 * 3_600
        var (asked, news) = (0, 0)
        var sizes: Set<Int> = []
        while server.now < end {
            server.pass(30)
            let turn = await poller.pollDue()
            (asked, news) = (asked + turn.count, news + turn.count(where: \.isNews))
            sizes.insert(Mirror(reflecting: await poller.status()).children.count)
        }
        #expect(sizes == [4] && asked < 4 * 90 && news <= 4 * 73)
        #expect(await poller.facts(for: "y") == before)
        let ledger = try #require(server.scene.withLock { $0.ledgers.last })
        #expect(try JSONEncoder().encode(ledger).count < 200)
        server.answer(try feed())
        server.pass(3_700)
        #expect(await poller.pollDue().map(\.error) == [nil, nil, nil, nil])
    }

    @Test func `a kiosk alone makes its own wall`() async throws {
        server.answer(try feed())
        let poller = server.poller([news])
        await poller.pollDue()
        let snapshot = await poller.facts(for: "y").snapshot(version: 3, at: server.now)
        #expect(snapshot.version == 3 && snapshot.notices.count == 2 && snapshot.alerts == nil)
    }
}
