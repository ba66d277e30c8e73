@testable import FitnessMeasure

/// Plays BlueZ to a session: tells it what happens, and keeps what it does.
struct Story {
    private var session = BlueZSession(
        wanted: GattDemand(
            service: GattUUID(0x1810), required: [GattUUID(0x2A35)], optional: [GattUUID(0x2A36)]))
    private(set) var calls: [String] = []
    private(set) var reports: [GattEvent] = []
    private var tokens: [String: Int] = [:]
    private var waiting: Int?

    private static let adapterPath = "/org/bluez/hci0"
    private static let devicePath = "/org/bluez/hci0/dev_C0_FF_EE_00_28_10"

    static let device: [String: BusValue] = [
        "Address": .string("C0:FF:EE:00:28:10"), "RSSI": .int16(-50),
        "UUIDs": .array(of: "s", [.string("00001810-0000-1000-8000-00805f9b34fb")]),
    ]

    static func objects(isPowered: Bool) -> BusValue {
        let adapter = BusValue.properties(["Powered": .boolean(isPowered)])
        let interfaces = BusValue.dictionary(
            key: "s", value: "a{sv}", [.init(key: .string(BlueZNames.adapter), value: adapter)])
        return .dictionary(
            key: "o", value: "a{sa{sv}}", [.init(key: .objectPath(adapterPath), value: interfaces)])
    }

    mutating func happens(_ input: BlueZSession.Input) {
        for effect in session.handle(input) {
            switch effect {
            case .send(let message, let token):
                let name =
                    message.member == "StartNotify"
                    ? "StartNotify /" + (message.path.split(separator: "/").last ?? "")
                    : message.member
                calls.append(name)
                tokens[name] = token
            case .report(let event): reports.append(event)
            case .wait(_, let phase): waiting = phase
            case .end: break
            }
        }
    }

    mutating func answers(_ call: String, _ result: Result<[BusValue], BusError> = .success([])) {
        happens(.bus(.answered(token: tokens[call] ?? -1, result)))
    }

    /// The wait that was asked for last is over.
    mutating func waits() {
        guard let phase = waiting else { return }
        waiting = nil
        happens(.waited(phase: phase))
    }

    mutating func changes(_ path: String, _ interface: String, _ properties: [String: BusValue]) {
        let body: [BusValue] = [.string(interface), .properties(properties), .array(of: "s", [])]
        signals(BlueZNames.properties, "PropertiesChanged", path, body)
    }

    mutating func appears(_ path: String, _ interfaces: [String: [String: BusValue]]) {
        let entries = interfaces.map { BusValue.Entry(key: .string($0.key), value: .properties($0.value)) }
        let added = BusValue.dictionary(key: "s", value: "a{sv}", entries)
        signals(BlueZNames.objectManager, "InterfacesAdded", "/", [.objectPath(path), added])
    }

    mutating func sends(_ bytes: [UInt8], _ characteristic: String) {
        changes(Self.devicePath + "/service0" + characteristic, BlueZNames.characteristic, ["Value": .bytes(bytes)])
    }

    mutating func isFound() {
        happens(.bus(.opened(name: ":1.1")))
        answers("GetManagedObjects", .success([Self.objects(isPowered: true)]))
        answers("SetDiscoveryFilter")
        answers("StartDiscovery")
        appears(Self.devicePath, [BlueZNames.device: Self.device])
    }

    mutating func isResolved() {
        isFound()
        for (index, uuid) in [GattUUID(0x2A35), GattUUID(0x2A36)].enumerated() {
            let path = Self.devicePath + "/service0/char\(index)"
            appears(path, [BlueZNames.characteristic: ["UUID": .string(uuid.long)]])
        }
        answers("Connect")
        changes(
            Self.devicePath, BlueZNames.device, ["Connected": .boolean(true), "ServicesResolved": .boolean(true)])
    }

    mutating func listens() {
        isResolved()
        answers("StartNotify /char1")
        answers("StartNotify /char0")
    }

    private mutating func signals(_ interface: String, _ member: String, _ path: String, _ body: [BusValue]) {
        happens(.bus(.received(BusMessage(.signal, path: path, interface: interface, member: member, body: body))))
    }
}
