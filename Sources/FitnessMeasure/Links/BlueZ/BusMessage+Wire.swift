import CDBus

extension BusMessage {
    /// Reads a message of libdbus; the message stays the caller's.
    init?(_ message: OpaquePointer) {
        let answered = dbus_message_get_reply_serial(message)
        switch dbus_message_get_type(message) {
        case DBUS_MESSAGE_TYPE_METHOD_CALL: kind = .call(destination: "")
        case DBUS_MESSAGE_TYPE_SIGNAL: kind = .signal
        case DBUS_MESSAGE_TYPE_METHOD_RETURN: kind = .result(to: answered, destination: "")
        case DBUS_MESSAGE_TYPE_ERROR:
            kind = .error(name: Self.text(dbus_message_get_error_name(message)), to: answered, destination: "")
        default: return nil
        }
        path = Self.text(dbus_message_get_path(message))
        interface = Self.text(dbus_message_get_interface(message))
        member = Self.text(dbus_message_get_member(message))
        sender = Self.text(dbus_message_get_sender(message))
        serial = dbus_message_get_serial(message)
        var iterator = DBusMessageIter()
        body = dbus_message_iter_init(message, &iterator) != 0 ? BusValue.all(in: &iterator) : []
    }

    /// Builds libdbus's message; the caller unrefs it. libdbus ends the process on a malformed name, so names are
    /// checked first.
    func makeMessage() throws(BusError) -> OpaquePointer {
        try checkNames()
        guard let message = makeHeader() else { throw .outOfMemory }
        var iterator = DBusMessageIter()
        dbus_message_iter_init_append(message, &iterator)
        do throws(BusError) {
            for value in body { try value.append(to: &iterator) }
        } catch {
            dbus_message_unref(message)
            throw error
        }
        return message
    }

    private func makeHeader() -> OpaquePointer? {
        switch kind {
        case .call(let destination):
            return dbus_message_new_method_call(destination, path, interface, member)
        case .signal:
            return dbus_message_new_signal(path, interface, member)
        case .result(let serial, let destination):
            return Self.addressed(dbus_message_new(DBUS_MESSAGE_TYPE_METHOD_RETURN), serial, destination)
        case .error(let name, let serial, let destination):
            let message = Self.addressed(dbus_message_new(DBUS_MESSAGE_TYPE_ERROR), serial, destination)
            guard let message, dbus_message_set_error_name(message, name) != 0 else { return nil }
            return message
        }
    }

    private static func addressed(_ message: OpaquePointer?, _ serial: UInt32, _ destination: String) -> OpaquePointer?
    {
        guard let message else { return nil }
        guard dbus_message_set_reply_serial(message, serial) != 0,
            dbus_message_set_destination(message, destination) != 0
        else {
            dbus_message_unref(message)
            return nil
        }
        return message
    }

    private func checkNames() throws(BusError) {
        let valid: Bool
        switch kind {
        case .call(let destination):
            valid = dbus_validate_bus_name(destination, nil) != 0 && hasValidMember
        case .signal:
            valid = hasValidMember
        case .result(_, let destination):
            valid = dbus_validate_bus_name(destination, nil) != 0
        case .error(let name, _, let destination):
            valid = dbus_validate_bus_name(destination, nil) != 0 && dbus_validate_error_name(name, nil) != 0
        }
        guard valid else { throw .invalidMessage("\(path) \(interface).\(member)") }
    }

    private var hasValidMember: Bool {
        dbus_validate_path(path, nil) != 0 && dbus_validate_interface(interface, nil) != 0
            && dbus_validate_member(member, nil) != 0
    }

    private static func text(_ characters: UnsafePointer<CChar>?) -> String {
        characters.map { String(cString: $0) } ?? ""
    }
}
