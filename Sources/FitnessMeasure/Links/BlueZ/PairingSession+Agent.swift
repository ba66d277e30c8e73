/// What BlueZ asks of us while it pairs (org.bluez.Agent1), and news of devices.
extension PairingSession {
    private static let rejected = "org.bluez.Error.Rejected"
    private static let canceled = "org.bluez.Error.Canceled"

    mutating func received(_ message: BusMessage) {
        switch (message.kind, message.interface, message.member) {
        case (.call, BlueZNames.agent, _) where message.path == Self.agentPath: asked(message)
        case (.call, _, _): send(message.refusal("org.freedesktop.DBus.Error.UnknownMethod", "no such method"))
        case (.signal, BlueZNames.objectManager, "InterfacesAdded"):
            guard let path = message.body.first?.text, let added = message.body.last?.dictionary else { return }
            tree.add(path, added)
            registerIfFound()
        case (.signal, BlueZNames.properties, "PropertiesChanged"):
            guard message.body.count == 3, let interface = message.body[0].text,
                let changed = message.body[1].dictionary
            else { return }
            tree.change(message.path, interface, changed, gone: (message.body[2].elements ?? []).compactMap(\.text))
            registerIfFound()
        default: break
        }
    }

    /// Only for the device that a person is pairing now.
    private mutating func asked(_ call: BusMessage) {
        switch call.member {
        case "Release": return send(call.reply())
        case "Cancel":
            questions = [:]
            return send(call.reply())
        default: break
        }
        guard phase == .pairing, let device, call.body.first?.text == device else {
            return send(call.refusal(Self.rejected, "nobody is pairing this device"))
        }
        switch call.member {
        case "RequestPinCode": ask(.enterPIN, call)
        case "RequestPasskey": ask(.enterPasskey, call)
        case "RequestConfirmation": ask(.compare(passkey: Self.digits(call)), call)
        case "DisplayPasskey": show(Self.digits(call), call)
        case "DisplayPinCode": show(call.body.dropFirst().first?.text ?? "", call)
        case "RequestAuthorization", "AuthorizeService": send(call.reply())
        default: send(call.refusal("org.freedesktop.DBus.Error.UnknownMethod", "no such method"))
        }
    }

    private mutating func ask(_ question: PairingQuestion, _ call: BusMessage) {
        lastQuestion += 1
        questions[lastQuestion] = call
        effects.append(.ask(question, number: lastQuestion))
    }

    /// Shown and answered at once: whether it was entered is the device's business. Each key pressed asks again, and
    /// the same number is shown once.
    private mutating func show(_ passkey: String, _ call: BusMessage) {
        lastQuestion += 1
        effects.append(.ask(.show(passkey: passkey), number: lastQuestion))
        send(call.reply())
    }

    mutating func replied(_ number: Int, _ reply: PairingReply) {
        guard let call = questions.removeValue(forKey: number) else { return }
        switch (call.member, reply) {
        case ("RequestPasskey", .passkey(let passkey)) where passkey <= 999_999:
            send(call.reply([.uint32(passkey)]))
        // 1–16 characters, as BlueZ asks.
        case ("RequestPinCode", .pin(let pin)) where (1...16).contains(pin.utf8.count):
            send(call.reply([.string(pin)]))
        case ("RequestConfirmation", .yes): send(call.reply())
        case ("RequestConfirmation", _): send(call.refusal(Self.rejected, "not the same number"))
        default: send(call.refusal(Self.canceled, "not entered"))
        }
    }

    /// Six digits, leading zeros included, as devices show them.
    private static func digits(_ call: BusMessage) -> String {
        guard call.body.count > 1, case .uint32(let passkey) = call.body[1] else { return "" }
        let digits = String(passkey)
        return String(repeating: "0", count: max(0, 6 - digits.count)) + digits
    }
}
