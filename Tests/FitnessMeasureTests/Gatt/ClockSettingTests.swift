import Testing

@testable import FitnessMeasure

@Suite struct ClockSettingTests {
    private static let now = DeviceTime.noon()

    /// A device's side: what it answers, order by order; absent once the answers are used up.
    private func health(_ answers: [GattAnswer]) -> (ClockHealth?, [String]) {
        var clock = ClockSetting()
        var (orders, answers, asked) = (clock.begin()[...], answers[...], [String]())
        while let order = orders.popFirst() {
            asked.append("\(order.isRead ? "read" : "write") \(order.characteristic)")
            orders += clock.answered(order, answers.popFirst() ?? .absent, at: Self.now)
        }
        return (clock.health, asked)
    }

    private static func shows(_ time: DeviceTime) -> GattAnswer { .done(CurrentTimeFrame.bytes(of: time)) }

    @Test func `a right clock is left alone`() {
        let (health, asked) = health([Self.shows(.noon(9, 30, 8))])
        #expect(health == ClockHealth(offsetBefore: 3, offsetAfter: 3, outcome: .right))
        #expect(asked == ["read 2A2B"])
    }

    @Test func `a wrong clock is set and read back`() {
        let (health, asked) = health([Self.shows(.noon(8, 30, 5)), .done([]), Self.shows(.noon(9, 30, 6))])
        #expect(health == ClockHealth(offsetBefore: -3600, offsetAfter: 1, outcome: .set))
        #expect(asked == ["read 2A2B", "write 2A2B", "read 2A2B"])
    }

    @Test func `a clock that says yes and stays wrong is found out`() {
        let (health, _) = health([Self.shows(.noon(8)), .done([]), Self.shows(.noon(8))])
        #expect(health == ClockHealth(offsetBefore: -5400 + 1800, offsetAfter: -3600, outcome: .notKept))
    }

    @Test func `a clock that was never set has no offset before`() {
        let (health, _) = health([.done([UInt8](repeating: 0, count: 10)), .done([]), Self.shows(Self.now)])
        #expect(health == ClockHealth(offsetBefore: nil, offsetAfter: 0, outcome: .set))
    }

    @Test func `a clock that cannot be written, or not be read, is told as such`() {
        let (refused, _) = health([Self.shows(.noon(8, 30, 5)), .refused("no")])
        #expect(refused == ClockHealth(offsetBefore: -3600, offsetAfter: -3600, outcome: .refused))
        let (blind, _) = health([.refused("no"), .done([]), .refused("no")])
        #expect(blind == ClockHealth(offsetBefore: nil, offsetAfter: nil, outcome: .unverified))
    }

    @Test func `an older device has a date and time alone`() {
        let date = GattAnswer.done(DateTimeFrame.bytes(of: .noon(8, 30, 5)))
        let (health, asked) = health([.absent, date, .done([]), .done(DateTimeFrame.bytes(of: Self.now))])
        #expect(health == ClockHealth(offsetBefore: -3600, offsetAfter: 0, outcome: .set))
        #expect(asked == ["read 2A2B", "read 2A08", "write 2A08", "read 2A08"])
    }

    @Test func `a device without a clock is none to speak of`() {
        #expect(health([.absent, .absent]).0 == nil)
    }

    /// Written out by hand: 2026-11-20 09:30:05, Friday, by another clock.
    @Test func `the bytes of a time`() {
        #expect(CurrentTimeFrame.bytes(of: Self.now) == [UInt8](hex: "ea070b14091e05 05 00 02"))
        #expect(DateTimeFrame.bytes(of: Self.now) == [UInt8](hex: "ea070b14091e05"))
    }
}

extension GattOrder {
    fileprivate var isRead: Bool { if case .read = self { true } else { false } }
}
