import Foundation
import Testing

@testable import FitnessMeasure

/// What the driver makes of a link's events, without a bus.
@Suite struct GattConversationTests {
    private var conversation = GattConversation(
        .bloodPressure, isSimulated: false, zone: .gmt,
        stamps: ReadingStamps(
            makeID: { UUID() }, now: { Date(timeIntervalSince1970: 1_795_167_005) }, monotonic: { 5_000_000_000_000 }))

    private static let measurement = GattUUID(0x2A35)

    private mutating func reports(_ events: GattEvent...) -> [DeviceReport] {
        events.flatMap { conversation.handle($0).reports }
    }

    /// 142/88 at a time of the device's clock.
    private static func pressure(_ time: DeviceTime, systolic: UInt8 = 142) -> GattEvent {
        .value(
            .example, characteristic: measurement,
            bytes: [0x02, systolic, 0, 88, 0, 106, 0] + DateTimeFrame.bytes(of: time))
    }

    private static func clock(_ time: DeviceTime) -> GattEvent {
        .answered(.example, .read(GattUUID(0x2A2B)), .done(CurrentTimeFrame.bytes(of: time)))
    }

    @Test mutating func `a device is asked for its clock as soon as it is connected`() {
        let (reports, orders) = conversation.handle(.connected(.example))
        #expect(reports == [.ready("ble:C0:FF:EE:00:00:01")])
        #expect(orders == [.read(GattUUID(0x2A2B))])
    }

    @Test mutating func `a reading carries the offset of the device's clock and the moment of measuring`() throws {
        // An hour slow, and measured 40 seconds before it is sent.
        let reports = reports(
            .connected(.example), Self.clock(.noon(8, 30, 5)), Self.pressure(.noon(8, 29, 25)), .quiet(.example))
        let reading = try #require(reports.readings.first)
        #expect(reading.deviceClockOffset == -3600)
        #expect(reading.takenMonotonic == 4_960_000_000_000)
        #expect(reading.flags.isEmpty)
    }

    @Test mutating func `a record of yesterday alone is not of now`() throws {
        let reports = reports(
            .connected(.example), Self.clock(.noon()), Self.pressure(.noon(day: 19)), .quiet(.example))
        #expect(try #require(reports.readings.first).flags == [.fromStorage])
    }

    @Test mutating func `a clock of another century cannot make the moment overflow`() throws {
        let ancient = DeviceTime(year: 1600, month: 1, day: 1, hour: 0, minute: 0, second: 0)
        let reports = reports(
            .connected(.example), Self.clock(.noon()), Self.pressure(ancient), .quiet(.example))
        #expect(try #require(reports.readings.first).flags == [.fromStorage])
    }

    @Test mutating func `a time ahead of the clock was measured now at the latest`() throws {
        let reports = reports(
            .connected(.example), Self.clock(.noon()), Self.pressure(.noon(9, 31, 0)), .quiet(.example))
        let reading = try #require(reports.readings.first)
        #expect(reading.takenMonotonic == reading.receivedMonotonic)
    }

    @Test mutating func `without a clock to read nothing is said of the moment`() throws {
        let reports = reports(.connected(.example), Self.pressure(.noon()), .quiet(.example))
        let reading = try #require(reports.readings.first)
        #expect(reading.deviceClockOffset == nil)
        #expect(reading.takenMonotonic == nil)
    }

    @Test mutating func `after its clock was set a device's times are by the new one`() throws {
        let set: [GattEvent] = [
            .connected(.example), Self.clock(.noon(8)),
            .answered(.example, .write(GattUUID(0x2A2B), []), .done([])), Self.clock(.noon()), .quiet(.example),
            Self.pressure(.noon()), .quiet(.example),
        ]
        let reports = set.flatMap { conversation.handle($0).reports }
        #expect(try #require(reports.readings.first).deviceClockOffset == 0)
        #expect(reports.map(\.summary).contains("clock set"))
    }

    private static let refused = GattEvent.answered(.example, .write(GattUUID(0x2A2B), []), .refused("not permitted"))

