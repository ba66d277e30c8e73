import FitnessMeasure
import Foundation
import Testing

@Suite struct AttributionTests {
    private let visit = UUID()
    private let kim = UUID()
    private var attribution: Attribution

    init() throws { attribution = Attribution(ranges: try shippedTables().ranges) }

    private func step(
        _ test: FitnessTest, since: Int64 = 1000, sinceOnDevice: DeviceTime? = nil
    ) -> ArmedStep {
        ArmedStep(visitID: visit, personID: kim, test: test, since: since, sinceOnDevice: sinceOnDevice)
    }

    private var mine: Attributed.Owner { .mine(visitID: visit, personID: kim) }

    @Test mutating func `a reading belongs to the armed person`() {
        attribution.arm(step(.grip))
        let attributed = attribution.attribute(.example())
        #expect(attributed.owner == mine)
        #expect(attributed.reading == .example())
    }

    @Test mutating func `without an armed step it belongs to nobody`() {
        #expect(attribution.attribute(.example()).owner == .unclaimed(.nobodyArmed))
        attribution.arm(step(.grip))
        attribution.disarm()
        #expect(attribution.attribute(.example(raw: [2])).owner == .unclaimed(.nobodyArmed))
    }

    @Test mutating func `a grip is not for somebody who waits for the cuff`() {
        attribution.arm(step(.bloodPressure))
        #expect(attribution.attribute(.example()).owner == .unclaimed(.otherQuantity))
    }

    @Test mutating func `a blood pressure without its lower value is none`() {
        attribution.arm(step(.bloodPressure))
        let half = Reading.example(values: [QuantityValue(.systolic, "128", .millimetresOfMercury)])
        #expect(attribution.attribute(half).owner == .unclaimed(.otherQuantity))
    }

    @Test(arguments: [
        (QualityFlag.fromStorage, UnclaimedReason.fromStorage), (.demonstration, .demonstration),
    ])
    mutating func `what the device says of itself is believed`(flag: QualityFlag, reason: UnclaimedReason) {
        attribution.arm(step(.grip))
        #expect(attribution.attribute(.example(flags: [flag])).owner == .unclaimed(reason))
    }

    @Test(arguments: [(999, false), (1000, true), (1001, true)] as [(Int64, Bool)])
    mutating func `what came before the arming is not for this person`(received: Int64, isMine: Bool) {
        attribution.arm(step(.grip))
        let owner = attribution.attribute(.example(received: received)).owner
        #expect(owner == (isMine ? mine : .unclaimed(.olderThanArmed)))
    }

    @Test(arguments: [(27, false), (28, true), (31, true), (59, true)])
    mutating func `a record that the device's clock calls old is old`(minute: Int, isMine: Bool) {
        attribution.arm(step(.grip, sinceOnDevice: .example(minute: 30)))
        let owner = attribution.attribute(.example(time: .example(minute: minute))).owner
        #expect(owner == (isMine ? mine : .unclaimed(.olderThanArmed)))
    }

    @Test mutating func `a device without a date is not called old`() {
        attribution.arm(step(.grip, sinceOnDevice: .example(minute: 30)))
        let unknown = DeviceTime(year: 0, month: 11, day: 21, hour: 1, minute: 0, second: 0)
        #expect(attribution.attribute(.example(time: unknown)).owner == mine)
    }

    @Test(arguments: [
        ("136.0", false), ("145.7", true), ("117.3", false), ("117.2", true), ("61.9", true), ("80.0", true),
        ("45.0", true), ("32.5", true), ("32.4", false), ("28.0", false),
    ])
    mutating func `a weight that differs from the last as units do is asked, never converted`(
        amount: DecimalValue, isMine: Bool
    ) {
        attribution.arm(
            ArmedStep(
                visitID: visit, personID: kim, test: .weight, since: 1000,
                lastValues: [QuantityValue(.weight, "61.7", .kilogram)]))
        let owner = attribution.attribute(.example(values: [QuantityValue(.weight, amount, .kilogram)])).owner
        #expect(owner == (isMine ? mine : .unclaimed(.unitSuspicious)))
    }

    @Test mutating func `pounds are nobody's kilograms`() {
        attribution.arm(step(.weight))
        let pounds = Reading.example(values: [QuantityValue(.weight, "136.0", .pound)])
        #expect(attribution.attribute(pounds).owner == .unclaimed(.unitSuspicious))
        attribution.arm(step(.grip))
        let grip = Reading.example(values: [QuantityValue(.grip, "53.6", .pound)], raw: [4])
        #expect(attribution.attribute(grip).owner == .unclaimed(.unitSuspicious))
    }

    @Test mutating func `a grip may double, from one hand to the other`() {
        attribution.arm(
            ArmedStep(
                visitID: visit, personID: kim, test: .grip, since: 1000,
                lastValues: [QuantityValue(.grip, "12.0", .kilogram)]))
        #expect(attribution.attribute(.example()).owner == mine)
    }

    @Test mutating func `no body has this value`() {
        attribution.arm(step(.grip))
        let giant = Reading.example(values: [QuantityValue(.grip, "154.2", .kilogram)])
        #expect(attribution.attribute(giant).owner == .unclaimed(.implausible))
    }

    @Test mutating func `an unusual value is still theirs, and asked`() {
        attribution.arm(step(.grip))
        let strong = Reading.example(values: [QuantityValue(.grip, "60.0", .kilogram)])
        #expect(attribution.attribute(strong).owner == mine)
    }

