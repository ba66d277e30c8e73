/// Answers and signals.
extension BlueZSession {
    mutating func answered(_ call: Call, _ result: Result<[BusValue], BusError>) {
        switch (call, result) {
        case (.match, .failure(let error)): end(reason: error.reason)
        case (.list, .success(let body)):
            tree.addAll(body.first)
            search()
        case (.list, .failure(let error)): rest(because: "no Bluetooth service: \(error.reason)")
        case (.power, .failure(let error)), (.filter, .failure(let error)): rest(because: error.reason)
        case (.search, .failure(let error)):
            if error.name != "org.bluez.Error.InProgress" { rest(because: error.reason) }
        case (.connect, let result): connected(result)
        case (.subscribe(let path, let isRequired), let result): subscribed(path, isRequired, result)
        case (.match, .success), (.power, .success), (.filter, .success), (.search, .success): break
        }
    }

    private mutating func connected(_ result: Result<[BusValue], BusError>) {
        guard case .connecting(let device) = phase else { return }
        if case .failure(let error) = result, error.name != "org.bluez.Error.AlreadyConnected" {
            return rest(because: error.reason)
        }
        enter(.resolving(device: device), limit: .seconds(30))
        subscribeIfResolved()
    }

    private mutating func subscribed(_ path: String, _ isRequired: Bool, _ result: Result<[BusValue], BusError>) {
        guard case .subscribing(let device, var waiting) = phase else { return }
        // In progress means that this program listens already, since the last connection of a bonded device.
        if case .failure(let error) = result, isRequired, error.name != "org.bluez.Error.InProgress" {
            return giveUp(device, because: error.reason)
        }
        waiting.remove(path)
        phase = .subscribing(device: device, waiting: waiting)
        guard waiting.isEmpty else { return }
        enter(.listening(device: device), limit: heardValue ? wanted.quietAfter : nil)
        reportConnected(device)
        carryOutWaiting()
    }

    mutating func received(_ message: BusMessage) {
        switch (message.interface, message.member) {
        case (BlueZNames.bus, "NameOwnerChanged"): ownerChanged(message.body)
        case (BlueZNames.objectManager, "InterfacesAdded"):
            guard let path = message.body.first?.text, let added = message.body.last?.dictionary else { return }
            tree.add(path, added)
            if phase == .resting, added[BlueZNames.adapter] != nil { return search() }
            connectIfInReach()
        case (BlueZNames.objectManager, "InterfacesRemoved"):
            guard let path = message.body.first?.text, let removed = message.body.last?.elements else { return }
            tree.remove(path, removed.compactMap(\.text))
            checkStillThere()
        case (BlueZNames.properties, "PropertiesChanged"): propertiesChanged(message)
        default: break
        }
    }

    /// The service went (everything it knew went with it) or came.
    private mutating func ownerChanged(_ body: [BusValue]) {
        guard body.count == 3, body[0].text == BlueZNames.service else { return }
        tree = BlueZTree(service: wanted.service, address: wanted.address)
        if body[2].text?.isEmpty == false {
            list()
        } else {
            rest(because: "the Bluetooth service ended")
        }
    }

    private mutating func propertiesChanged(_ message: BusMessage) {
        guard message.body.count == 3, let interface = message.body[0].text,
            let changed = message.body[1].dictionary
        else { return }
        let gone = (message.body[2].elements ?? []).compactMap(\.text)
        tree.change(message.path, interface, changed, gone: gone)
        switch interface {
        case BlueZNames.characteristic: if let bytes = changed["Value"]?.byteArray { heard(bytes, at: message.path) }
        case BlueZNames.device:
            if changed["Connected"]?.bool == false, message.path == device { return hungUp() }
            connectIfInReach()
            subscribeIfResolved()
        case BlueZNames.adapter: if let isPowered = changed["Powered"]?.bool { powered(isPowered, message.path) }
        default: break
        }
    }

    private mutating func heard(_ bytes: [UInt8], at path: String) {
        switch phase {
        case .subscribing(let device, _), .listening(let device):
            guard path.hasPrefix(device + "/"), let uuid = tree.characteristic(at: path),
                wanted.required.contains(uuid) || wanted.optional.contains(uuid)
            else { return }
            reportConnected(device)
            guard let peer else { return }
            heardValue = true
            if case .listening = phase { enter(phase, limit: wanted.quietAfter) }
            effects.append(.report(.value(peer, characteristic: uuid, bytes: bytes)))
        default: break
        }
    }

    private mutating func powered(_ isPowered: Bool, _ path: String) {
        switch phase {
        case .searching(path) where !isPowered: rest(because: "the Bluetooth adapter is off")
        case .searching(path), .resting: if isPowered { search() }
        default: break
        }
    }

    /// The device or the adapter of the current phase may have been removed.
    private mutating func checkStillThere() {
        if let device, tree[device, BlueZNames.device] == nil { return hungUp() }
        if case .searching(let adapter) = phase, tree[adapter, BlueZNames.adapter] == nil {
            rest(because: "the Bluetooth adapter was removed")
        }
    }

    /// The device that the current phase is about.
    private var device: String? {
        switch phase {
        case .connecting(let device), .resolving(let device), .subscribing(let device, _), .listening(let device):
            device
        case .listing, .resting, .searching: nil
        }
    }

    /// A phase took too long, or a rest is over. A search begins anew now and then, since radios fall asleep.
    mutating func waited() {
        switch phase {
        case .resting, .searching: list()
        case .listing: rest(because: "the Bluetooth service does not answer")
        case .connecting(let device), .resolving(let device), .subscribing(let device, _):
            giveUp(device, because: "the device does not answer")
        case .listening: if let peer { effects.append(.report(.quiet(peer))) }
        }
    }
}
