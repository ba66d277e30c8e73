import DeviceSimulator
import FitnessMeasure
import Foundation

@testable import DeviceSimulator

/// A bus, a service and a running driver of one kind, for simulated instruments.
final class InstrumentRoad: Sendable {
    let bus: PrivateBus
    let bluez: FakeBlueZ
    private let reports: AsyncStream<DeviceReport>
    private let driving: Task<Void, any Error>

    private init(bus: PrivateBus, bluez: FakeBlueZ, driver: GattInstrument) {
        (self.bus, self.bluez) = (bus, bluez)
        let (stream, source) = AsyncStream.makeStream(of: DeviceReport.self)
        reports = stream
        driving = Task { try await driver.run { source.yield($0) } }
    }

    deinit {
        driving.cancel()
        bus.stop()
    }

    /// 2026-11-20 09:30:05, for the kiosk and for the instruments.
    static func start(_ family: GattFamily) async throws -> InstrumentRoad {
        let bus = try await PrivateBus.start()
        let bluez = FakeBlueZ(address: bus.address)
        try await bluez.start()
        var demand = family.demand()
        demand.quietAfter = .milliseconds(150)
        let driver = GattInstrument(
            family, link: BlueZLink(bus: .address(bus.address), wanted: demand), zone: .gmt,
            stamps: ReadingStamps(
                makeID: { UUID() }, now: { Road.noon }, monotonic: { 1_000_000_000_000_000 }))
        return InstrumentRoad(bus: bus, bluez: bluez, driver: driver)
    }

    /// The next report.
    func next() async throws -> DeviceReport? {
        for await report in reports { return report }
        return nil
    }

    /// All reports of one use of an instrument.
    func reports(
        _ kind: SimulatedInstrument.Kind, _ mood: SimulatedInstrument.Mood
    ) async throws -> [DeviceReport] {
        try await SimulatedInstrument(kind, mood: mood, bluez: bluez, pace: .zero, now: { .noon() }).use()
        var seen: [DeviceReport] = []
        for await report in reports {
            seen.append(report)
            if case .lost = report { break }
        }
        return seen
    }
}
