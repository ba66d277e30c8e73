import Foundation
import Logging
import SignageFeed
import Testing

@testable import KioskApp

@Suite struct WallClockTests {
    private let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    private let noon = WallClock.builtAt.addingTimeInterval(20 * 86_400)
    private let start = ContinuousClock.now

    init() throws { try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true) }

    private func clock(hasBattery: Bool = false) -> WallClock {
        WallClock(folder: folder.path, hasBattery: hasBattery, logger: Logger(label: "test"))
    }

    private func office(_ date: Date) -> Int64 { Int64(date.timeIntervalSince1970 * 1000) }

    @Test func `a clock that nobody confirmed is suspected`() throws {
        #expect(clock().trust(noon, at: start, isSteered: false) == .suspect(lastGood: WallClock.builtAt))
        try FileManager.default.removeItem(at: folder)
    }

    @Test func `network time is believed, and so is the office`() throws {
        #expect(clock().trust(noon, at: start, isSteered: true) == .known)
        let other = clock()
        #expect(other.heard(officeMilliseconds: office(noon), at: noon, start))
        #expect(other.trust(noon.addingTimeInterval(86_400), at: start + .seconds(86_400), isSteered: false) == .known)
        try FileManager.default.removeItem(at: folder)
    }

    @Test func `an answer that came once confirms once`() throws {
        let clock = clock()
        #expect(clock.heard(officeMilliseconds: office(noon), at: noon, start))
        #expect(!clock.heard(officeMilliseconds: office(noon), at: noon, start + .seconds(900)))
        try FileManager.default.removeItem(at: folder)
    }

    @Test func `an office that disagrees confirms nothing`() throws {
        let clock = clock()
        _ = clock.heard(officeMilliseconds: office(noon.addingTimeInterval(3_600)), at: noon, start)
        #expect(clock.trust(noon, at: start, isSteered: false) == .suspect(lastGood: WallClock.builtAt))
        try FileManager.default.removeItem(at: folder)
    }

    @Test func `a clock that jumps is believed no more`() throws {
        let clock = clock()
        _ = clock.heard(officeMilliseconds: office(noon), at: noon, start)
        #expect(
            clock.trust(noon.addingTimeInterval(7_200), at: start + .seconds(60), isSteered: false)
                == .suspect(lastGood: noon))
        #expect(
            clock.trust(noon.addingTimeInterval(-90_000), at: start + .seconds(60), isSteered: false) == .unknown)
        try FileManager.default.removeItem(at: folder)
    }

    @Test func `after a power cut only a clock with a battery is believed`() throws {
        _ = clock().heard(officeMilliseconds: office(noon), at: noon, start)
        let later = noon.addingTimeInterval(86_400)
        #expect(clock(hasBattery: true).trust(later, at: start, isSteered: false) == .known)
        #expect(clock().trust(later, at: start, isSteered: false) == .suspect(lastGood: noon))
        try FileManager.default.removeItem(at: folder)
    }
}
