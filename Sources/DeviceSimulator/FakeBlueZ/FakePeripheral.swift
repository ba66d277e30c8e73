import FitnessMeasure

/// A simulated Bluetooth device as BlueZ would show it.
public struct FakePeripheral: Sendable {
    /// A service and what is in it.
    public struct Service: Sendable {
        /// Its number.
        public var uuid: GattUUID
        /// In the order of their handles.
        public var characteristics: [Characteristic]
        /// A service with its characteristics.
        public init(_ uuid: GattUUID, _ characteristics: [Characteristic]) {
            (self.uuid, self.characteristics) = (uuid, characteristics)
        }
    }

    /// A value that can be read, written or listened to.
    public struct Characteristic: Sendable {
        /// Its number.
        public var uuid: GattUUID
        /// As BlueZ names them: `read`, `write`, `notify`, `indicate`.
        public var flags: Set<String>
        /// What reading gives.
        public var value: [UInt8]
        /// Gives what reading gives at this moment, instead of `value`.
        var onRead: (@Sendable () -> [UInt8])?
        /// What the device does with what is written, instead of keeping it.
        var onWrite: (@Sendable ([UInt8]) -> FakeReaction)?
        /// A characteristic with a first value.
        public init(_ uuid: GattUUID, flags: Set<String>, value: [UInt8] = []) {
            (self.uuid, self.flags, self.value) = (uuid, flags, value)
        }
    }

    /// Such as `C0:FF:EE:00:28:10`.
    public var address: String
    /// As it calls itself in the air.
    public var name: String
    /// What it offers; their numbers are in its advertisements.
    public var services: [Service]

    /// How it lets itself be paired; without, anybody may use it.
    var security: FakeSecurity?
    /// How long it takes to tell what it offers, once connected.
    var resolvesAfter: Duration?

    /// A device that is off; ``FakeBlueZ`` puts it in reach.
    public init(address: String, name: String, services: [Service]) {
        (self.address, self.name, self.services) = (address, name, services)
    }
}

/// What a simulated device does when something is written to it.
struct FakeReaction: Sendable {
    /// The name of the error that the writer gets.
    var refusal: String?
    /// What it sends afterwards, in order.
    var values: [(characteristic: GattUUID, bytes: [UInt8])] = []
    /// It switches off after that.
    var hangsUp = false
}

/// How a simulated device lets itself be paired. A value of it is given to a paired program only.
enum FakeSecurity: Equatable, Sendable {
    /// Without a number.
    case justWorks
    /// It shows a number that the program must enter.
    case shows(passkey: UInt32)
    /// Both show a number, and somebody compares them.
    case compares(passkey: UInt32)
    /// The program shows a number that is entered on the device, as people do without looking twice.
    case asksFor(passkey: UInt32)
    /// It asks for a text.
    case pin(String)
    /// It is in no mood to pair.
    case refuses
}

extension FakePeripheral {
    func characteristic(_ uuid: GattUUID) -> Characteristic? {
        services.lazy.flatMap(\.characteristics).first { $0.uuid == uuid }
    }

    var path: String {
        FakeRadio.adapterPath + "/dev_" + address.uppercased().split(separator: ":").joined(separator: "_")
    }

    /// The paths of services and characteristics with their properties, parents first.
    var gattObjects: [(path: String, interface: String, properties: [String: BusValue])] {
        var handle = 0
        return services.flatMap { service in
            handle += 16
            let servicePath = path + "/service" + Self.hex(handle)
            let owner: [String: BusValue] = [
                "UUID": .string(service.uuid.long), "Primary": .boolean(true), "Device": .objectPath(path),
            ]
            let characteristics = service.characteristics.enumerated().map { index, characteristic in
                let flags = characteristic.flags.sorted().map { BusValue.string($0) }
                let properties: [String: BusValue] = [
                    "UUID": .string(characteristic.uuid.long), "Service": .objectPath(servicePath),
                    "Value": .bytes(characteristic.value), "Notifying": .boolean(false),
                    "Flags": .array(of: "s", flags),
                ]
                return (servicePath + "/char" + Self.hex(handle + 1 + index), BlueZNames.characteristic, properties)
            }
            return [(servicePath, BlueZNames.gattService, owner)] + characteristics
        }
    }

    private static func hex(_ number: Int) -> String {
        let digits = String(number, radix: 16)
        return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
}
