import Testing

@testable import FitnessMeasure

/// The order of things while pairing, without a bus.
@Suite struct PairingSessionTests {
    private static let device = "/org/bluez/hci0/dev_C0_FF_EE_00_18_01"
    private var session = PairingSession(address: "C0:FF:EE:00:18:01", capability: .keyboardDisplay)
    private var calls: [(name: String, token: Int?)] = []
    private var questions: [PairingQuestion] = []
    private var answers: [BusMessage] = []
    private var ends: [PairingFailure?] = []
    private var phase = 0

    private mutating func happens(_ input: PairingSession.Input) {
        for effect in session.handle(input) {
            switch effect {
            case .send(let message, let token):
                if case .call = message.kind { calls.append((message.member, token)) } else { answers.append(message) }
            case .wait(_, let phase): self.phase = phase
            case .ask(let question, _): questions.append(question)
            case .end(.success): ends.append(nil)
            case .end(.failure(let failure)): ends.append(failure)
            }
        }
    }

    private mutating func answers(_ call: String, _ result: Result<[BusValue], BusError> = .success([])) {
        happens(.bus(.answered(token: calls.last { $0.name == call }?.token ?? -1, result)))
    }

    private mutating func asks(_ member: String, _ body: [BusValue] = [], device: String = Self.device) {
        let call = BusMessage(
            .call(destination: ":1.5"), path: PairingSession.agentPath, interface: BlueZNames.agent, member: member,
            body: [.objectPath(device)] + body, sender: ":1.2", serial: 9)
        happens(.bus(.received(call)))
    }

    private mutating func searches() {
        happens(.bus(.opened(name: ":1.5")))
        answers("GetManagedObjects", .success([Story.objects(isPowered: true)]))
    }

    private mutating func pairs() {
        searches()
        let properties: [String: BusValue] = ["Address": .string("C0:FF:EE:00:18:01"), "RSSI": .int16(-50)]
        let added = BusValue.dictionary(
            key: "s", value: "a{sv}", [.init(key: .string(BlueZNames.device), value: .properties(properties))])
        happens(
            .bus(
                .received(
                    BusMessage(
                        .signal, path: "/", interface: BlueZNames.objectManager, member: "InterfacesAdded",
                        body: [.objectPath(Self.device), added]))))
        answers("RegisterAgent")
        answers("RequestDefaultAgent")
    }

    @Test mutating func `the agent comes before pairing, trust after it, and the agent goes at the end`() {
        pairs()
        answers("Pair")
        answers("Set")
        #expect(
            calls.map(\.name) == [
                "AddMatch", "AddMatch", "GetManagedObjects", "SetDiscoveryFilter", "StartDiscovery", "StopDiscovery",
                "RegisterAgent", "RequestDefaultAgent", "Pair", "Set", "UnregisterAgent",
            ])
        #expect(ends == [nil])
    }

    @Test mutating func `a device that is paired already is trusted again`() {
        pairs()
        answers("Pair", .failure(.refused(name: "org.bluez.Error.AlreadyExists", message: "")))
        answers("Set")
        #expect(ends == [nil])
    }

    @Test(arguments: [
        ("AuthenticationFailed", PairingFailure.authenticationFailed), ("AuthenticationRejected", .rejected),
        ("AuthenticationCanceled", .cancelled), ("AuthenticationTimeout", .timedOut),
        ("ConnectionAttemptFailed", .connectionFailed), ("Failed", .failed("org.bluez.Error.Failed")),
    ])
    mutating func `the service's refusals are words of ours`(name: String, failure: PairingFailure) {
        pairs()
        answers("Pair", .failure(.refused(name: "org.bluez.Error.\(name)", message: "")))
        #expect(ends == [failure])
        #expect(calls.last?.name == "UnregisterAgent")
    }

    @Test mutating func `who waits too long is told where`() {
        searches()
        happens(.waited(phase: phase))
        #expect(ends == [.notFound])
    }

    @Test mutating func `a person who does not answer ends the pairing`() {
        pairs()
        asks("RequestPasskey")
        happens(.waited(phase: phase))
        #expect(ends == [.timedOut])
    }

    @Test mutating func `without a radio, a service or a bus there is nothing to pair with`() {
        happens(.bus(.opened(name: ":1.5")))
        answers("GetManagedObjects", .success([.dictionary(key: "o", value: "a{sa{sv}}", [])]))
        #expect(ends == [.unavailable("no Bluetooth adapter")])
        var other = PairingSession(address: "", capability: .justWorks)
        #expect(
            other.handle(.bus(.closed(.disconnected("gone")))) == [.end(.failure(.unavailable("bus: gone")))])
    }

    @Test mutating func `another device's question is refused, and nobody is asked`() {
        pairs()
        asks("RequestPasskey", device: "/org/bluez/hci0/dev_66_66_66_66_66_66")
        asks("RequestAuthorization", device: "/org/bluez/hci0/dev_66_66_66_66_66_66")
        #expect(questions.isEmpty)
        #expect(answers.count == 2)
        for answer in answers {
            #expect(answer.kind == .error(name: "org.bluez.Error.Rejected", to: 9, destination: ":1.2"))
        }
    }

    @Test mutating func `a question that BlueZ takes back is not answered`() {
        pairs()
        asks("RequestPasskey")
        asks("Cancel")
        happens(.replied(1, .passkey(1)))
        #expect(answers.count == 1)
    }

    @Test mutating func `our own device may use its services, and an unknown method is refused`() {
        pairs()
        asks("AuthorizeService", [.string("1810")])
        asks("DisplayPinCode", [.string("0815")])
        asks("Dance")
        #expect(questions == [.show(passkey: "0815")])
        #expect(answers.count == 3)
        #expect(
            answers.last?.kind
                == .error(name: "org.freedesktop.DBus.Error.UnknownMethod", to: 9, destination: ":1.2"))
    }

    @Test func `every failure has a word of its own`() {
        let all: [PairingFailure] = [
            .unavailable(""), .notFound, .authenticationFailed, .rejected, .cancelled, .timedOut, .connectionFailed,
            .failed(""),
        ]
        #expect(Set(all.map(\.code)).count == all.count)
    }
}
