import Foundation
import Synchronization

/// The `dbus-daemon` process. A thread of its own starts it and waits for its end, because the kernel is asked to end
/// the child together with the thread that started it (`PR_SET_PDEATHSIG`, through `setpriv`). The signal is KILL because the threads of Swift's pool block all others, and
/// a child inherits that; the daemon has nothing to save.
final class BusDaemon: Sendable {
    private let folder: URL
    private let processID = Mutex<pid_t?>(nil)

    init(folder: URL) { self.folder = folder }

    /// The address at which it listens.
    func start() async throws -> String {
        let configuration = folder.appendingPathComponent("bus.conf")
        try Data(configurationText.utf8).write(to: configuration)
        return try await withCheckedThrowingContinuation { continuation in
            let thread = Thread { [self] in run(configuration) { continuation.resume(with: $0) } }
            thread.name = "dbus-daemon"
            thread.start()
        }
    }

    func stop() {
        processID.withLock { running in
            if let process = running { kill(process, SIGKILL) }
            running = nil
        }
        removeFolder()
    }

    private func run(_ configuration: URL, started: (Result<String, PrivateBusError>) -> Void) {
        let process = Process()
        let output = Pipe()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = [
            "setpriv", "--pdeathsig", "KILL", "dbus-daemon", "--nofork", "--print-address=1",
            "--config-file=\(configuration.path)",
        ]
        process.standardOutput = output
        process.standardError = output
        do {
            try process.run()
        } catch {
            return started(.failure(.cannotStart("\(error)")))
        }
        processID.withLock { $0 = process.processIdentifier }
        let said = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
        let address = said.split(separator: "\n").first { $0.hasPrefix("unix:") }
        if let address { started(.success(String(address))) }
        // What it says later is read so that it never blocks on a full pipe.
        while !output.fileHandleForReading.availableData.isEmpty {}
        process.waitUntilExit()
        processID.withLock { $0 = nil }
        if address == nil { started(.failure(.ended(said))) }
    }

    /// Only our own files are in it; a folder that cannot be removed is left to the system's cleaning of its
    /// temporary directory.
    private func removeFolder() {
        guard FileManager.default.fileExists(atPath: folder.path) else { return }
        do {
            try FileManager.default.removeItem(at: folder)
        } catch {
            FileHandle.standardError.write(Data("cannot remove the bus folder: \(error)\n".utf8))
        }
    }

    /// Anybody on this socket may own `org.bluez` and talk; the folder keeps other accounts out.
    private var configurationText: String {
        """
        <!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
          "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
        <busconfig>
          <type>system</type>
          <listen>unix:path=\(folder.path)/bus</listen>
          <auth>EXTERNAL</auth>
          <policy context="default">
            <allow user="*"/>
            <allow own="org.bluez"/>
            <allow send_type="method_call"/>
            <allow send_type="signal"/>
            <allow send_requested_reply="true" send_type="method_return"/>
            <allow send_requested_reply="true" send_type="error"/>
            <allow receive_type="method_call"/>
            <allow receive_type="method_return"/>
            <allow receive_type="error"/>
            <allow receive_type="signal"/>
          </policy>
        </busconfig>
        """
    }
}
