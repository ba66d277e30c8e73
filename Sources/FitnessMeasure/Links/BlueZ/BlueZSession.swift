/// One conversation with BlueZ, from an open bus to its end, as a pure state machine: what happened goes in, what to
/// do comes out. Being pure, it can react to anything at any time, also while a call is unanswered.
struct BlueZSession {
    enum Input: Sendable {
        case bus(BusEvent)
        /// The driver wants something done with the connected device.
        case order(GattOrder)
        /// A wait that was asked for is over.
        case waited(phase: Int)
    }

    enum Effect: Equatable, Sendable {
        case send(BusMessage, token: Int?)
        case wait(Duration, phase: Int)
        case report(GattEvent)
        /// Nothing more can come of this connection.
        case end(reason: String)
    }

    enum Phase: Equatable {
        /// Asking for all objects.
        case listing
        /// No service, no usable adapter, or a failure a moment ago: until news or the end of a wait.
        case resting
        case searching(adapter: String)
        case connecting(device: String)
        case resolving(device: String)
        case subscribing(device: String, waiting: Set<String>)
        case listening(device: String)
    }

    enum Call: Equatable {
        case match, list, power, filter, search, connect
        case subscribe(path: String, isRequired: Bool)
    }

    let wanted: GattDemand
    var tree: BlueZTree
    var phase = Phase.listing
    var effects: [Effect] = []
    /// Short, since a cuff sends its reading only once and soon.
    var backoff = Backoff(longest: .seconds(4))
    /// Counts phases, so that a wait of an earlier phase is known as such.
    private var phaseNumber = 0
    /// The calls of this phase that wait for an answer.
    private var calls: [Int: Call] = [:]
    private var lastToken = 0
    /// Orders that wait until everything is listened to, and those that wait for an answer.
    var waitingOrders: [GattOrder] = []
    var openOrders: [Int: GattOrder] = [:]
    /// The peer that was reported as connected, and whether it has sent anything.
    var peer: GattPeer?
    var heardValue = false

    init(wanted: GattDemand) {
        self.wanted = wanted
        tree = BlueZTree(service: wanted.service, address: wanted.address)
    }

    /// Takes in what happened and gives what to do, in order.
    mutating func handle(_ input: Input) -> [Effect] {
        effects = []
        switch input {
        case .bus(.opened): open()
        case .bus(.answered(let token, let result)):
            if let order = openOrders.removeValue(forKey: token) {
                answered(order, result)
            } else if let call = calls.removeValue(forKey: token) {
                answered(call, result)
            }
        case .bus(.received(let message)): received(message)
        case .bus(.closed(let error)): end(reason: error.reason)
        case .order(let order): carryOut(order)
        case .waited(let phase): if phase == phaseNumber { waited() }
        }
        return effects
    }

    /// Goes on to a phase and expects no more answers to the last one's calls; with a limit, ``waited()`` follows unless another phase comes first.
    mutating func enter(_ next: Phase, limit: Duration? = nil) {
        phase = next
        phaseNumber += 1
        calls = [:]
        if let limit { effects.append(.wait(limit, phase: phaseNumber)) }
    }

    mutating func send(_ message: BusMessage, as call: Call? = nil) {
        guard let call else { return effects.append(.send(message, token: nil)) }
        calls[sendNumbered(message)] = call
    }

    /// Sends a call, and gives the token of its answer.
    mutating func sendNumbered(_ message: BusMessage) -> Int {
        lastToken += 1
        effects.append(.send(message, token: lastToken))
        return lastToken
    }

    mutating func end(reason: String) {
        reportDisconnected()
        effects.append(.end(reason: reason))
    }

    mutating func reportConnected(_ device: String) {
        guard peer == nil, let found = tree.peer(device) else { return }
        (peer, heardValue) = (found, false)
        effects.append(.report(.connected(found)))
    }

    mutating func reportDisconnected() {
        guard let gone = peer else { return }
        (peer, heardValue, waitingOrders, openOrders) = (nil, false, [], [:])
        effects.append(.report(.disconnected(gone)))
    }

    /// Something does not work: say so, wait, and begin again with the list.
    mutating func rest(because reason: String) {
        reportDisconnected()
        effects.append(.report(.unavailable(reason: reason)))
        enter(.resting, limit: backoff.next())
    }
}
