import FitnessMeasure

/// Method calls, answered as the real service answers them.
extension FakeRadio {
    /// Nil if the answer comes later.
    mutating func answer(_ call: BusMessage) -> BusMessage? {
        switch call.interface {
        case BlueZNames.introspectable: return call.reply([.string(introspection(of: call.path))])
        case BlueZNames.objectManager where call.path == "/" && call.member == "GetManagedObjects":
            return call.reply([managedObjects])
        default: break
        }
        guard let object = objects[call.path] else {
            return call.refusal("org.freedesktop.DBus.Error.UnknownObject", "no object \(call.path)")
        }
        if call.interface == BlueZNames.properties { return property(call, object) }
        guard object[call.interface] != nil else {
            return call.refusal("org.freedesktop.DBus.Error.UnknownInterface", "no interface \(call.interface)")
        }
        switch call.interface {
        case BlueZNames.adapter: return adapter(call)
        case BlueZNames.device: return device(call)
        case BlueZNames.agentManager: return agentManager(call)
        case BlueZNames.characteristic: return characteristic(call)
        default: return unknownMethod(call)
        }
    }

    private var managedObjects: BusValue {
        let entries = objects.sorted { $0.key < $1.key }
            .map { BusValue.Entry(key: .objectPath($0.key), value: Self.interfaces($0.value)) }
        return .dictionary(key: "o", value: "a{sa{sv}}", entries)
    }

    private mutating func adapter(_ call: BusMessage) -> BusMessage {
        switch call.member {
        case "SetDiscoveryFilter":
            let texts = call.body.first?.dictionary?["UUIDs"]?.elements ?? []
            filters[call.sender] = Set(texts.compactMap { $0.text.flatMap { GattUUID($0) } })
            return call.reply()
        case "StartDiscovery":
            guard objects[call.path]?[BlueZNames.adapter]?["Powered"]?.bool == true else {
                return call.refusal("org.bluez.Error.NotReady", "Resource Not Ready")
            }
            guard searches[call.sender] == nil else {
                return call.refusal("org.bluez.Error.InProgress", "Operation already in progress")
            }
            startSearch(of: call.sender)
            return call.reply()
        case "StopDiscovery":
            guard searches[call.sender] != nil else {
                return call.refusal("org.bluez.Error.Failed", "No discovery started")
            }
            stopSearch(of: call.sender)
            return call.reply()
        case "RemoveDevice":
            guard let path = call.body.first?.text, objects[path]?[BlueZNames.device] != nil else {
                return call.refusal("org.bluez.Error.DoesNotExist", "Does Not Exist")
            }
            disconnect(path)
            remove(path)
            return call.reply()
        default: return unknownMethod(call)
        }
    }

    private mutating func device(_ call: BusMessage) -> BusMessage? {
        switch call.member {
        case "Connect":
            return connect(call.path) ? call.reply() : call.refusal("org.bluez.Error.Failed", "Host is down")
        case "Disconnect":
            guard isConnected(call.path) else { return call.refusal("org.bluez.Error.NotConnected", "Not Connected") }
            disconnect(call.path)
            return call.reply()
        case "Pair":
            return pair(call)
        default: return unknownMethod(call)
        }
    }

    private mutating func characteristic(_ call: BusMessage) -> BusMessage {
        let properties = objects[call.path]?[BlueZNames.characteristic] ?? [:]
        let flags = Set((properties["Flags"]?.elements ?? []).compactMap(\.text))
        let notPermitted = call.refusal("org.bluez.Error.NotPermitted", "\(call.member) not permitted")
        guard isOpen(Self.device(of: call.path)) else {
            return call.refusal("org.bluez.Error.Failed", "Operation failed with ATT error: 0x05")
        }
        switch call.member {
        case "StartNotify":
            guard !flags.isDisjoint(with: ["notify", "indicate"]) else {
                return call.refusal("org.bluez.Error.NotSupported", "Operation is not supported")
            }
            startListening(call.sender, to: call.path)
            return call.reply()
        case "StopNotify":
            stopListening(call.sender, to: call.path)
            return call.reply()
        case "ReadValue":
            return flags.contains("read") ? call.reply([.bytes(read(call.path))]) : notPermitted
        case "WriteValue":
            guard flags.contains("write") else { return notPermitted }
            guard let bytes = call.body.first?.byteArray else {
                return call.refusal("org.bluez.Error.InvalidArguments", "Invalid arguments in method call")
            }
            if let refusal = write(bytes, to: call.path) { return call.refusal(refusal, "") }
            return call.reply()
        default: return unknownMethod(call)
        }
    }

    private mutating func property(_ call: BusMessage, _ object: [String: [String: BusValue]]) -> BusMessage {
        guard let interface = call.body.first?.text, let properties = object[interface] else {
            return call.refusal("org.freedesktop.DBus.Error.UnknownInterface", "no such interface")
        }
        if call.member == "GetAll" { return call.reply([.properties(properties)]) }
        guard call.body.count > 1, let name = call.body[1].text, let value = properties[name] else {
            return call.refusal("org.freedesktop.DBus.Error.UnknownProperty", "no such property")
        }
        switch call.member {
        case "Get": return call.reply([.variant(value)])
        case "Set":
            guard Self.writable[interface]?.contains(name) == true else {
                return call.refusal("org.freedesktop.DBus.Error.PropertyReadOnly", "\(name) is read only")
            }
            guard call.body.count == 3, case .variant(let new) = call.body[2], new.typeSignature == value.typeSignature
            else { return call.refusal("org.freedesktop.DBus.Error.InvalidArgs", "wrong type") }
            set(call.path, interface, [name: new])
            return call.reply()
        default: return unknownMethod(call)
        }
    }

    private static let writable: [String: Set<String>] = [
        BlueZNames.adapter: ["Powered", "Discoverable", "Pairable", "Alias"],
        BlueZNames.device: ["Trusted", "Blocked", "Alias"],
    ]

    func unknownMethod(_ call: BusMessage) -> BusMessage {
        call.refusal("org.freedesktop.DBus.Error.UnknownMethod", "no method \(call.interface).\(call.member)")
    }
}
