import DeviceSimulator
import FitnessMeasure
import Testing

@testable import DeviceSimulator

/// Searching over a real message bus with a simulated service and devices.
@Suite(.timeLimit(.minutes(1))) struct SearchRoadTests {
    /// The first lists that a search tells until one holds.
    private func search(
        _ devices: [FakePeripheral], on bluez: FakeBlueZ, _ bus: PrivateBus,
        until isThere: @Sendable @escaping ([FoundInstrument]) -> Bool
    ) async throws -> [FoundInstrument]? {
        for device in devices { await bluez.comesIntoReach(device) }
        let (lists, source) = AsyncStream.makeStream(of: [FoundInstrument].self)
        let searching = Task {
            try await BlueZSearch(bus: .address(bus.address)).search { source.yield($0) }
        }
        let found = await lists.first { isThere($0) }
        searching.cancel()
        return found
    }

    private func cuff(_ bluez: FakeBlueZ) -> FakePeripheral {
        SimulatedInstrument(
            .cuff(systolic: 120, diastolic: 80, pulse: 60), bluez: bluez, address: "C0:FF:EE:00:18:10", now: { .noon() }
        ).peripheral
    }

    @Test func `an instrument of a known kind is found with its name and kind, a stranger is not`() async throws {
        let bus = try await PrivateBus.start()
        defer { bus.stop() }
        let bluez = FakeBlueZ(address: bus.address)
        try await bluez.start()
        let stranger = FakePeripheral(
            address: "C0:FF:EE:00:AA:AA", name: "Lamp", services: [.init(GattUUID(0x1812), [])])
        let found = try await search([stranger, cuff(bluez)], on: bluez, bus) { !$0.isEmpty }
        #expect(found?.map(\.address) == ["C0:FF:EE:00:18:10"])
        #expect(found?.first?.kinds == ["blood-pressure"] && found?.first?.isPaired == false)
        #expect(found?.first?.name.isEmpty == false)
    }

    @Test func `without a Bluetooth service the search says so`() async throws {
        let bus = try await PrivateBus.start()
        defer { bus.stop() }
        await #expect(throws: PairingFailure.self) {
            try await BlueZSearch(bus: .address(bus.address)).search { _ in }
        }
    }
}
