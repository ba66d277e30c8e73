import FitnessMeasure
import Foundation

/// A simulated blood pressure cuff: it is switched on, found, connected and listened to, pumps, measures, sends, and
/// hangs up, with the bytes of a real one.
public struct SimulatedCuff: Sendable {
    /// How a measurement goes.
    public enum Mood: String, CaseIterable, Sendable {
        case usual
        /// It shows "Err" and sends NaN for everything.
        case errorFrame
        /// It is of a maker who does not keep to the layout.
        case vendorLayout
        /// It sends two old records of other people first.
        case storedFirst
        /// It goes out of reach before it has a value.
        case vanishes
    }

    private let bluez: FakeBlueZ
    private let peripheral: FakePeripheral
    private let pace: Duration
    private let clock: any Clock<Duration>
    private let now: @Sendable () -> Date
    private let calendar: Calendar

    /// `pace` is the wait between two live pressures; a measurement has about 20 of them.
    public init(
        bluez: FakeBlueZ, address: String = "C0:FF:EE:00:28:10", name: String = "Sarangbang Cuff",
        pace: Duration = .milliseconds(250), clock: any Clock<Duration> = ContinuousClock(),
        now: @escaping @Sendable () -> Date, timeZone: TimeZone = .current
    ) {
        (self.bluez, self.pace, self.clock, self.now) = (bluez, pace, clock, now)
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = timeZone
        self.calendar = calendar
        peripheral = FakePeripheral(
            address: address, name: name,
            services: [
                .init(
                    GattUUID(0x1810),
                    [
                        .init(Self.measurement, flags: ["indicate"]),
                        .init(Self.cuffPressure, flags: ["notify"]),
                        .init(GattUUID(0x2A49), flags: ["read"], value: [0x00, 0x00]),
                    ])
            ])
    }

    /// One measurement, from switching on to switching off; returns when the cuff has hung up. Waits for a program to
    /// listen, however long that takes. mmHg, and beats a minute.
    public func measure(systolic: Int, diastolic: Int, pulse: Int, mood: Mood = .usual) async throws {
        await bluez.comesIntoReach(peripheral)
        do {
            try await bluez.waitForListener(to: Self.measurement, of: peripheral)
            try await pump(to: systolic + 30, downTo: max(0, diastolic - 20), isCutShort: mood == .vanishes)
            let frame = CuffFrame(systolic: systolic, diastolic: diastolic, pulse: pulse, time: time(daysAgo: 0))
            for bytes in frames(frame, mood) { await bluez.send(bytes, as: Self.measurement, from: peripheral) }
            try await clock.sleep(for: pace)
        } catch {
            await bluez.leavesReach(peripheral)
            throw error
        }
        await bluez.leavesReach(peripheral)
    }

    private static let measurement = GattUUID(0x2A35)
    private static let cuffPressure = GattUUID(0x2A36)

    private func pump(to top: Int, downTo bottom: Int, isCutShort: Bool) async throws {
        let up = stride(from: 0, through: top, by: max(1, top / 6))
        let down = stride(from: top, through: bottom, by: -max(1, (top - bottom) / 12))
        for pressure in isCutShort ? Array(up) : Array(up) + Array(down) {
            await bluez.send(CuffFrame.pressure(pressure), as: Self.cuffPressure, from: peripheral)
            try await clock.sleep(for: pace)
        }
    }

    private func frames(_ frame: CuffFrame, _ mood: Mood) -> [[UInt8]] {
        switch mood {
        case .usual: [frame.measurement]
        case .errorFrame: [CuffFrame.error]
        case .vendorLayout: [CuffFrame.vendorLayout]
        case .storedFirst:
            [
                CuffFrame(systolic: 128, diastolic: 79, pulse: 66, time: time(daysAgo: 2)).measurement,
                CuffFrame(systolic: 117, diastolic: 71, pulse: 80, time: time(daysAgo: 1)).measurement,
                frame.measurement,
            ]
        case .vanishes: []
        }
    }

    /// The cuff's own clock.
    private func time(daysAgo days: Int) -> DeviceTime {
        let parts = calendar.dateComponents(
            [.year, .month, .day, .hour, .minute, .second], from: now().addingTimeInterval(-86_400 * Double(days)))
        return DeviceTime(
            year: parts.year ?? 0, month: parts.month ?? 0, day: parts.day ?? 0, hour: parts.hour ?? 0,
            minute: parts.minute ?? 0, second: parts.second ?? 0)
    }
}
