import DeviceSimulator
import FitnessMeasure
import Foundation
import Testing

/// The whole way of a value: simulated instrument, pseudo terminal, serial link, framer, decoder, reports.
@Suite struct SimulatedGripTests {
    let clock = HandClock()
    let log = ReportLog()
    let grip: SimulatedGrip
    let device: LineDevice

    init() throws {
        let path = FileManager.default.temporaryDirectory.appending(path: "grip-\(UUID().uuidString)").path
        grip = SimulatedGrip(terminal: PseudoTerminal(path: path), pace: .zero)
        let profile = try LineProfile.shipped("grip-serial")
        device = LineDevice(
            profile, link: SerialLink(path: path, settings: profile.serial), isSimulated: true, clock: clock,
            stamps: countedStamps(clock))
    }

    private func visit(_ body: () async throws -> Void) async throws {
        let work = Task { try await device.run(log.report) }
        try await body()
        work.cancel()
        await #expect(throws: CancellationError.self) { try await work.value }
    }

    private func expectReading(
        _ decimal: String, flags: Set<QualityFlag> = ["right_hand"], sourceLocation: SourceLocation = #_sourceLocation
    ) async throws {
        let reading = try #require(try await log.nextOutcome().reading, sourceLocation: sourceLocation)
        #expect(reading.values == [QuantityValue(.grip, try #require(DecimalValue(decimal)), .kilogram)])
        #expect(reading.isSimulated)
        #expect(reading.flags == flags)
        #expect(reading.raw.first == 0x02 && reading.raw.count == 18)
    }

    @Test func `a squeeze is shown live and then reported once`() async throws {
        try grip.terminal.plugIn()
        try await visit {
            #expect(try await log.next() == .ready(device.key))
            try await grip.squeeze(kilograms: 24.3)
            for live in ["7.3", "17.0", "23.1", "24.3"] {
                let value = QuantityValue(.grip, try #require(DecimalValue(live)), .kilogram)
                #expect(try await log.next() == .measuring(device.key, live: value))
            }
            try await expectReading("24.3")
            try await grip.squeeze(kilograms: 31, hand: .left)
            try await expectReading("31.0", flags: ["left_hand"])
        }
    }

    @Test(arguments: [
        (SimulatedGrip.Mood.failing(code: "02"), MeasureFailure.deviceError(code: "02")),
        (.badChecksum, .unreadable("bad_checksum")),
    ])
    func `a failed squeeze is a failure and the next one counts`(
        mood: SimulatedGrip.Mood, failure: MeasureFailure
    ) async throws {
        try grip.terminal.plugIn()
        try await visit {
            #expect(try await log.next() == .ready(device.key))
            await grip.feel(mood)
            try await grip.squeeze(kilograms: 24.3)
            #expect(try await log.nextOutcome() == .failed(device.key, failure))
            await grip.feel(.fine)
            try await grip.squeeze(kilograms: 25)
            try await expectReading("25.0")
        }
    }

    @Test func `a line that breaks off is given up after its silence`() async throws {
        try grip.terminal.plugIn()
        try await visit {
            #expect(try await log.next() == .ready(device.key))
            await grip.feel(.cutOff)
            try await grip.squeeze(kilograms: 24.3)
            await clock.pass(.milliseconds(500))
            #expect(try await log.nextOutcome() == .failed(device.key, .unreadable("truncated")))
        }
    }

    @Test func `a force that never holds still is a failure, not the last number seen`() async throws {
        try grip.terminal.plugIn()
        try await visit {
            #expect(try await log.next() == .ready(device.key))
            await grip.feel(.neverStable)
            try await grip.squeeze(kilograms: 24.3)
            await clock.pass(.seconds(15))
            #expect(try await log.nextOutcome() == .failed(device.key, .unstable))
        }
    }

    @Test func `a pulled cable is reported once and the device works when it is back`() async throws {
        try grip.terminal.plugIn()
        try await visit {
            #expect(try await log.next() == .ready(device.key))
            await grip.feel(.unplugged)
            try await grip.squeeze(kilograms: 24.3)
            #expect(try await log.nextOutcome() == .lost(device.key))
            await clock.pass(.seconds(2))
            await clock.sleeper(for: .seconds(2))  // looked again, still out: no second report
            await grip.feel(.fine)
            try grip.terminal.plugIn()
            await clock.pass(.seconds(2))
            #expect(try await log.next() == .ready(device.key))
            try await grip.squeeze(kilograms: 22.5)
            try await expectReading("22.5")
        }
    }

    @Test func `the number on the display is one measurement, however often it is sent`() async throws {
        try grip.terminal.plugIn()
        try await visit {
            #expect(try await log.next() == .ready(device.key))
            try await grip.squeeze(kilograms: 24.3)
            try await expectReading("24.3")
            try grip.terminal.write(SimulatedGrip.frame("G,R,+024.3,kg,S"))
            try grip.terminal.write(SimulatedGrip.frame("G,R,+026.0,kg,S"))
            try await expectReading("26.0")
        }
    }
}
