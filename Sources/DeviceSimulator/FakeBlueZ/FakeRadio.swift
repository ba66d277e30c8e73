import FitnessMeasure

/// The objects of a simulated `org.bluez` and what calls do to them, without any bus: a call or an event goes in,
/// answers and signals come out.
struct FakeRadio {
    static let adapterPath = "/org/bluez/hci0"

    private(set) var objects: [String: [String: [String: BusValue]]] = [:]
    /// Which programs search, and for which services; empty for all.
    private(set) var searches: [String: Set<GattUUID>] = [:]
    /// Which programs listen to which characteristic.
    private(set) var listeners: [String: Set<String>] = [:]
    /// Devices that are switched on and near, by path.
    private(set) var inReach: [String: FakePeripheral] = [:]
    /// How often programs read in this connection, by characteristic path.
    private(set) var reads: [String: Int] = [:]
    var agents: [String: FakeAgent] = [:]
    var defaultAgent: String?
    var pairing: FakePairing?
    /// Calls to programs, which are answered later.
    var calls: [(token: Int, message: BusMessage)] = []
    /// What comes after the answer to the call that is being handled.
    var late: [FakeLate] = []
    var filters: [String: Set<GattUUID>] = [:]
    /// Signals of the call or event that is being handled.
    private var signals: [BusMessage] = []

    init() {
        objects["/org/bluez"] = [BlueZNames.agentManager: [:]]
        objects[Self.adapterPath] = [
            BlueZNames.adapter: [
                "Address": .string("C0:FF:EE:00:00:00"), "Name": .string("sarangbang"),
                "Alias": .string("sarangbang"), "Powered": .boolean(true), "Discoverable": .boolean(false),
                "Pairable": .boolean(true), "Discovering": .boolean(false), "UUIDs": .array(of: "s", []),
            ],
            BlueZNames.simulator: [:],
        ]
    }

    /// Hands over the signals collected since the last time.
    mutating func takeSignals() -> [BusMessage] {
        defer { signals = [] }
        return signals
    }

    // MARK: Events in the air

    mutating func comesIntoReach(_ peripheral: FakePeripheral) {
        inReach[peripheral.path] = peripheral
        if isWanted(peripheral) { hear(peripheral) }
    }

    mutating func leavesReach(_ path: String) {
        disconnect(path)
        inReach[path] = nil
    }

    /// Sends a value, if a program listens.
    mutating func sends(_ bytes: [UInt8], from characteristic: String) -> Bool {
        guard listeners[characteristic]?.isEmpty == false else { return false }
        // The real service tells a value even if it is the same as before.
        set(characteristic, BlueZNames.characteristic, ["Value": .bytes(bytes)])
        return true
    }

    func characteristic(_ uuid: GattUUID, of device: String) -> String? {
        objects.keys.sorted().first {
            $0.hasPrefix(device + "/") && objects[$0]?[BlueZNames.characteristic]?["UUID"]?.text == uuid.long
        }
    }

    func isConnected(_ device: String) -> Bool { objects[device]?[BlueZNames.device]?["Connected"]?.bool == true }

    // MARK: Programs

    mutating func startSearch(of program: String) {
        searches[program] = filters[program] ?? []
        set(Self.adapterPath, BlueZNames.adapter, ["Discovering": .boolean(true)])
        for peripheral in inReach.values where isWanted(peripheral) { hear(peripheral) }
    }

    /// With the last search, the signal strengths go, as in the real service.
    mutating func stopSearch(of program: String) {
        guard searches.removeValue(forKey: program) != nil, searches.isEmpty else { return }
        set(Self.adapterPath, BlueZNames.adapter, ["Discovering": .boolean(false)])
        for path in objects.keys.sorted() where objects[path]?[BlueZNames.device]?["RSSI"] != nil {
            objects[path]?[BlueZNames.device]?["RSSI"] = nil
            signals.append(Self.changed(path, BlueZNames.device, [:], gone: ["RSSI"]))
        }
    }

    /// A program left the bus: nothing is done for it any more.
    mutating func forget(_ program: String) {
        stopSearch(of: program)
        filters[program] = nil
        forgetAgent(of: program)
        for path in listeners.keys { stopListening(program, to: path) }
    }

    mutating func connect(_ device: String) -> Bool {
        guard let peripheral = inReach[device] else { return false }
        guard !isConnected(device) else { return true }
        set(device, BlueZNames.device, ["Connected": .boolean(true)])
        if let delay = peripheral.resolvesAfter {
            late.append(.resolve(device, after: delay))
        } else {
            resolve(device)
        }
        return true
    }

    /// What a connected device offers becomes known.
    mutating func resolve(_ device: String) {
        guard let peripheral = inReach[device], isConnected(device) else { return }
        for object in peripheral.gattObjects { add(object.path, [object.interface: object.properties]) }
        set(device, BlueZNames.device, ["ServicesResolved": .boolean(true)])
    }

