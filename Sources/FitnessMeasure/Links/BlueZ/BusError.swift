import CDBus

/// Trouble on the bus.
package enum BusError: Error, Hashable, Sendable {
    /// A method call was answered with an error, such as `org.bluez.Error.Failed`.
    case refused(name: String, message: String)
    /// The bus cannot be reached, or went away.
    case disconnected(String)
    /// A message that cannot be built: a bad path, a name that is none.
    case invalidMessage(String)
    case outOfMemory
    /// The system did not give a pipe or a descriptor; the number is errno.
    case system(Int32)

    /// The error's D-Bus name, if it has one.
    package var name: String? {
        guard case .refused(let name, _) = self else { return nil }
        return name
    }

    /// One line for staff.
    package var reason: String {
        switch self {
        case .refused(let name, let message): message.isEmpty ? name : "\(name): \(message)"
        case .disconnected(let reason): "bus: \(reason)"
        case .invalidMessage(let reason): "message: \(reason)"
        case .outOfMemory: "out of memory"
        case .system(let number): "errno \(number)"
        }
    }

    /// Runs a libdbus call that fills a `DBusError`, and throws what it says.
    static func check<Result>(_ call: (UnsafeMutablePointer<DBusError>) -> Result) throws(BusError) -> Result {
        var error = DBusError()
        dbus_error_init(&error)
        defer { dbus_error_free(&error) }
        let result = call(&error)
        guard dbus_error_is_set(&error) == 0 else {
            let name = error.name.map { String(cString: $0) } ?? ""
            let message = error.message.map { String(cString: $0) } ?? ""
            throw .disconnected(message.isEmpty ? name : message)
        }
        return result
    }
}
