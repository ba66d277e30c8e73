import Foundation
import Testing

@testable import SignageFeed

@Suite struct QuarantineTests {
    private let now = FeedSamples.now

    @Test func `twice is bad luck, three times is a rest that grows to a day`() {
        var quarantine = Quarantine()
        let early = [quarantine.fail("a", "decode", at: now), quarantine.fail("a", "decode", at: now)]
        #expect(early == [false, false] && !quarantine.holds("a", at: now))
        var waits: [TimeInterval] = []
        for _ in 0..<7 {
            let isHeld = quarantine.fail("a", "decode", at: now)
            #expect(isHeld)
            waits.append(quarantine.reports[0].until.timeIntervalSince(now) / 3_600)
        }
        #expect(waits == [1, 2, 4, 8, 16, 24, 24])
        #expect(quarantine.held(at: now) == ["a"] && quarantine.held(at: now + 86_400) == [])
        #expect(quarantine.reports == [.init(id: "a", failures: 9, reason: "decode", until: now + 86_400)])
    }

    @Test func `success, or a new version, is a new beginning`() {
        var quarantine = Quarantine()
        for _ in 0..<4 { quarantine.fail("a", "x", at: now) }
        quarantine.succeed("a")
        #expect(!quarantine.holds("a", at: now) && quarantine == Quarantine())
        for _ in 0..<4 { quarantine.fail("a", "x", at: now) }
        quarantine.release("a")
        #expect(!quarantine.holds("a", at: now))
    }

    @Test func `who takes the program down three times is left alone`() throws {
        let disk = PowerCutDisk()
        let file = DurableValue<Quarantine>("quarantine", in: "/d", files: disk)
        for start in 0..<3 {
            var quarantine = file.read().value ?? Quarantine()
            quarantine.blameUnfinished(at: now)
            #expect(!quarantine.holds("film", at: now), "start \(start)")
            quarantine.begin("film")
            try file.write(quarantine)
        }
        var quarantine = try #require(file.read().value)
        quarantine.blameUnfinished(at: now)
        #expect(quarantine.holds("film", at: now) && quarantine.trying.isEmpty)
        #expect(quarantine.reports.map(\.reason) == ["crashed"])
    }

    @Test func `a clock that went back locks nothing up for years`() {
        var quarantine = Quarantine()
        for _ in 0..<3 { quarantine.fail("a", "x", at: now) }
        #expect(quarantine.holds("a", at: now - 60) && !quarantine.holds("a", at: now - 2 * 86_400))
    }

    @Test func `it is bounded`() {
        var quarantine = Quarantine()
        for number in 0..<1_000 {
            quarantine.begin("\(number)")
            quarantine.fail("\(number)", String(repeating: "x", count: 500), at: now + Double(number))
        }
        for number in 0..<1_000 { quarantine.begin("\(number)") }
        #expect(quarantine.reports.count == 200 && quarantine.trying.count == 200)
        #expect(quarantine.reports.allSatisfy { $0.reason.count == 80 })
    }
}
