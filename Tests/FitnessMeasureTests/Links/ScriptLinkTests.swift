import DeviceSimulator
import FitnessMeasure
import Foundation
import Synchronization
import Testing

@Suite struct ScriptLinkTests {
    private let clock = HandClock()
    private let log = ReportLog()

    private let recording = DeviceRecording(
        header: [],
        entries: [
            .init(time: .seconds(1), direction: .fromDevice, bytes: SimulatedGrip.frame("G,R,+012.0,kg,U")),
            .init(time: .seconds(2), direction: .toDevice, bytes: [0x06]),
            .init(time: .seconds(3), direction: .fromDevice, bytes: SimulatedGrip.frame("G,R,+024.3,kg,S")),
        ])

    @Test func `a recording is played in its own time through the same driver`() async throws {
        let profile = try LineProfile.shipped("grip-serial")
        let device = LineDevice(
            profile, link: ScriptLink(recording, clock: clock), isSimulated: true, clock: clock,
            stamps: countedStamps(clock))
        let work = Task { try await device.run(log.report) }
        #expect(try await log.next() == .ready(device.key))
        await clock.pass(.seconds(1))
        #expect(try await log.next() == .measuring(device.key, live: QuantityValue(.grip, "12.0", .kilogram)))
        await clock.pass(.seconds(2))
        let reading = try #require(try await log.next().reading)
        #expect(reading.values.first?.value == "24.3" && reading.receivedMonotonic == 3_000_000_000)
        #expect(try await log.next() == .lost(device.key))
        work.cancel()
        await #expect(throws: CancellationError.self) { try await work.value }
    }

    @Test func `at once, nothing waits`() async throws {
        let open = try await ScriptLink(recording, pace: .atOnce, clock: clock).open()
        var heard: [[UInt8]] = []
        await #expect(throws: LinkLost(reason: "end of recording")) {
            for try await chunk in open.chunks { heard.append(chunk) }
        }
        #expect(heard == [recording.entries[0].bytes, recording.entries[2].bytes])
    }

    @Test func `what goes over a link can be recorded and played again`() async throws {
        let heard = Mutex<[DeviceRecording.Entry]>([])
        let recorder = ScriptRecorder(
            ScriptLink(recording, pace: .atOnce), elapsed: { .milliseconds(7) },
            heard: { entry in heard.withLock { $0.append(entry) } })
        let open = try await recorder.open()
        try await open.write([0x3f])
        await #expect(throws: LinkLost.self) { for try await _ in open.chunks {} }
        let entries = heard.withLock { $0 }
        #expect(entries.map(\.direction) == [.toDevice, .fromDevice, .fromDevice])
        #expect(entries.map(\.bytes) == [[0x3f], recording.entries[0].bytes, recording.entries[2].bytes])
        let copy = DeviceRecording(header: [], entries: entries)
        #expect(try DeviceRecording(text: copy.text) == copy)
    }
}
