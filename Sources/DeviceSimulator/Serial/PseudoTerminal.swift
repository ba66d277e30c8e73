import Foundation
import Glibc
import Synchronization

/// The device's end of a serial cable: a pseudo terminal whose far end is found by name like a real adapter.
///
/// Plugging in makes a new terminal and points the link at it, as udev does; pulling the cable takes both away.
public final class PseudoTerminal: Sendable {
    /// Where the kiosk finds the port; a symbolic link, as in `/dev/serial/by-id`.
    public let path: String
    private let ends = Mutex<Ends?>(nil)

    /// Our end, and the far end, which we keep open so that bytes do not get lost while nobody listens.
    private struct Ends {
        let near: Int32
        let far: Int32
    }

    /// `path` must be free or an old link of ours. The cable is out until ``plugIn()``.
    public init(path: String) { self.path = path }

    deinit { unplug() }

    /// Makes the port appear. Throws ``PseudoTerminalError`` if the system has no terminals left or the path is taken.
    public func plugIn() throws(PseudoTerminalError) {
        unplug()
        var (near, far): (Int32, Int32) = (-1, -1)
        var name = [CChar](repeating: 0, count: 128)
        var raw = termios()
        cfmakeraw(&raw)
        guard openpty(&near, &far, &name, &raw, nil) == 0 else { throw .system("openpty", errno) }
        guard Self.setUp(near, far), Self.isFree(path), symlink(name, path) == 0 else {
            let reason = PseudoTerminalError.system("symlink", errno)
            close(near)
            close(far)
            throw reason
        }
        let open = Ends(near: near, far: far)
        ends.withLock { $0 = open }
    }

    /// Pulls the cable: whoever has the port open is told by the system.
    public func unplug() {
        ends.withLock { ends in
            guard let open = ends else { return }
            Glibc.unlink(path)
            close(open.far)
            close(open.near)
            ends = nil
        }
    }

    /// Sends bytes to the kiosk.
    public func write(_ bytes: [UInt8]) throws(PseudoTerminalError) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = try near { near in rest.withUnsafeBytes { Glibc.write(near, $0.baseAddress, $0.count) } }
            guard count >= 0 || errno == EINTR else { throw .system("write", errno) }
            rest = rest.dropFirst(max(0, count))
        }
    }

    /// What the kiosk has sent since the last call.
    public func received() throws(PseudoTerminalError) -> [UInt8] {
        var buffer = [UInt8](repeating: 0, count: 4096)
        let count = try near { near in buffer.withUnsafeMutableBytes { Glibc.read(near, $0.baseAddress, $0.count) } }
        guard count >= 0 || errno == EAGAIN || errno == EINTR else { throw .system("read", errno) }
        return Array(buffer[..<max(0, count)])
    }

    private func near(_ body: (Int32) -> Int) throws(PseudoTerminalError) -> Int {
        guard let count = ends.withLock({ $0.map { body($0.near) } }) else { throw .unplugged }
        return count
    }

    private static func setUp(_ near: Int32, _ far: Int32) -> Bool {
        fcntl(near, F_SETFL, O_NONBLOCK) == 0 && fcntl(near, F_SETFD, FD_CLOEXEC) == 0
            && fcntl(far, F_SETFD, FD_CLOEXEC) == 0
    }

    /// Removes an old link at the path, never a real file.
    private static func isFree(_ path: String) -> Bool {
        var status = stat()
        guard lstat(path, &status) == 0 else { return true }
        return status.st_mode & S_IFMT == S_IFLNK && unlink(path) == 0
    }
}

/// Why a simulated cable does not work.
public enum PseudoTerminalError: Error, Equatable, Sendable {
    case unplugged
    /// The call that failed and the system's error number.
    case system(String, Int32)
}
