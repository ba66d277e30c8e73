/// A Bluetooth radio that looks for one kind of device and hands over what it sends.
public protocol GattLink: Sendable {
    /// Looks, connects, listens, and looks again, until cancelled. Trouble is an event; nothing is thrown but
    /// cancellation. What the handler asks for is done in order with the device of the event, and answered.
    func run(_ handle: (GattEvent) -> [GattOrder]) async throws
}

/// What a Bluetooth link has to say.
public enum GattEvent: Equatable, Sendable {
    /// Connected, and listening to everything that is wanted.
    case connected(GattPeer)
    /// A characteristic's value, as it came.
    case value(GattPeer, characteristic: GattUUID, bytes: [UInt8])
    /// What came of an order.
    case answered(GattPeer, GattOrder, GattAnswer)
    /// Nothing came for a while after something had come or was asked for: what was sent in one go is complete.
    case quiet(GattPeer)
    /// The usual end: devices hang up as soon as they have sent everything.
    case disconnected(GattPeer)
    /// No bus, no Bluetooth service, no radio, or a device that refuses; told once per change. The link keeps trying.
    case unavailable(reason: String)
}

/// Something to do with a connected device.
public enum GattOrder: Hashable, Sendable {
    case read(GattUUID)
    /// With a response, so that a refusal is heard.
    case write(GattUUID, [UInt8])

    public var characteristic: GattUUID {
        switch self {
        case .read(let uuid), .write(let uuid, _): uuid
        }
    }
}

/// What came of an order.
public enum GattAnswer: Hashable, Sendable {
    /// What was read; empty for a write.
    case done([UInt8])
    /// The device has no such characteristic.
    case absent
    /// In the words of whoever refused: the device, the service, the bus.
    case refused(String)
}

/// The device at the other end.
public struct GattPeer: Hashable, Sendable {
    /// Such as `AA:BB:CC:DD:EE:FF`.
    public let address: String
    /// The radio is a simulator's.
    public let isSimulated: Bool

    /// A peer by its address.
    public init(address: String, isSimulated: Bool) { (self.address, self.isSimulated) = (address, isSimulated) }
}

/// A 16-bit number that the Bluetooth SIG gave to a service or characteristic.
public struct GattUUID: Hashable, Sendable, CustomStringConvertible {
    /// The 16-bit number.
    public let short: UInt16

    /// By its number.
    public init(_ short: UInt16) { self.short = short }

    /// Reads `2A35`, `0x2a35` or `00002a35-0000-1000-8000-00805f9b34fb`; nothing else has a 16-bit number.
    public init?(_ text: some StringProtocol) {
        let text = text.lowercased()
        let digits: Substring
        if text.hasSuffix(Self.base), text.count == 8 + Self.base.count, text.hasPrefix("0000") {
            digits = text.dropFirst(4).prefix(4)
        } else {
            digits = text.hasPrefix("0x") ? text.dropFirst(2) : text[...]
        }
        guard digits.utf8.count == 4, digits.allSatisfy(\.isHexDigit), let short = UInt16(digits, radix: 16) else {
            return nil
        }
        self.short = short
    }

    /// Four capital hex digits.
    public var description: String {
        let digits = String(short, radix: 16, uppercase: true)
        return String(repeating: "0", count: 4 - digits.count) + digits
    }

    /// The 128-bit spelling that BlueZ uses.
    public var long: String { "0000" + description.lowercased() + Self.base }

    private static let base = "-0000-1000-8000-00805f9b34fb"
}
