/// One pairing, from an open bus to its end, as a pure state machine: what happened goes in, what to do comes out. The
/// order is BlueZ's: an agent is registered and made the default one, then the device is paired, then trusted.
struct PairingSession {
    enum Input: Sendable {
        case bus(BusEvent)
        /// A wait that was asked for is over.
        case waited(phase: Int)
        /// The person's reply to the question with this number.
        case replied(Int, PairingReply)
    }

    enum Effect: Equatable, Sendable {
        case send(BusMessage, token: Int?)
        case wait(Duration, phase: Int)
        case ask(PairingQuestion, number: Int)
        case end(Result<Void, PairingFailure>)

        static func == (a: Effect, b: Effect) -> Bool {
            switch (a, b) {
            case (.send(let a, let token), .send(let b, let other)): a == b && token == other
            case (.wait(let a, let phase), .wait(let b, let other)): a == b && phase == other
            case (.ask(let a, let number), .ask(let b, let other)): a == b && number == other
            case (.end(.success), .end(.success)): true
            case (.end(.failure(let a)), .end(.failure(let b))): a == b
            default: false
            }
        }
    }

    enum Phase: Equatable {
        case listing, searching(adapter: String), registering, pairing, trusting, done
    }

    enum Call: Equatable { case list, search, register, makeDefault, pair, trust }

    static let agentPath = "/org/sarangbang/agent"

    let address: String
    let capability: PairingCapability
    private(set) var phase = Phase.listing
    var tree: BlueZTree
    var device: String?
    var effects: [Effect] = []
    /// The agent's questions that wait for a person.
    var questions: [Int: BusMessage] = [:]
    var lastQuestion = 0
    private var phaseNumber = 0
    private var calls: [Int: Call] = [:]
    private var lastToken = 0

    init(address: String, capability: PairingCapability) {
        (self.address, self.capability) = (address, capability)
        tree = BlueZTree(service: nil, address: address)
    }

    mutating func handle(_ input: Input) -> [Effect] {
        effects = []
        guard phase != .done else { return [] }
        switch input {
        case .bus(.opened): open()
        case .bus(.answered(let token, let result)):
            if let call = calls.removeValue(forKey: token) { answered(call, result) }
        case .bus(.received(let message)): received(message)
        case .bus(.closed(let error)): end(.failure(.unavailable(error.reason)))
        case .waited(let number): if number == phaseNumber { tooLate() }
        case .replied(let number, let reply): replied(number, reply)
        }
        return effects
    }

    mutating func enter(_ next: Phase, limit: Duration) {
        phase = next
        phaseNumber += 1
        effects.append(.wait(limit, phase: phaseNumber))
    }

    mutating func send(_ message: BusMessage, as call: Call? = nil) {
        guard let call else { return effects.append(.send(message, token: nil)) }
        lastToken += 1
        calls[lastToken] = call
        effects.append(.send(message, token: lastToken))
    }

    /// The agent goes whatever the end is: a kiosk pairs only while a person wants it.
    mutating func end(_ result: Result<Void, PairingFailure>) {
        if phase == .registering || phase == .pairing || phase == .trusting {
            send(Self.agentCall("UnregisterAgent"))
        }
        phase = .done
        effects.append(.end(result))
    }

    static func agentCall(_ member: String, _ more: [BusValue] = []) -> BusMessage {
        .call(BlueZNames.service, "/org/bluez", BlueZNames.agentManager, member, [.objectPath(agentPath)] + more)
    }

    private mutating func tooLate() {
        switch phase {
        case .listing: end(.failure(.unavailable("the Bluetooth service does not answer")))
        case .searching: end(.failure(.notFound))
        case .registering, .trusting, .pairing: end(.failure(.timedOut))
        case .done: break
        }
    }
}
