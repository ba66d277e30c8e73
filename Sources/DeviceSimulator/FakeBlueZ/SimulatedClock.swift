import FitnessMeasure
import Synchronization

/// The clock of a simulated instrument: right, an hour slow until it is set, or slow for ever.
final class SimulatedClock: Sendable {
    static let characteristic = GattUUID(0x2A2B)

    private let now: @Sendable () -> DeviceTime
    private let keepsTime: Bool
    /// Seconds by which it is ahead.
    private let offset: Mutex<Int>

    init(mood: SimulatedInstrument.Mood, now: @escaping @Sendable () -> DeviceTime) {
        (self.now, keepsTime) = (now, mood != .forgetsClock)
        offset = Mutex(Self.offset(mood))
    }

    /// Seconds by which a clock of that mood is ahead.
    static func offset(_ mood: SimulatedInstrument.Mood) -> Int {
        mood == .wrongClock || mood == .forgetsClock ? -3600 : 0
    }

    /// The Current Time service with this clock in it.
    var service: FakePeripheral.Service {
        var time = FakePeripheral.Characteristic(Self.characteristic, flags: ["read", "write", "notify"])
        time.onRead = { [self] in shown }
        time.onWrite = { [self] in set($0) }
        return FakePeripheral.Service(GattUUID(0x1805), [time])
    }

    private var shown: [UInt8] {
        let time = now().advanced(bySeconds: offset.withLock { $0 }) ?? now()
        return AttributeBytes().time(time).number(0, bytes: 3).bytes
    }

    private func set(_ bytes: [UInt8]) -> FakeReaction {
        guard bytes.count == 10 else { return FakeReaction(refusal: "org.bluez.Error.InvalidValueLength") }
        let parts = bytes.map { Int($0) }
        let time = DeviceTime(
            year: parts[0] | parts[1] << 8, month: parts[2], day: parts[3], hour: parts[4], minute: parts[5],
            second: parts[6])
        guard let new = time.seconds, let right = now().seconds else {
            return FakeReaction(refusal: "org.bluez.Error.Failed")
        }
        if keepsTime { offset.withLock { $0 = new - right } }
        return FakeReaction()
    }
}
