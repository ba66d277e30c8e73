import Foundation

/// The driver of every Bluetooth instrument: a link, a kind of instrument, and clocks. Any device of the kind that is in
/// reach is served, one at a time, unless the link was told an address.
public struct GattInstrument: DeviceDriver {
    public let family: GattFamily
    private let link: any GattLink
    private let isSimulated: Bool
    private let zone: TimeZone
    private let clocks: KnownClocks
    private let stamps: ReadingStamps

    /// - Parameters:
    ///   - isSimulated: marks every reading; a simulator's adapter marks them by itself.
    ///   - zone: of the clocks on devices, which know none.
    ///   - clocks: what is known of the devices' clocks from before.
    public init(
        _ family: GattFamily, link: any GattLink, isSimulated: Bool = false, zone: TimeZone = .current,
        clocks: KnownClocks = KnownClocks(), stamps: ReadingStamps
    ) {
        (self.family, self.link, self.isSimulated) = (family, link, isSimulated)
        (self.zone, self.clocks, self.stamps) = (zone, clocks, stamps)
    }

    public func run(_ report: @escaping @Sendable (DeviceReport) -> Void) async throws {
        var conversation = GattConversation(
            family, isSimulated: isSimulated, zone: zone, clocks: clocks, stamps: stamps)
        try await link.run { event in
            let (reports, orders) = conversation.handle(event)
            reports.forEach(report)
            return orders
        }
    }
}

extension GattPeer {
    /// Stable over reconnecting; an address says nothing of a person.
    public var deviceKey: DeviceKey { DeviceKey(rawValue: "ble:" + address.uppercased()) }
}
