/// What a driver wants of a Bluetooth link.
public struct GattDemand: Hashable, Sendable {
    /// The service that a device must offer.
    public var service: GattUUID
    /// Characteristics without which a device is of no use.
    public var required: [GattUUID]
    /// Characteristics to listen to if they are there.
    public var optional: [GattUUID]
    /// Only this device, such as `AA:BB:CC:DD:EE:FF`; nil for any.
    public var address: String?
    /// After so long without a value, what was sent in one go is complete.
    public var quietAfter: Duration

    /// Nothing optional, and any device, unless said.
    public init(
        service: GattUUID, required: [GattUUID], optional: [GattUUID] = [], address: String? = nil,
        quietAfter: Duration = .seconds(1)
    ) {
        (self.service, self.required, self.optional, self.address) = (service, required, optional, address)
        self.quietAfter = quietAfter
    }
}
