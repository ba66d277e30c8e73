/// The way from an open bus to a trusted device.
extension PairingSession {
    mutating func open() {
        enter(.listing, limit: .seconds(30))
        for interface in [BlueZNames.objectManager, BlueZNames.properties] {
            let rule = "type='signal',sender='\(BlueZNames.service)',interface='\(interface)'"
            send(.call(BlueZNames.bus, BlueZNames.busPath, BlueZNames.bus, "AddMatch", [.string(rule)]))
        }
        send(.call(BlueZNames.service, "/", BlueZNames.objectManager, "GetManagedObjects"), as: .list)
    }

    mutating func answered(_ call: Call, _ result: Result<[BusValue], BusError>) {
        switch (call, result) {
        case (.list, .success(let body)):
            tree.addAll(body.first)
            search()
        case (.search, .success), (.search, .failure(.refused(name: "org.bluez.Error.InProgress", _))): break
        case (.register, .success): send(Self.agentCall("RequestDefaultAgent"), as: .makeDefault)
        case (.makeDefault, .success): pair()
        case (.pair, .success), (.pair, .failure(.refused(name: "org.bluez.Error.AlreadyExists", _))): trust()
        case (.trust, .success): end(.success(()))
        case (.list, .failure(let error)), (.search, .failure(let error)), (.register, .failure(let error)),
            (.makeDefault, .failure(let error)):
            end(.failure(.unavailable(error.reason)))
        case (.pair, .failure(let error)), (.trust, .failure(let error)): end(.failure(PairingFailure(error)))
        }
    }

    private mutating func search() {
        guard let adapter = tree.adapter else { return end(.failure(.unavailable("no Bluetooth adapter"))) }
        enter(.searching(adapter: adapter.path), limit: .seconds(30))
        guard !registerIfFound() else { return }
        let filter: [String: BusValue] = ["Transport": .string("le"), "DuplicateData": .boolean(true)]
        send(
            .call(
                BlueZNames.service, adapter.path, BlueZNames.adapter, "SetDiscoveryFilter", [.properties(filter)]))
        send(.call(BlueZNames.service, adapter.path, BlueZNames.adapter, "StartDiscovery"), as: .search)
    }

    /// Once the device is in the air, nobody searches any longer.
    @discardableResult
    mutating func registerIfFound() -> Bool {
        guard case .searching(let adapter) = phase, let found = tree.deviceInReach(of: adapter) else { return false }
        send(.call(BlueZNames.service, adapter, BlueZNames.adapter, "StopDiscovery"))
        device = found
        enter(.registering, limit: .seconds(10))
        send(Self.agentCall("RegisterAgent", [.string(capability.rawValue)]), as: .register)
        return true
    }

    /// A person needs time to find the number and to type it.
    private mutating func pair() {
        guard let device else { return }
        enter(.pairing, limit: .seconds(90))
        send(.call(BlueZNames.service, device, BlueZNames.device, "Pair"), as: .pair)
    }

    private mutating func trust() {
        guard let device else { return }
        enter(.trusting, limit: .seconds(10))
        let trusted: [BusValue] = [.string(BlueZNames.device), .string("Trusted"), .variant(.boolean(true))]
        send(.call(BlueZNames.service, device, BlueZNames.properties, "Set", trusted), as: .trust)
    }
}