    @Test mutating func `the first record after somebody moved the clock is nobody's, the next counts again`() {
        // Eight minutes ahead when it stored the record, and right when it sends it.
        _ = reports(.connected(.example), Self.clock(.noon(9, 38, 5)), Self.refused, .disconnected(.example))
        let first = reports(
            .connected(.example), Self.clock(.noon()), Self.pressure(.noon(9, 30, 0)), .quiet(.example),
            .disconnected(.example))
        #expect(first.readings.map(\.flags) == [[.clockChanged]])
        let later = reports(
            .connected(.example), Self.clock(.noon(10, 30, 5)), Self.refused, .disconnected(.example),
            .connected(.example), Self.clock(.noon(10, 30, 5)), Self.refused, Self.pressure(.noon(10, 30, 0)),
            .quiet(.example), Self.pressure(.noon(10, 30, 1)), .quiet(.example), .disconnected(.example))
        #expect(later.readings.map(\.flags) == [[.clockChanged], []], "the next burst counts")
    }

    @Test mutating func `a clock that we set ourselves loses nobody's record`() {
        _ = reports(
            .connected(.example), Self.clock(.noon(9, 38, 5)),
            .answered(.example, .write(GattUUID(0x2A2B), []), .done([])), Self.clock(.noon()), .disconnected(.example))
        let next = reports(.connected(.example), Self.clock(.noon()), Self.pressure(.noon()), .quiet(.example))
        #expect(next.readings.map(\.flags) == [[]])
    }

    @Test mutating func `nothing of one connection meets the next`() {
        _ = reports(.connected(.example), Self.pressure(.noon()), .disconnected(.example))
        let second = reports(.connected(.example), .quiet(.example), .disconnected(.example))
        #expect(second.map(\.summary) == ["ready", "lost"])
    }

    @Test mutating func `a value that cannot be read is a failure, and for show only it shows nothing`() {
        let cut = GattEvent.value(.example, characteristic: Self.measurement, bytes: [0x00])
        let live = GattEvent.value(.example, characteristic: GattUUID(0x2A36), bytes: [0x00])
        let summaries = reports(.connected(.example), live, cut, .quiet(.example)).map(\.summary)
        #expect(summaries == ["ready", "live nothing", "failed truncated"])
    }

    @Test mutating func `a lost device is told once`() {
        #expect(
            reports(.unavailable(reason: "a"), .unavailable(reason: "b"), .disconnected(.example))
                == [.lost("ble:1810")])
    }
}

/// Records of a glucose meter in a conversation.
@Suite struct GattConversationRecordTests {
    private var conversation = GattConversation(
        .glucoseMeter, isSimulated: false, zone: .gmt,
        stamps: ReadingStamps(makeID: { UUID() }, now: { Date(timeIntervalSince1970: 1_795_167_005) }, monotonic: { 1 })
    )

    private static func record(_ sequence: UInt8) -> GattEvent {
        .value(
            .example, characteristic: GattUUID(0x2A18),
            bytes: [0x02, sequence, 0] + DateTimeFrame.bytes(of: .noon()) + [0x63, 0xB0, 0x11])
    }

    private static func control(_ hex: String) -> GattEvent {
        .value(.example, characteristic: GattUUID(0x2A52), bytes: [UInt8](hex: hex))
    }

    @Test mutating func `the highest number is of now, and the next connection asks from there`() {
        _ = conversation.handle(.connected(.example))
        #expect(conversation.handle(Self.control("05000300")).orders == [.write(GattUUID(0x2A52), [1, 1])])
        let events = [Self.record(6), Self.record(8), Self.record(7), Self.control("06000101"), .quiet(.example)]
        let reports = events.flatMap { conversation.handle($0).reports }
        #expect(reports.readings.map(\.deviceSequence) == [6, 7, 8])
        #expect(reports.readings.map { $0.flags.contains(.fromStorage) } == [true, true, false])
        _ = conversation.handle(.disconnected(.example))
        let orders = conversation.handle(.connected(.example)).orders
        #expect(orders.last == .write(GattUUID(0x2A52), [4, 3, 1, 9, 0]))
    }

    @Test mutating func `a pause within a download ends nothing`() {
        _ = conversation.handle(.connected(.example))
        _ = conversation.handle(Self.control("05000300"))
        _ = conversation.handle(Self.record(6))
        let (reports, orders) = conversation.handle(.quiet(.example))
        #expect(reports.isEmpty)
        #expect(orders == [.write(GattUUID(0x2A52), [3, 0])])
        #expect(conversation.handle(Self.control("06000301")).reports.map(\.summary) == ["records aborted"])
        #expect(conversation.handle(.quiet(.example)).reports.readings.count == 1)
    }
}
