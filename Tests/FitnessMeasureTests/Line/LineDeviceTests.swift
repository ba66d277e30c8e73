import DeviceSimulator
import FitnessMeasure
import Foundation
import Testing

/// What a line device does beyond decoding: it asks, acknowledges, and tells one measurement from two.
@Suite struct LineDeviceTests {
    private let clock = HandClock()
    private let log = ReportLog()
    private let terminal: PseudoTerminal

    init() throws {
        let path = FileManager.default.temporaryDirectory.appending(path: "line-\(UUID().uuidString)").path
        terminal = PseudoTerminal(path: path)
        try terminal.plugIn()
    }

    private func visit(_ profile: LineProfile, _ body: () async throws -> Void) async throws {
        let device = LineDevice(
            profile, key: "serial:here", link: SerialLink(path: terminal.path, settings: profile.serial),
            isSimulated: true, clock: clock, stamps: countedStamps(clock))
        let work = Task { try await device.run(log.report) }
        #expect(try await log.next() == .ready("serial:here"))
        try await body()
        work.cancel()
        await #expect(throws: CancellationError.self) { try await work.value }
    }

    private func received(_ count: Int) async throws -> [UInt8] {
        var bytes: [UInt8] = []
        while bytes.count < count {
            bytes += try terminal.received()
            await Task.yield()
        }
        return bytes
    }

    private func nextValue() async throws -> String? {
        try await log.nextOutcome().reading?.values.first?.value.description
    }

    @Test func `a silent gauge is asked again and again, and three equal answers are a value`() async throws {
        try await visit(try LineProfile.shipped("force-gauge")) {
            for answer in ["0.0 kgf", "-24.6 kgf", "-24.6 kgf", "-24.6 kgf", "-24.6 kgf", "*10"] {
                #expect(try await received(3) == [UInt8]("?\r\n"))
                try terminal.write([UInt8]("\(answer)\r\n"))
                await clock.pass(.milliseconds(500))
            }
            let shown = DeviceReport.measuring("serial:here", live: QuantityValue(.grip, "24.6", .kilogram))
            #expect(try await log.next() == shown)
            #expect(try await log.next() == shown)
            #expect(try await nextValue() == "24.6")
            #expect(try await log.next() == .failed("serial:here", .deviceError(code: "10")))
        }
    }

    @Test func `a gauge that does not answer is lost, and there again with its first word`() async throws {
        try await visit(try LineProfile.shipped("force-gauge")) {
            for _ in 0..<10 {
                #expect(try await received(3) == [UInt8]("?\r\n"))
                await clock.pass(.milliseconds(500))
            }
            #expect(try await log.next() == .lost("serial:here"))
            try terminal.write([UInt8]("0.0 kgf\r\n"))
            #expect(try await log.next() == .ready("serial:here"))
        }
    }

    @Test func `a device on the wrong port gives no value and is called that`() async throws {
        try await visit(try LineProfile.shipped("omron-hbp9020")) {
            try terminal.write([UInt8]("\u{2}+  67.8 kg GR\r\n"))
            #expect(try await log.next() == .failed("serial:here", .unreadable("wrong_device")))
        }
        try await visit(try LineProfile.shipped("gtech-gl150")) {
            try terminal.write([UInt8]("bp,1,2026/11/20,09:30,128,097,082,071,0\r\n"))
            await clock.pass(.milliseconds(500))
            #expect(try await log.next() == .failed("serial:here", .unreadable("wrong_device")))
        }
    }

    @Test func `stored readings that are flushed first are marked, the newest is of now`() async throws {
        try await visit(try LineProfile.shipped("omron-hbp9020")) {
            for (hour, systolic) in [("09:30", 128), ("10:10", 141), ("08:00", 155)] {
                try terminal.write([UInt8]("bp,1,2026/11/20,\(hour),\(systolic),097,082,071,0\r\n"))
            }
            await clock.pass(.milliseconds(800))
            var told: [String: Set<QualityFlag>] = [:]
            for _ in 0..<3 {
                let reading = try #require(try await log.next().reading)
                told[reading[.systolic]?.value.description ?? ""] = reading.flags
            }
            #expect(told == ["128": [.fromStorage], "155": [.fromStorage], "141": []])
        }
    }

    @Test func `what was understood is acknowledged, what was not is not`() async throws {
        var profile = try LineProfile.shipped("omron-hbp9020")
        (profile.acknowledgement, profile.refusal) = ([0x06], [0x15])
        try await visit(profile) {
            try terminal.write([UInt8]("bp,1\r\nbp,1,2026/11/20,09:30,128,097,082,071,0\r\n"))
            #expect(try await log.next() == .failed("serial:here", .unreadable("truncated")))
            await clock.pass(.milliseconds(800))
            #expect(try await nextValue() == "128")
            #expect(try await received(2) == [0x15, 0x06])
        }
    }

    @Test func `the same bytes again are flagged where the device does not hold its display`() async throws {
        let line = [UInt8]("\u{2}158.7,067.85,000,000,026.9\u{3}")
        try await visit(try LineProfile.shipped("gtech-gl150")) {
            try terminal.write(line)
            #expect(try await log.next().reading?.flags == [])
            try terminal.write(line)
            #expect(try await log.next().reading?.flags == [.repeatedBytes])
            clock.move(by: .seconds(5))
            try terminal.write(line)
            #expect(try await log.next().reading?.flags == [])
        }
    }

    @Test func `a force that trembles too long has failed once, until it holds still`() async throws {
        try await visit(try LineProfile.shipped("grip-serial")) {
            let live = SimulatedGrip.frame("G,R,+020.0,kg,U")
            let shown = DeviceReport.measuring("serial:here", live: QuantityValue(.grip, "20.0", .kilogram))
            try terminal.write(live)
            #expect(try await log.next() == shown)
            clock.move(by: .seconds(10))
            try terminal.write(live)
            #expect(try await log.next() == shown)
            clock.move(by: .seconds(5))
            try terminal.write(live + live)
            #expect(try await log.next() == .failed("serial:here", .unstable))
            try terminal.write(SimulatedGrip.frame("G,R,+021.0,kg,S"))
            #expect(try await nextValue() == "21.0")
        }
    }
}
