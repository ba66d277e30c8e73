import DeviceSimulator
import FitnessMeasure
import Synchronization
import Testing

@testable import DeviceSimulator

/// Pairing over a real message bus with a simulated service and device.
@Suite(.timeLimit(.minutes(1))) struct PairingRoadTests {
    private static let address = "C0:FF:EE:00:18:01"

    /// What came of pairing a device of that security, and what the person was asked.
    private func pair(
        _ security: FakeSecurity?, replies: [PairingReply] = [], isNear: Bool = true
    ) async throws -> (failure: PairingFailure?, asked: [PairingQuestion], isTrusted: Bool) {
        let bus = try await PrivateBus.start()
        defer { bus.stop() }
        let bluez = FakeBlueZ(address: bus.address)
        try await bluez.start()
        let device = SimulatedInstrument(
            .cuff(systolic: 120, diastolic: 80, pulse: 60), bluez: bluez, address: Self.address, now: { .noon() }
        ).secured(security)
        if isNear { await bluez.comesIntoReach(device) }
        let asked = Mutex<[PairingQuestion]>([])
        let waiting = Mutex(replies[...])
        var failure: PairingFailure?
        do throws(PairingFailure) {
            try await BlueZPairing(bus: .address(bus.address)).pair(Self.address) { question in
                asked.withLock { $0.append(question) }
                return waiting.withLock { $0.popFirst() } ?? .no
            }
        } catch {
            failure = error
        }
        return (failure, asked.withLock { $0 }, await bluez.isTrusted(device))
    }

    @Test(arguments: [
        (FakeSecurity.justWorks, [], []),
        (.shows(passkey: 42), [PairingReply.passkey(42)], [PairingQuestion.enterPasskey]),
        (.compares(passkey: 1234), [.yes], [.compare(passkey: "001234")]),
        (.asksFor(passkey: 987_654), [], [.show(passkey: "987654")]), (.pin("0000"), [.pin("0000")], [.enterPIN]),
    ])
    func `a device is paired and trusted`(
        security: FakeSecurity, replies: [PairingReply], questions: [PairingQuestion]
    ) async throws {
        let (failure, asked, isTrusted) = try await pair(security, replies: replies)
        #expect(failure == nil)
        #expect(asked == questions)
        #expect(isTrusted)
    }

    @Test(arguments: [
        (FakeSecurity.refuses, PairingReply.yes, PairingFailure.authenticationFailed),
        (.shows(passkey: 42), .passkey(43), .authenticationFailed), (.shows(passkey: 42), .no, .cancelled),
        (.shows(passkey: 42), .passkey(1_000_000), .cancelled), (.compares(passkey: 7), .no, .rejected),
        (.pin("0000"), .pin(""), .cancelled), (.pin("0000"), .pin("1111"), .authenticationFailed),
    ])
    func `a pairing that fails says why, and nothing is trusted`(
        security: FakeSecurity, reply: PairingReply, expected: PairingFailure
    ) async throws {
        let (failure, _, isTrusted) = try await pair(security, replies: [reply])
        #expect(failure == expected)
        #expect(!isTrusted)
    }

    @Test func `without a bus nothing can be paired`() async {
        let pairing = BlueZPairing(bus: .address("unix:path=/nowhere/bus"))
        await #expect(throws: PairingFailure.self) { try await pairing.pair(Self.address) { _ in .no } }
    }

    @Test func `an instrument that wants to be paired gives nothing before, and its reading after`() async throws {
        let road = try await InstrumentRoad.start(.weightScale)
        let scale = SimulatedInstrument(.scale(grams: 61_700), bluez: road.bluez, pace: .zero, now: { .noon() })
        let locked = scale.secured(.justWorks)
        await road.bluez.comesIntoReach(locked)
        #expect(try await road.next() == .lost("ble:181D"))
        try await BlueZPairing(bus: .address(road.bus.address)).pair(locked.address) { _ in .yes }
        try await road.bluez.waitForListener(to: GattUUID(0x2A9D), of: locked)
        #expect(await road.bluez.send([0x00, 0x34, 0x30], as: GattUUID(0x2A9D), from: locked))
        var summaries: [String] = []
        while summaries.last != "weight 61.700 kg", let report = try await road.next() {
            summaries.append(report.summary)
        }
        #expect(summaries.last == "weight 61.700 kg")
    }
}

extension FakeBlueZ {
    fileprivate func isTrusted(_ peripheral: FakePeripheral) -> Bool {
        property("Trusted", of: peripheral)?.bool == true
    }
}
