/// A D-Bus message as a value.
package struct BusMessage: Hashable, Sendable {
    package enum Kind: Hashable, Sendable {
        case call(destination: String)
        case signal
        /// The answer to the message with this serial, sent to its sender.
        case result(to: UInt32, destination: String)
        case error(name: String, to: UInt32, destination: String)
    }

    package var kind: Kind
    package var path: String
    package var interface: String
    package var member: String
    package var body: [BusValue]
    /// Who sent it, a unique name such as `:1.7`; filled in by the bus.
    package var sender: String
    /// The sender's number of this message; 0 until it is sent.
    package var serial: UInt32

    package init(
        _ kind: Kind, path: String = "", interface: String = "", member: String = "", body: [BusValue] = [],
        sender: String = "", serial: UInt32 = 0
    ) {
        (self.kind, self.path, self.interface, self.member) = (kind, path, interface, member)
        (self.body, self.sender, self.serial) = (body, sender, serial)
    }

    /// A method call.
    package static func call(
        _ destination: String, _ path: String, _ interface: String, _ member: String, _ body: [BusValue] = []
    ) -> BusMessage {
        BusMessage(.call(destination: destination), path: path, interface: interface, member: member, body: body)
    }

    /// The answer to this call.
    package func reply(_ body: [BusValue] = []) -> BusMessage {
        BusMessage(.result(to: serial, destination: sender), body: body)
    }

    /// The refusal of this call.
    package func refusal(_ name: String, _ message: String) -> BusMessage {
        BusMessage(.error(name: name, to: serial, destination: sender), body: [.string(message)])
    }
}

/// What happens on a bus connection.
package enum BusEvent: Sendable {
    /// Connected, with this unique name.
    case opened(name: String)
    /// The answer to the call that was sent under this token.
    case answered(token: Int, Result<[BusValue], BusError>)
    /// A signal, or a method call for us.
    case received(BusMessage)
    /// The last event: the connection could not be made, or is gone.
    case closed(BusError)
}
