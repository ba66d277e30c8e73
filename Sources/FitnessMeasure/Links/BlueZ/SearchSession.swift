/// A search for instruments that may be paired, from an open bus on, as a pure state machine.
struct SearchSession {
    enum Effect: Equatable {
        case send(BusMessage, token: Int?)
        /// All that are in reach now, by name.
        case found([FoundInstrument])
        case end(PairingFailure)
    }

    private static let listToken = 1
    private static let searchToken = 2

    private var tree = BlueZTree(service: nil, address: nil)
    private var told: [FoundInstrument]?

    mutating func handle(_ event: BusEvent) -> [Effect] {
        switch event {
        case .opened: return Self.opening
        case .answered(Self.listToken, .success(let body)):
            tree.addAll(body.first)
            guard let adapter = tree.adapter else { return [.end(.unavailable("no Bluetooth adapter"))] }
            return Self.discovery(adapter.path) + news()
        case .answered(Self.searchToken, .failure(.refused(name: "org.bluez.Error.InProgress", _))): return []
        case .answered(_, .failure(let error)): return [.end(.unavailable(error.reason))]
        case .answered: return []
        case .received(let message):
            hear(message)
            return news()
        case .closed(let error): return [.end(.unavailable(error.reason))]
        }
    }

    private static var opening: [Effect] {
        let rules = [BlueZNames.objectManager, BlueZNames.properties].map { interface -> Effect in
            let rule = "type='signal',sender='\(BlueZNames.service)',interface='\(interface)'"
            return .send(
                .call(BlueZNames.bus, BlueZNames.busPath, BlueZNames.bus, "AddMatch", [.string(rule)]), token: nil)
        }
        return rules + [
            .send(
                .call(BlueZNames.service, "/", BlueZNames.objectManager, "GetManagedObjects"), token: listToken)
        ]
    }

    private static func discovery(_ adapter: String) -> [Effect] {
        let filter: [String: BusValue] = ["Transport": .string("le"), "DuplicateData": .boolean(true)]
        return [
            .send(
                .call(
                    BlueZNames.service, adapter, BlueZNames.adapter, "SetDiscoveryFilter", [.properties(filter)]),
                token: nil),
            .send(.call(BlueZNames.service, adapter, BlueZNames.adapter, "StartDiscovery"), token: searchToken),
        ]
    }

    private mutating func hear(_ message: BusMessage) {
        guard message.kind == .signal else { return }
        switch (message.interface, message.member) {
        case (BlueZNames.objectManager, "InterfacesAdded"):
            guard let path = message.body.first?.text, let added = message.body.last?.dictionary else { return }
            tree.add(path, added)
        case (BlueZNames.objectManager, "InterfacesRemoved"):
            guard let path = message.body.first?.text else { return }
            tree.remove(path, (message.body.last?.elements ?? []).compactMap(\.text))
        case (BlueZNames.properties, "PropertiesChanged"):
            guard message.body.count == 3, let interface = message.body[0].text,
                let changed = message.body[1].dictionary
            else { return }
            tree.change(message.path, interface, changed, gone: (message.body[2].elements ?? []).compactMap(\.text))
        default: break
        }
    }

    private mutating func news() -> [Effect] {
        let found = tree.devices.compactMap(FoundInstrument.init).sorted {
            ($0.name, $0.address) < ($1.name, $1.address)
        }
        guard found != told else { return [] }
        told = found
        return [.found(found)]
    }
}
