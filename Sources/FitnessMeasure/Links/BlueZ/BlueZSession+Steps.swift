/// The way from an open bus to a listening link, in the order that works: match rules before anything else, search,
/// stop the search, connect, wait until the services are resolved, subscribe.
extension BlueZSession {
    mutating func open() {
        enter(.listing, limit: .seconds(30))
        let rules = [
            "type='signal',sender='\(BlueZNames.service)',path_namespace='/org/bluez'",
            "type='signal',sender='\(BlueZNames.service)',interface='\(BlueZNames.objectManager)'",
            "type='signal',sender='\(BlueZNames.bus)',member='NameOwnerChanged',arg0='\(BlueZNames.service)'",
        ]
        for rule in rules {
            send(.call(BlueZNames.bus, BlueZNames.busPath, BlueZNames.bus, "AddMatch", [.string(rule)]), as: .match)
        }
        askForObjects()
    }

    /// Asks for everything anew.
    mutating func list() {
        reportDisconnected()
        tree = BlueZTree(service: wanted.service, address: wanted.address)
        enter(.listing, limit: .seconds(30))
        askForObjects()
    }

    private mutating func askForObjects() {
        send(.call(BlueZNames.service, "/", BlueZNames.objectManager, "GetManagedObjects"), as: .list)
    }

    mutating func search() {
        guard let adapter = tree.adapter else { return rest(because: "no Bluetooth adapter") }
        enter(.searching(adapter: adapter.path), limit: .seconds(60))
        guard adapter.isPowered else {
            let on: [BusValue] = [.string(BlueZNames.adapter), .string("Powered"), .variant(.boolean(true))]
            return send(.call(BlueZNames.service, adapter.path, BlueZNames.properties, "Set", on), as: .power)
        }
        guard tree.deviceInReach(of: adapter.path) == nil else { return connectIfInReach() }
        let filter: [String: BusValue] = [
            "UUIDs": .array(of: "s", [.string(wanted.service.long)]), "Transport": .string("le"),
            "DuplicateData": .boolean(true),
        ]
        send(adapterCall(adapter.path, "SetDiscoveryFilter", [.properties(filter)]), as: .filter)
        send(adapterCall(adapter.path, "StartDiscovery"), as: .search)
    }

    /// Filters of all programs are merged, so each device is checked again, here by the tree.
    mutating func connectIfInReach() {
        guard case .searching(let adapter) = phase, let device = tree.deviceInReach(of: adapter) else { return }
        send(adapterCall(adapter, "StopDiscovery"))
        // Other programs' searches keep the signal strength alive; before the next try the device must be heard anew.
        tree.change(device, BlueZNames.device, [:], gone: ["RSSI"])
        enter(.connecting(device: device), limit: .seconds(40))
        guard !tree.isResolved(device) else { return subscribe(device) }
        send(.call(BlueZNames.service, device, BlueZNames.device, "Connect"), as: .connect)
    }

    mutating func subscribeIfResolved() {
        switch phase {
        case .connecting(let device), .resolving(let device): if tree.isResolved(device) { subscribe(device) }
        default: break
        }
    }

    mutating func subscribe(_ device: String) {
        let missing = wanted.required.filter { tree.characteristics($0, of: device).isEmpty }
        guard missing.isEmpty else { return giveUp(device, because: "no characteristic \(missing)") }
        let required = wanted.required.flatMap { tree.characteristics($0, of: device) }
        let optional = wanted.optional.flatMap { tree.characteristics($0, of: device) }
        enter(.subscribing(device: device, waiting: Set(required + optional)), limit: .seconds(30))
        // A monitor starts sending once its required characteristic is listened to, so that one comes last.
        for path in optional + required {
            let call = Call.subscribe(path: path, isRequired: required.contains(path))
            send(.call(BlueZNames.service, path, BlueZNames.characteristic, "StartNotify"), as: call)
        }
    }

    mutating func giveUp(_ device: String, because reason: String) {
        send(.call(BlueZNames.service, device, BlueZNames.device, "Disconnect"))
        rest(because: reason)
    }

    /// A device that hung up has said what it had to say; one that said nothing is left alone for a moment.
    mutating func hungUp() {
        let saidSomething = peer != nil && heardValue
        reportDisconnected()
        guard saidSomething else { return enter(.resting, limit: backoff.next()) }
        backoff.reset()
        search()
    }

    private func adapterCall(_ adapter: String, _ member: String, _ body: [BusValue] = []) -> BusMessage {
        .call(BlueZNames.service, adapter, BlueZNames.adapter, member, body)
    }
}
