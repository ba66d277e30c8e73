import DeviceSimulator
import FitnessMeasure
import Foundation
import Testing

/// The whole road: a simulated cuff, a simulated `org.bluez`, a real message bus, the real client, the driver.
@Suite(.timeLimit(.minutes(1))) struct BloodPressureRoadTests {
    @Test func `a measurement arrives as a reading, with live pressures on the way`() async throws {
        let road = try await Road.start()
        try await road.cuff.measure(systolic: 142, diastolic: 88, pulse: 72)
        let reports = try await road.reportsUntilLost()

        #expect(reports.first == .ready("ble:C0:FF:EE:00:28:10"))
        #expect(
            reports.contains { if case .measuring(_, let live?) = $0 { live.value.mantissa == 172 } else { false } })
        let reading = try #require(reports.readings.first)
        #expect(reports.readings.count == 1)
        #expect(reading[.systolic] == QuantityValue(.systolic, DecimalValue(mantissa: 142), .millimetresOfMercury))
        #expect(reading[.diastolic]?.value.description == "88")
        #expect(reading[.pulse] == QuantityValue(.pulse, DecimalValue(mantissa: 72), .perMinute))
        #expect(
            reading.deviceTime == DeviceTime(year: 2026, month: 11, day: 20, hour: 9, minute: 30, second: 5))
        #expect(reading.raw.count == 18)
        #expect(reading.isSimulated)
        #expect(reading.flags.isEmpty)
        #expect(reading.receivedAt == Road.noon)
    }

    @Test func `an error frame is a failure and never a number`() async throws {
        let road = try await Road.start()
        try await road.cuff.measure(systolic: 142, diastolic: 88, pulse: 72, mood: .errorFrame)
        let reports = try await road.reportsUntilLost()
        #expect(reports.readings.isEmpty)
        #expect(reports.contains(.failed("ble:C0:FF:EE:00:28:10", .deviceError(code: nil))))
    }

    @Test func `another maker's layout is implausible`() async throws {
        let road = try await Road.start()
        try await road.cuff.measure(systolic: 142, diastolic: 88, pulse: 72, mood: .vendorLayout)
        let reports = try await road.reportsUntilLost()
        #expect(reports.readings.isEmpty)
        #expect(reports.contains(.failed("ble:C0:FF:EE:00:28:10", .implausible)))
    }

    @Test func `a cuff that vanishes is lost, and nothing else`() async throws {
        let road = try await Road.start()
        try await road.cuff.measure(systolic: 142, diastolic: 88, pulse: 72, mood: .vanishes)
        let reports = try await road.reportsUntilLost()
        #expect(reports.readings.isEmpty)
        #expect(!reports.contains { if case .failed = $0 { true } else { false } })
        #expect(reports.last == .lost("ble:C0:FF:EE:00:28:10"))
    }

    @Test func `old records that are flushed first are marked, and only the newest is of now`() async throws {
        let road = try await Road.start()
        try await road.cuff.measure(systolic: 151, diastolic: 93, pulse: 77, mood: .storedFirst)
        let readings = try await road.reportsUntilLost().readings
        #expect(readings.map { $0[.systolic]?.value.description } == ["128", "117", "151"])
        #expect(readings.map { $0.flags.contains(.fromStorage) } == [true, true, false])
    }

    @Test func `the Bluetooth service may restart, and the next measurement works`() async throws {
        let road = try await Road.start()
        try await road.cuff.measure(systolic: 120, diastolic: 80, pulse: 60)
        #expect(try await road.reportsUntilLost().readings.count == 1)
        await road.bluez.stop()
        try await road.bluez.start()
        try await road.cuff.measure(systolic: 131, diastolic: 82, pulse: 65)
        let readings = try await road.reportsUntilLost().readings
        #expect(readings.map { $0[.systolic]?.value.description } == ["131"])
    }

    @Test func `the service ending in the middle of a measurement is a loss`() async throws {
        let road = try await Road.start(pace: .milliseconds(50))
        let measuring = Task { try await road.cuff.measure(systolic: 120, diastolic: 80, pulse: 60) }
        try await road.nextReport { if case .measuring = $0 { true } else { false } }
        await road.bluez.stop()
        #expect(try await road.reportsUntilLost().readings.isEmpty)
        try await measuring.value
    }

    @Test func `without a Bluetooth service the device is lost until the service comes`() async throws {
        let road = try await Road.start(servesAtOnce: false)
        #expect(try await road.reportsUntilLost() == [.lost("ble:1810")])
        try await road.bluez.start()
        try await road.cuff.measure(systolic: 120, diastolic: 80, pulse: 60)
        #expect(try await road.reportsUntilLost().readings.count == 1)
    }

    @Test func `a bus that ends is a loss`() async throws {
        let road = try await Road.start(pace: .milliseconds(50))
        let measuring = Task { try await road.cuff.measure(systolic: 120, diastolic: 80, pulse: 60) }
        try await road.nextReport { if case .measuring = $0 { true } else { false } }
        road.bus.stop()
        #expect(try await road.reportsUntilLost().readings.isEmpty)
        try await measuring.value
    }

    @Test func `another address than the wanted one is left alone`() async throws {
        let road = try await Road.start(address: "C0:FF:EE:00:28:11")
        let stranger = Task { try await road.cuff.measure(systolic: 120, diastolic: 80, pulse: 60) }
        let own = SimulatedCuff(
            bluez: road.bluez, address: "C0:FF:EE:00:28:11", pace: .zero, now: { Road.noon }, timeZone: .gmt)
        try await own.measure(systolic: 133, diastolic: 81, pulse: 70)
        let readings = try await road.reportsUntilLost().readings
        #expect(readings.map(\.deviceKey) == ["ble:C0:FF:EE:00:28:11"])
        stranger.cancel()
        await #expect(throws: CancellationError.self) { try await stranger.value }
    }
}