    @Test mutating func `the same record counts once, also for the next person`() {
        attribution.arm(step(.grip))
        #expect(attribution.attribute(.example(sequence: 7)).owner == mine)
        #expect(attribution.attribute(.example(received: 9000, sequence: 7)).owner == .unclaimed(.duplicate))
        #expect(attribution.attribute(.example(received: 9000, sequence: 8)).owner == mine)
        let other = Reading.example(device: "serial:other", received: 9000, sequence: 7)
        #expect(attribution.attribute(other).owner == mine)
    }

    @Test mutating func `the same time with the same bytes is the same record`() {
        attribution.arm(step(.grip))
        let time = DeviceTime.example(minute: 1)
        #expect(attribution.attribute(.example(time: time)).owner == mine)
        #expect(attribution.attribute(.example(time: time)).owner == .unclaimed(.duplicate))
        #expect(attribution.attribute(.example(raw: [9], time: time)).owner == mine)
    }

    @Test(arguments: [(60_000_000_000, true), (60_000_000_001, false)] as [(Int64, Bool)])
    mutating func `same bytes within a minute are flagged, not dropped`(later: Int64, isFlagged: Bool) {
        attribution.arm(step(.grip))
        #expect(attribution.attribute(.example(received: 1000)).reading.flags.isEmpty)
        let second = attribution.attribute(.example(received: 1000 + later))
        #expect(second.owner == mine)
        #expect(second.reading.flags.contains(.repeatedBytes) == isFlagged)
    }

    @Test mutating func `bytes that came before the arming are not this person's when they come again`() {
        attribution.arm(step(.grip))
        #expect(attribution.attribute(.example(received: 2000)).owner == mine)
        attribution.arm(step(.grip, since: 3000))
        #expect(attribution.attribute(.example(received: 4000)).owner == .unclaimed(.repeatedBytes))
        #expect(attribution.attribute(.example(raw: [2], received: 5000)).owner == mine)
        #expect(attribution.attribute(.example(received: 60_000_005_000)).owner == mine, "a minute is over")
    }

    @Test(arguments: [(Int64(2999), false), (3000, true), (3500, true)])
    mutating func `the same bytes are this person's if the display has moved since the arming`(
        movedAt: Int64, isMine: Bool
    ) {
        attribution.arm(step(.grip))
        _ = attribution.attribute(.example(received: 2000))
        attribution.arm(step(.grip, since: 3000))
        let owner = attribution.attribute(.example(received: 4000), movedAt: movedAt).owner
        #expect(owner == (isMine ? mine : .unclaimed(.repeatedBytes)))
    }

    @Test(arguments: [(7_000_000_000, false), (8_000_000_000, true), (9_000_000_000, true)] as [(Int64, Bool)])
    mutating func `a moment of measuring before the arming is too old, but for what clocks cannot tell`(
        taken: Int64, isMine: Bool
    ) {
        attribution.arm(step(.grip, since: 10_000_000_000))
        var reading = Reading.example(received: 20_000_000_000)
        reading.takenMonotonic = taken
        #expect(attribution.attribute(reading).owner == (isMine ? mine : .unclaimed(.olderThanArmed)))
    }

    @Test mutating func `what a moved clock dated is nobody's`() {
        attribution.arm(step(.grip))
        var reading = Reading.example()
        reading.flags = [.clockChanged]
        #expect(attribution.attribute(reading).owner == .unclaimed(.clockChanged))
        #expect(attribution.attribute(.example(raw: [9])).owner == mine)
    }

    @Test mutating func `the device's idea of its user decides nothing`() {
        attribution.arm(step(.grip))
        var reading = Reading.example()
        reading.deviceUserSlot = 2
        #expect(attribution.attribute(reading).owner == mine)
    }

    @Test mutating func `arming the next person takes the step over`() {
        let (otherVisit, lee) = (UUID(), UUID())
        attribution.arm(step(.grip))
        attribution.arm(ArmedStep(visitID: otherVisit, personID: lee, test: .grip, since: 2000))
        #expect(attribution.attribute(.example(received: 1500)).owner == .unclaimed(.olderThanArmed))
        let owner = attribution.attribute(.example(raw: [3], received: 2500)).owner
        #expect(owner == .mine(visitID: otherVisit, personID: lee))
    }

    @Test func `every reason has an id of its own`() {
        #expect(Set(UnclaimedReason.allCases.map(\.rawValue)).count == 12)
    }
}

extension Reading {
    static func example(
        device: DeviceKey = "serial:grip", values: [QuantityValue] = [QuantityValue(.grip, "24.3", .kilogram)],
        flags: Set<QualityFlag> = [], raw: [UInt8] = [1], received: Int64 = 2000, sequence: Int? = nil,
        time: DeviceTime? = nil
    ) -> Reading {
        Reading(
            id: UUID(uuid: (1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)), deviceKey: device, values: values,
            deviceTime: time, deviceSequence: sequence, flags: flags, raw: raw, receivedMonotonic: received,
            receivedAt: Date(timeIntervalSince1970: 0), isSimulated: true)
    }
}

extension DeviceTime {
    static func example(minute: Int) -> DeviceTime {
        DeviceTime(year: 2026, month: 11, day: 21, hour: 10, minute: minute, second: 0)
    }
}
