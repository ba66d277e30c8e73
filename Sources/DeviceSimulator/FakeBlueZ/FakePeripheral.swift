import FitnessMeasure

/// A simulated Bluetooth device as BlueZ would show it.
public struct FakePeripheral: Equatable, Sendable {
    public struct Service: Equatable, Sendable {
        public var uuid: GattUUID
        public var characteristics: [Characteristic]
        public init(_ uuid: GattUUID, _ characteristics: [Characteristic]) {
            (self.uuid, self.characteristics) = (uuid, characteristics)
        }
    }

    public struct Characteristic: Equatable, Sendable {
        public var uuid: GattUUID
        /// As BlueZ names them: `read`, `write`, `notify`, `indicate`.
        public var flags: Set<String>
        public var value: [UInt8]
        public init(_ uuid: GattUUID, flags: Set<String>, value: [UInt8] = []) {
            (self.uuid, self.flags, self.value) = (uuid, flags, value)
        }
    }

    /// Such as `C0:FF:EE:00:28:10`.
    public var address: String
    public var name: String
    public var services: [Service]

    public init(address: String, name: String, services: [Service]) {
        (self.address, self.name, self.services) = (address, name, services)
    }
}

extension FakePeripheral {
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
