import Foundation

/// A Bluetooth blood pressure monitor (service 1810). Any that is in reach is served, one at a time, unless the link
/// was told an address.
public struct BloodPressureMonitor: DeviceDriver {
    private let link: any GattLink
    private let isSimulated: Bool
    private let now: @Sendable () -> Date
    private let monotonic: @Sendable () -> Int64
    private let makeID: @Sendable () -> UUID

    /// What the link must look for: the measurement, and the cuff's pressure while it is going on.
    public static func demand(address: String? = nil) -> GattDemand {
        GattDemand(service: GattUUID(0x1810), required: [measurement], optional: [cuffPressure], address: address)
    }

    /// The key in reports before any device was met.
    public static let unknownKey: DeviceKey = "ble:1810"

    static let measurement = GattUUID(0x2A35)
    static let cuffPressure = GattUUID(0x2A36)

    /// `monotonic` gives nanoseconds that never jump; `isSimulated` marks every reading, and a simulator's adapter
    /// marks them by itself.
    public init(
        link: any GattLink, isSimulated: Bool = false, now: @escaping @Sendable () -> Date,
        monotonic: @escaping @Sendable () -> Int64, makeID: @escaping @Sendable () -> UUID
    ) {
        (self.link, self.isSimulated) = (link, isSimulated)
        (self.now, self.monotonic, self.makeID) = (now, monotonic, makeID)
    }

    public func run(_ report: @escaping @Sendable (DeviceReport) -> Void) async throws {
        var lastKey = Self.unknownKey
        var isLost = false
        var burst = MeasurementBurst()
        try await link.run { event in
            switch event {
            case .connected(let peer):
                (lastKey, isLost) = (peer.deviceKey, false)
                report(.ready(lastKey))
            case .value(let peer, Self.measurement, let bytes): burst.add(measured(bytes, by: peer)).forEach(report)
            case .quiet: burst.end().forEach(report)
            case .value(let peer, _, let bytes): report(live(bytes, by: peer))
            case .disconnected, .unavailable:
                burst.end().forEach(report)
                if !isLost { report(.lost(lastKey)) }
                isLost = true
            }
        }
    }

    /// A measurement is a reading or the reason why it is none.
    private func measured(_ bytes: [UInt8], by peer: GattPeer) -> DeviceReport {
        do throws(GattFrameError) {
            let frame = try BloodPressureFrame(bytes: bytes)
            if let failure = frame.failure { return .failed(peer.deviceKey, failure) }
            return .reading(
                Reading(
                    id: makeID(), deviceKey: peer.deviceKey, values: frame.quantities,
                    deviceTime: frame.timestamp?.deviceTime, deviceUserSlot: frame.userSlot, flags: frame.qualityFlags,
                    raw: bytes, receivedMonotonic: monotonic(), receivedAt: now(),
                    isSimulated: isSimulated || peer.isSimulated))
        } catch {
            return .failed(peer.deviceKey, .unreadable(error.code))
        }
    }

    /// The cuff's pressure now is for show; a frame that cannot be read shows nothing.
    private func live(_ bytes: [UInt8], by peer: GattPeer) -> DeviceReport {
        do throws(GattFrameError) {
            let frame = try BloodPressureFrame(bytes: bytes)
            let pressure = frame.systolic.decimal.map { QuantityValue(.cuffPressure, $0, frame.unit) }
            return .measuring(peer.deviceKey, live: pressure)
        } catch {
            return .measuring(peer.deviceKey, live: nil)
        }
    }
}

extension QuantityKind {
    /// The pressure in the cuff at this moment, for show only.
    public static let cuffPressure: QuantityKind = "cuff_pressure"
}

extension GattPeer {
    /// Stable over reconnecting; an address says nothing of a person.
    public var deviceKey: DeviceKey { DeviceKey(rawValue: "ble:" + address.uppercased()) }
}
