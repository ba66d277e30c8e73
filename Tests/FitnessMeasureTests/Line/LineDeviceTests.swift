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

    @Test func `a silent gauge is asked again and again`() async throws {
        try await visit(try LineProfile.shipped("force-gauge")) {
            #expect(try await received(3) == [UInt8]("?\r\n"))
            try terminal.write([UInt8]("24.6 kgf\r\n"))
            #expect(try await nextValue() == "24.6")
            await clock.pass(.milliseconds(500))
            #expect(try await received(3) == [UInt8]("?\r\n"))
            try terminal.write([UInt8]("24.6 kgf\r\n*10\r\n"))
            #expect(try await log.next() == .failed("serial:here", .deviceError(code: "10")))
        }
    }

    @Test func `what was understood is acknowledged, what was not is not`() async throws {
        var profile = try LineProfile.shipped("omron-hbp9020")
        profile.acknowledgement = [0x06]
        try await visit(profile) {
            try terminal.write([UInt8]("bp,1\r\nbp,1,2026/11/20,09:30,128,097,082,071,0\r\n"))
            #expect(try await log.next() == .failed("serial:here", .unreadable("truncated")))
            #expect(try await nextValue() == "128")
            #expect(try await received(1) == [0x06])
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
