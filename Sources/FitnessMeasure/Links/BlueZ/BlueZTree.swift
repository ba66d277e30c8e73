/// What we know of BlueZ's objects: adapters, devices, and the characteristics of devices that offer the wanted
/// service. Of a device we keep what we use, and of strangers' devices, which fill the air, a limited number.
struct BlueZTree {
    private var objects: [String: [String: [String: BusValue]]] = [:]
    /// Only devices that offer this count, if given.
    private let service: GattUUID?
    /// Only this device counts, if given.
    private let address: String?

    static let mostObjects = 512
    static let mostStrangers = 256
    private static let usedOfDevices: Set = [
        "Address", "UUIDs", "RSSI", "Connected", "ServicesResolved", "Alias", "Name", "Paired",
    ]

    init(service: GattUUID?, address: String?) {
        (self.service, self.address) = (service, address)
    }

    subscript(path: String, interface: String) -> [String: BusValue]? { objects[path]?[interface] }

    /// Takes in the answer to `GetManagedObjects`; parents first, since a characteristic counts only with its device.
    mutating func addAll(_ objects: BusValue?) {
        for (path, interfaces) in (objects?.dictionary ?? [:]).sorted(by: { $0.key < $1.key }) {
            add(path, interfaces.dictionary ?? [:])
        }
    }

    /// Adds interfaces to an object, if the object concerns us.
    mutating func add(_ path: String, _ interfaces: [String: BusValue]) {
        var object = objects[path] ?? [:]
        for (name, properties) in interfaces { object[name] = used(properties.dictionary ?? [:], of: name) }
        guard objects[path] != nil || hasRoom(for: object), concernsUs(path, object) else { return }
        objects[path] = object
    }

    /// Removes interfaces; an object without any is gone, and with a device everything below it.
    mutating func remove(_ path: String, _ interfaces: [String]) {
        for name in interfaces { objects[path]?[name] = nil }
        if objects[path]?.isEmpty == true { objects[path] = nil }
        guard interfaces.contains(BlueZNames.device) else { return }
        objects = objects.filter { !$0.key.hasPrefix(path + "/") }
    }

    mutating func change(_ path: String, _ interface: String, _ changed: [String: BusValue], gone: [String]) {
        guard var properties = objects[path]?[interface] else { return }
        properties.merge(used(changed, of: interface)) { $1 }
        for name in gone { properties[name] = nil }
        objects[path]?[interface] = properties
    }

    /// An adapter that is powered, else any adapter.
    var adapter: (path: String, isPowered: Bool)? {
        let adapters = objects.filter { $0.value[BlueZNames.adapter] != nil }.keys.sorted()
        let powered = adapters.first { self[$0, BlueZNames.adapter]?["Powered"]?.bool == true }
        return (powered ?? adapters.first).map { ($0, powered != nil) }
    }

    /// A wanted device that is in the air now: connected, or heard since the search began (BlueZ removes RSSI when a
    /// search ends).
    func deviceInReach(of adapter: String) -> String? {
        objects.keys.sorted().first { path in
            guard path.hasPrefix(adapter + "/"), let device = self[path, BlueZNames.device], isWanted(device) else {
                return false
            }
            return device["Connected"]?.bool == true || device["RSSI"] != nil
        }
    }

    /// The properties of every device that is kept.
    var devices: [[String: BusValue]] { objects.values.compactMap { $0[BlueZNames.device] } }

    /// Whether a device's services are known, so that its characteristics can be used.
    func isResolved(_ device: String) -> Bool { self[device, BlueZNames.device]?["ServicesResolved"]?.bool == true }

    func peer(_ device: String) -> GattPeer? {
        guard let address = self[device, BlueZNames.device]?["Address"]?.text else { return nil }
        let adapter = device.split(separator: "/").dropLast().map { "/" + $0 }.joined()
        return GattPeer(address: address, isSimulated: objects[adapter]?[BlueZNames.simulator] != nil)
    }

    /// The paths of a device's characteristics of one kind.
    func characteristics(_ uuid: GattUUID, of device: String) -> [String] {
        objects.keys.filter { $0.hasPrefix(device + "/") && characteristic(at: $0) == uuid }.sorted()
    }

    func characteristic(at path: String) -> GattUUID? {
        self[path, BlueZNames.characteristic]?["UUID"]?.text.flatMap { GattUUID($0) }
    }

    private func isWanted(_ device: [String: BusValue]) -> Bool {
        if let address, device["Address"]?.text?.lowercased() != address.lowercased() { return false }
        guard let service else { return address != nil }
        let offered = device["UUIDs"]?.elements ?? []
        return offered.contains { $0.text.flatMap { GattUUID($0) } == service }
    }

    /// A characteristic's value passes through and is not kept.
    private func used(_ properties: [String: BusValue], of interface: String) -> [String: BusValue] {
        switch interface {
        case BlueZNames.device: properties.filter { Self.usedOfDevices.contains($0.key) }
        case BlueZNames.adapter: properties.filter { $0.key == "Powered" }
        case BlueZNames.characteristic: properties.filter { $0.key == "UUID" }
        default: [:]
        }
    }

    private func hasRoom(for object: [String: [String: BusValue]]) -> Bool {
        guard objects.count < Self.mostObjects, let device = object[BlueZNames.device], !isWanted(device) else {
            return objects.count < Self.mostObjects
        }
        return objects.count { !isWanted($0.value[BlueZNames.device] ?? [:]) } < Self.mostStrangers
    }

    private func concernsUs(_ path: String, _ object: [String: [String: BusValue]]) -> Bool {
        if object[BlueZNames.adapter] != nil || object[BlueZNames.device] != nil { return true }
        guard object[BlueZNames.characteristic] != nil else { return false }
        let device = path.split(separator: "/").prefix(4).map { "/" + $0 }.joined()
        return self[device, BlueZNames.device].map(isWanted) ?? false
    }
}
