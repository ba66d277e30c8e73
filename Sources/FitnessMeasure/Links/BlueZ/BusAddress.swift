import Foundation

/// Where a message bus listens.
public enum BusAddress: Hashable, Sendable {
    /// The system's bus: `DBUS_SYSTEM_BUS_ADDRESS` if it is set, else the path of the D-Bus specification.
    case system
    /// A D-Bus address such as `unix:path=/run/bus`.
    case address(String)

    var text: String {
        switch self {
        case .system:
            ProcessInfo.processInfo.environment["DBUS_SYSTEM_BUS_ADDRESS"]
                ?? "unix:path=/var/run/dbus/system_bus_socket"
        case .address(let text): text
        }
    }
}
