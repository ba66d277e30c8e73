import Foundation
import KioskSDL
import KioskScreens
import KioskUI
import Logging
import SignageFeed
import Synchronization
import Testing

@testable import KioskApp

@Suite struct PinShelfTests {
    private let data = DataFolder(path: NSTemporaryDirectory() + "pin-" + UUID().uuidString)
    private var shelf: PinShelf { PinShelf(data) }
    private let now = Date(timeIntervalSince1970: 1_795_133_520)
    private let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }

    /// Two pictures of the demonstration.
    private func photograph(_ name: String = Self.paper) throws -> [UInt8] {
        Array(try Data(contentsOf: URL(filePath: SettingsTests.seeds("wall/" + name))))
    }
    private static let paper = "1be3b99a208aa7786c4cd33b4986cada69332fcb99928908b3e19b374656aba8"
    private static let other = "e18df76176e63f2da3f2ce4f30be633c20650862128d6662d497d5d85fbae79c"

    private func day(_ text: String) throws -> CivilDay { try #require(CivilDay(text)) }

    @discardableResult private func put(_ photograph: [UInt8], until: String = "2026-11-25") throws -> LocalPin {
        try #require(
            try shelf.put(photograph, title: "김장 나눔", until: try day(until), at: now, .suspect(lastGood: now)))
    }

    @Test func `a photograph lies under its hash, where the wall's pictures are looked for`() throws {
        let bytes = try photograph()
        let pin = try put(bytes)
        let last = try day("2026-11-25")
        #expect(shelf.pin(logger) == pin && pin.title == "김장 나눔" && pin.last == last)
        #expect(try ContentPictures(data).bytes(of: ImageID(pin.picture.description)) == bytes)
        try FileManager.default.removeItem(atPath: data.path)
    }

    @Test(arguments: [[UInt8]("%PDF-1.7".utf8), [0xFF, 0xD8, 0xFF, 0xE0], []])
    func `what is no picture is refused and leaves nothing behind`(bytes: [UInt8]) throws {
        #expect(throws: ImageError.self) { try put(bytes) }
        #expect(!FileManager.default.fileExists(atPath: data.pins))
    }

    @Test func `a picture that is cut short is refused`() throws {
        let bytes = Array(try photograph().dropLast(20))
        #expect(throws: ImageError.self) { try put(bytes) }
    }

    @Test func `there is room for one, and who takes it off takes the photograph away, too`() throws {
        let pin = try put(photograph())
        #expect(throws: LocalPinBoard.Refusal.occupied) { try put(photograph(Self.other)) }
        #expect(try shelf.takeOff() == pin)
        #expect(try FileManager.default.contentsOfDirectory(atPath: data.pins).allSatisfy { $0.count < 64 })
        #expect(try shelf.takeOff() == nil)
        try put(photograph(Self.other))
        try FileManager.default.removeItem(atPath: data.path)
    }

    @Test func `the running wall hears of a paper within seconds, of its end, and keeps no photograph of it`()
        async throws
    {
        try put(photograph())
        let heard = Mutex<[LocalPin?]>([])
        let time = Mutex(now)
        let watch = PinWatch(shelf: shelf, now: { time.withLock { $0 } }, trust: { .known }, logger)
        let clock = SteppingClock()
        let work = Task {
            await watch.run(clock: clock) { event in
                guard case .pinChanged(let pin) = event else { return }
                heard.withLock { $0.append(pin) }
            }
        }
        await clock.step(3)
        #expect(heard.withLock { $0.map { $0?.title } } == ["김장 나눔"])
        time.withLock { $0 += 6 * 86_400 }
        await clock.step(2)
        #expect(heard.withLock { $0.map { $0?.title } } == ["김장 나눔", nil])
        #expect(try FileManager.default.contentsOfDirectory(atPath: data.pins).allSatisfy { $0.count < 64 })
        work.cancel()
        await work.value
        try FileManager.default.removeItem(atPath: data.path)
    }

    @Test func `a damaged file leaves on the wall what hangs`() async throws {
        try put(photograph())
        let heard = Mutex(0)
        let watch = PinWatch(shelf: shelf, now: { [now] in now }, trust: { .known }, logger)
        let clock = SteppingClock()
        let work = Task { await watch.run(clock: clock) { _ in heard.withLock { $0 += 1 } } }
        await clock.step(1)
        try "x".write(toFile: data.pins + "/pin.state", atomically: true, encoding: .utf8)
        await clock.step(2)
        #expect(heard.withLock { $0 } == 1)
        work.cancel()
        await work.value
        try FileManager.default.removeItem(atPath: data.path)
    }
}

/// A clock on which nothing sleeps longer than a test lets it.
private struct SteppingClock: Clock {
    typealias Instant = ContinuousClock.Instant
    private let sleeps = Counter()

    private final class Counter: Sendable {
        let asleep = Mutex(0)
        let released = Mutex(0)
    }

    var now: Instant { .now }
    var minimumResolution: Duration { .zero }

    func sleep(until deadline: Instant, tolerance: Duration?) async throws {
        let turn = sleeps.asleep.withLock { count in
            count += 1
            return count
        }
        while sleeps.released.withLock({ $0 < turn }) { try await Task.sleep(for: .milliseconds(1)) }
    }

    /// Lets `count` rounds pass, each to its next sleep.
    func step(_ count: Int) async {
        for _ in 0..<count {
            while sleeps.asleep.withLock({ $0 }) <= sleeps.released.withLock({ $0 }) { await Task.yield() }
            sleeps.released.withLock { $0 += 1 }
        }
        while sleeps.asleep.withLock({ $0 }) <= sleeps.released.withLock({ $0 }) { await Task.yield() }
    }
}
