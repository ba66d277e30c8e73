import FitnessMeasure

/// A program that can ask and show, for pairing.
struct FakeAgent: Equatable {
    var path: String
    var capability: String
}

/// A `Pair` call that waits for an agent.
struct FakePairing {
    var call: BusMessage
    var token: Int
    var security: FakeSecurity
}

/// Agents and pairing, as the real service has them: without an agent nothing is paired.
extension FakeRadio {
    mutating func takeCalls() -> [(token: Int, message: BusMessage)] {
        defer { calls = [] }
        return calls
    }

    mutating func takeLate() -> [FakeLate] {
        defer { late = [] }
        return late
    }

    /// Whether the device lets its values be used.
    func isOpen(_ device: String) -> Bool {
        inReach[device]?.security == nil || objects[device]?[BlueZNames.device]?["Paired"]?.bool == true
    }

    mutating func agentManager(_ call: BusMessage) -> BusMessage {
        guard let path = call.body.first?.text else {
            return call.refusal("org.bluez.Error.InvalidArguments", "Invalid arguments in method call")
        }
        switch call.member {
        case "RegisterAgent":
            guard agents[call.sender] == nil else { return call.refusal("org.bluez.Error.AlreadyExists", "") }
            agents[call.sender] = FakeAgent(path: path, capability: call.body.last?.text ?? "")
        case "RequestDefaultAgent":
            guard agents[call.sender]?.path == path else { return call.refusal("org.bluez.Error.DoesNotExist", "") }
            defaultAgent = call.sender
        case "UnregisterAgent":
            guard agents[call.sender]?.path == path else { return call.refusal("org.bluez.Error.DoesNotExist", "") }
            forgetAgent(of: call.sender)
        default: return unknownMethod(call)
        }
        return call.reply()
    }

    mutating func forgetAgent(of program: String) {
        agents[program] = nil
        if defaultAgent == program { defaultAgent = nil }
    }

    mutating func pair(_ call: BusMessage) -> BusMessage? {
        guard connect(call.path) else {
            return call.refusal("org.bluez.Error.ConnectionAttemptFailed", "Page Timeout")
        }
        guard objects[call.path]?[BlueZNames.device]?["Paired"]?.bool != true else {
            return call.refusal("org.bluez.Error.AlreadyExists", "Already Exists")
        }
        guard let security = inReach[call.path]?.security else { return paired(call) }
        guard let program = defaultAgent, let agent = agents[program], security != .refuses, pairing == nil else {
            return call.refusal("org.bluez.Error.AuthenticationFailed", "Authentication Failed")
        }
        guard security != .justWorks else { return paired(call) }
        let token = 1000 + (calls.last?.token ?? 0) + Int(call.serial)
        let (member, body) = security.question(BusValue.objectPath(call.path))
        calls.append((token, .call(program, agent.path, BlueZNames.agent, member, body)))
        pairing = FakePairing(call: call, token: token, security: security)
        return nil
    }

    /// The answer to the `Pair` call, once the agent has answered.
    mutating func agentAnswered(_ token: Int, _ result: Result<[BusValue], BusError>) -> BusMessage? {
        guard let waiting = pairing, waiting.token == token else { return nil }
        pairing = nil
        switch result {
        case .success(let body) where waiting.security.accepts(body.first): return paired(waiting.call)
        case .success: return waiting.call.refusal("org.bluez.Error.AuthenticationFailed", "Authentication Failed")
        case .failure(let error) where error.name == "org.bluez.Error.Canceled":
            return waiting.call.refusal("org.bluez.Error.AuthenticationCanceled", "Authentication Canceled")
        case .failure:
            return waiting.call.refusal("org.bluez.Error.AuthenticationRejected", "Authentication Rejected")
        }
    }

    private mutating func paired(_ call: BusMessage) -> BusMessage {
        set(call.path, BlueZNames.device, ["Paired": .boolean(true)])
        return call.reply()
    }
}

extension FakeSecurity {
    /// What the service asks the agent.
    fileprivate func question(_ device: BusValue) -> (member: String, body: [BusValue]) {
        switch self {
        case .shows: ("RequestPasskey", [device])
        case .compares(let passkey): ("RequestConfirmation", [device, .uint32(passkey)])
        case .asksFor(let passkey): ("DisplayPasskey", [device, .uint32(passkey), .uint16(0)])
        case .pin: ("RequestPinCode", [device])
        case .justWorks, .refuses: ("RequestAuthorization", [device])
        }
    }

    /// Whether the agent's answer is the right one.
    fileprivate func accepts(_ answer: BusValue?) -> Bool {
        switch self {
        case .shows(let passkey): answer == .uint32(passkey)
        case .pin(let pin): answer == .string(pin)
        case .compares, .asksFor, .justWorks: true
        case .refuses: false
        }
    }
}