    mutating func disconnect(_ device: String) {
        guard isConnected(device) else { return }
        listeners = listeners.filter { !$0.key.hasPrefix(device + "/") }
        reads = reads.filter { !$0.key.hasPrefix(device + "/") }
        set(device, BlueZNames.device, ["ServicesResolved": .boolean(false)])
        for path in objects.keys.sorted(by: >) where path.hasPrefix(device + "/") { remove(path) }
        set(device, BlueZNames.device, ["Connected": .boolean(false)])
    }

    mutating func remove(_ path: String) {
        let interfaces = objects[path]?.keys.sorted().map { BusValue.string($0) } ?? []
        objects[path] = nil
        signals.append(
            BusMessage(
                .signal, path: "/", interface: BlueZNames.objectManager, member: "InterfacesRemoved",
                body: [.objectPath(path), .array(of: "s", interfaces)]))
    }

    mutating func startListening(_ program: String, to path: String) {
        listeners[path, default: []].insert(program)
        set(path, BlueZNames.characteristic, ["Notifying": .boolean(true)])
    }

    mutating func stopListening(_ program: String, to path: String) {
        guard listeners[path]?.remove(program) != nil, listeners[path]?.isEmpty == true else { return }
        set(path, BlueZNames.characteristic, ["Notifying": .boolean(false)])
    }

    /// The bytes that a program reads now.
    mutating func read(_ path: String) -> [UInt8] {
        reads[path, default: 0] += 1
        let kept = objects[path]?[BlueZNames.characteristic]?["Value"]?.byteArray ?? []
        return described(path)?.onRead?() ?? kept
    }

    /// The name of the error if the device refuses.
    mutating func write(_ bytes: [UInt8], to path: String) -> String? {
        guard let react = described(path)?.onWrite else {
            set(path, BlueZNames.characteristic, ["Value": .bytes(bytes)])
            return nil
        }
        let reaction = react(bytes)
        let device = Self.device(of: path)
        late += reaction.values.map { .value($0.characteristic, $0.bytes, from: device) }
        if reaction.hangsUp { late.append(.hangUp(device)) }
        return reaction.refusal
    }

    /// What the device in reach says of the characteristic at a path.
    private func described(_ path: String) -> FakePeripheral.Characteristic? {
        guard let text = objects[path]?[BlueZNames.characteristic]?["UUID"]?.text, let uuid = GattUUID(text) else {
            return nil
        }
        return inReach[Self.device(of: path)]?.characteristic(uuid)
    }

    /// The path of the device to which an object belongs.
    static func device(of path: String) -> String { path.split(separator: "/").prefix(4).map { "/" + $0 }.joined() }

    /// Changes properties of an object and tells everybody.
    mutating func set(_ path: String, _ interface: String, _ properties: [String: BusValue]) {
        guard objects[path]?[interface] != nil else { return }
        objects[path]?[interface]?.merge(properties) { $1 }
        signals.append(Self.changed(path, interface, properties, gone: []))
    }

    // MARK: Inside

    private func isWanted(_ peripheral: FakePeripheral) -> Bool {
        searches.values.contains { filter in
            filter.isEmpty || peripheral.services.contains { filter.contains($0.uuid) }
        }
    }

    /// An advertisement was heard: a new object, or the signal strength of one that is known.
    private mutating func hear(_ peripheral: FakePeripheral) {
        guard objects[peripheral.path] == nil else {
            return set(peripheral.path, BlueZNames.device, ["RSSI": .int16(-52)])
        }
        let services = peripheral.services.map { BusValue.string($0.uuid.long) }
        let properties: [String: BusValue] = [
            "Address": .string(peripheral.address), "AddressType": .string("public"),
            "Name": .string(peripheral.name), "Alias": .string(peripheral.name), "RSSI": .int16(-52),
            "Paired": .boolean(false), "Trusted": .boolean(false), "Blocked": .boolean(false),
            "Connected": .boolean(false), "ServicesResolved": .boolean(false),
            "UUIDs": .array(of: "s", services), "Adapter": .objectPath(Self.adapterPath),
        ]
        add(peripheral.path, [BlueZNames.device: properties])
    }

    private mutating func add(_ path: String, _ interfaces: [String: [String: BusValue]]) {
        objects[path] = interfaces
        signals.append(
            BusMessage(
                .signal, path: "/", interface: BlueZNames.objectManager, member: "InterfacesAdded",
                body: [.objectPath(path), Self.interfaces(interfaces)]))
    }

    static func interfaces(_ interfaces: [String: [String: BusValue]]) -> BusValue {
        let entries = interfaces.sorted { $0.key < $1.key }
            .map { BusValue.Entry(key: .string($0.key), value: .properties($0.value)) }
        return .dictionary(key: "s", value: "a{sv}", entries)
    }

    private static func changed(
        _ path: String, _ interface: String, _ properties: [String: BusValue], gone: [String]
    ) -> BusMessage {
        BusMessage(
            .signal, path: path, interface: BlueZNames.properties, member: "PropertiesChanged",
            body: [.string(interface), .properties(properties), .array(of: "s", gone.map { .string($0) })])
    }
}

/// What a simulated service does after it has answered a call.
enum FakeLate: Equatable, Sendable {
    case value(GattUUID, [UInt8], from: String)
    case resolve(String, after: Duration)
    case hangUp(String)
}
