/// Sets a device's clock and looks whether it kept the time: read, write, read back. Some devices take a time, say yes,
/// and stay wrong. Pure; the kiosk's time is passed in.
struct ClockSetting {
    private enum Phase: Equatable {
        case idle
        case reading(GattUUID)
        case writing(GattUUID)
        case readingBack(GattUUID)
        case done
    }

    private var phase = Phase.idle
    /// Seconds by which the clock was ahead before we set it; nil until it was read.
    private(set) var offsetBefore: Int?
    private(set) var health: ClockHealth?

    /// Current Time, and the Date Time that older devices have instead.
    private static let currentTime = GattUUID(0x2A2B)
    private static let dateTime = GattUUID(0x2A08)

    /// Seconds. Closer than this nobody can set a clock over the air.
    static let tolerance = 3

    mutating func begin() -> [GattOrder] {
        phase = .reading(Self.currentTime)
        return [.read(Self.currentTime)]
    }

    /// What a device of that clock is to do next.
    mutating func answered(_ order: GattOrder, _ answer: GattAnswer, at now: DeviceTime) -> [GattOrder] {
        let uuid = order.characteristic
        return switch phase {
        case .reading(uuid): found(uuid, answer, now)
        case .writing(uuid): written(uuid, answer)
        case .readingBack(uuid): readBack(uuid, answer, now)
        default: []
        }
    }

    /// The offset of the time that a record carries: the clock as it was before we set it, because records are made
    /// before they are sent; as it was left for what was measured since.
    func offset(isMeasuredSince: Bool) -> Int? {
        guard let health else { return offsetBefore }
        return isMeasuredSince ? health.offsetAfter : health.offsetBefore
    }

    private mutating func found(_ uuid: GattUUID, _ answer: GattAnswer, _ now: DeviceTime) -> [GattOrder] {
        switch answer {
        case .absent where uuid == Self.currentTime:
            phase = .reading(Self.dateTime)
            return [.read(Self.dateTime)]
        case .absent:
            phase = .done
            return []
        case .done(let bytes):
            offsetBefore = Self.offset(of: bytes, uuid, from: now)
            if let offsetBefore, abs(offsetBefore) <= Self.tolerance { return end(.right, after: offsetBefore) }
            return write(uuid, now)
        case .refused:
            // A clock that can be written need not be readable.
            return write(uuid, now)
        }
    }

    private mutating func write(_ uuid: GattUUID, _ now: DeviceTime) -> [GattOrder] {
        phase = .writing(uuid)
        return [.write(uuid, uuid == Self.currentTime ? CurrentTimeFrame.bytes(of: now) : DateTimeFrame.bytes(of: now))]
    }

    private mutating func written(_ uuid: GattUUID, _ answer: GattAnswer) -> [GattOrder] {
        guard case .done = answer else { return end(.refused, after: offsetBefore) }
        phase = .readingBack(uuid)
        return [.read(uuid)]
    }

    private mutating func readBack(_ uuid: GattUUID, _ answer: GattAnswer, _ now: DeviceTime) -> [GattOrder] {
        guard case .done(let bytes) = answer, let offset = Self.offset(of: bytes, uuid, from: now) else {
            return end(.unverified, after: nil)
        }
        return end(abs(offset) <= Self.tolerance ? .set : .notKept, after: offset)
    }

    private mutating func end(_ outcome: ClockHealth.Outcome, after: Int?) -> [GattOrder] {
        phase = .done
        health = ClockHealth(offsetBefore: offsetBefore, offsetAfter: after, outcome: outcome)
        return []
    }

    /// Seconds by which the clock in these bytes is ahead; nil if it shows no date.
    private static func offset(of bytes: [UInt8], _ uuid: GattUUID, from now: DeviceTime) -> Int? {
        guard let shown = time(bytes, uuid)?.deviceTime?.seconds, let right = now.seconds else { return nil }
        return shown - right
    }

    private static func time(_ bytes: [UInt8], _ uuid: GattUUID) -> GattDateTime? {
        do throws(GattFrameError) {
            return uuid == currentTime ? try CurrentTimeFrame(bytes: bytes).time : try DateTimeFrame(bytes: bytes).time
        } catch {
            return nil
        }
    }
}
