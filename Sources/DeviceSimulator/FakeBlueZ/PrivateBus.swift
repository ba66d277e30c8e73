import Foundation

/// A message bus of our own, for a simulated `org.bluez`: a `dbus-daemon` on a socket in a fresh folder. It ends with
/// ``stop()``, with this object, and with this process, however that ends.
public final class PrivateBus: Sendable {
    /// Its D-Bus address.
    public let address: String
    private let daemon: BusDaemon

    private init(address: String, daemon: BusDaemon) { (self.address, self.daemon) = (address, daemon) }

    deinit { daemon.stop() }

    /// Starts the daemon and returns when it listens.
    public static func start() async throws -> PrivateBus {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
            "sarangbang-bus-\(UUID().uuidString)")
        try FileManager.default.createDirectory(
            at: folder, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
        let daemon = BusDaemon(folder: folder)
        do {
            return PrivateBus(address: try await daemon.start(), daemon: daemon)
        } catch {
            daemon.stop()
            throw error
        }
    }

    /// Ends the daemon; everything connected is cut off.
    public func stop() { daemon.stop() }
}

/// Why there is no private bus.
public enum PrivateBusError: Error, Equatable, Sendable {
    /// `dbus-daemon` or `setpriv` could not be started, with the reason.
    case cannotStart(String)
    /// The daemon ended before it listened; what it wrote.
    case ended(String)
}
