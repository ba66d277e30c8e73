import DeviceSimulator
import FitnessMeasure
import Foundation

/// A bus, a service, a cuff and a running driver, with its reports in order.
final class Road: Sendable {
    /// 2026-11-20 09:30:05 UTC.
    static let noon = Date(timeIntervalSince1970: 1_795_167_005)

    let bus: PrivateBus
    let bluez: FakeBlueZ
    let cuff: SimulatedCuff
    private let reports: AsyncStream<DeviceReport>
    private let driving: Task<Void, any Error>

    private init(bus: PrivateBus, bluez: FakeBlueZ, cuff: SimulatedCuff, driver: GattInstrument) {
        (self.bus, self.bluez, self.cuff) = (bus, bluez, cuff)
        let (stream, source) = AsyncStream.makeStream(of: DeviceReport.self)
        reports = stream
        driving = Task { try await driver.run { source.yield($0) } }
    }

    deinit {
        driving.cancel()
        bus.stop()
    }

    static func start(pace: Duration = .zero, servesAtOnce: Bool = true, address: String? = nil) async throws -> Road {
        let bus = try await PrivateBus.start()
        let bluez = FakeBlueZ(address: bus.address)
        if servesAtOnce { try await bluez.start() }
        let cuff = SimulatedCuff(bluez: bluez, pace: pace, now: { noon }, timeZone: .gmt)
        let link = BlueZLink(bus: .address(bus.address), wanted: GattFamily.bloodPressure.demand(address: address))
        let driver = GattInstrument(
            .bloodPressure, link: link, zone: .gmt,
            stamps: ReadingStamps(makeID: { UUID() }, now: { noon }, monotonic: { 1 }))
        return Road(bus: bus, bluez: bluez, cuff: cuff, driver: driver)
    }

    /// The reports up to the next loss.
    func reportsUntilLost() async throws -> [DeviceReport] {
        var seen: [DeviceReport] = []
        for await report in reports {
            seen.append(report)
            if case .lost = report { break }
        }
        return seen
    }

    /// Waits for a report of a kind.
    func nextReport(where isWanted: (DeviceReport) -> Bool) async throws {
        for await report in reports {
            if isWanted(report) { return }
        }
    }
}

extension [DeviceReport] {
    /// The readings among the reports.
    var readings: [Reading] {
        compactMap { if case .reading(let reading) = $0 { reading } else { nil } }
    }
}
