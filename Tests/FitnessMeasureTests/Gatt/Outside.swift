import Foundation

@testable import DeviceSimulator
@testable import FitnessMeasure

/// A simulated service, and `dbus-send` to talk to it.
final class Outside: Sendable {
    let bus: PrivateBus
    let bluez: FakeBlueZ
    /// Searches, so that devices appear; it stays connected, which `dbus-send` does not.
    private let searcher: BusConnection?

    private init(bus: PrivateBus, bluez: FakeBlueZ, searcher: BusConnection?) {
        (self.bus, self.bluez, self.searcher) = (bus, bluez, searcher)
    }

    deinit { bus.stop() }

    static func start(search: Bool = false) async throws -> Outside {
        let bus = try await PrivateBus.start()
        let bluez = FakeBlueZ(address: bus.address)
        try await bluez.start()
        guard search else { return Outside(bus: bus, bluez: bluez, searcher: nil) }
        let (answers, source) = AsyncStream.makeStream(of: Void.self)
        let searcher = try BusConnection(to: .address(bus.address)) { event in
            if case .answered = event { source.yield() }
        }
        searcher.send(.call(BlueZNames.service, "/org/bluez/hci0", BlueZNames.adapter, "StartDiscovery"), token: 1)
        for await _ in answers { break }
        return Outside(bus: bus, bluez: bluez, searcher: searcher)
    }

    /// What `dbus-send` printed: the answer, or the error.
    func call(_ path: String, _ method: String, _ arguments: String...) async throws -> String {
        let process = Process()
        let output = Pipe()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments =
            ["dbus-send", "--bus=\(bus.address)", "--print-reply", "--dest=org.bluez", path, method] + arguments
        process.standardOutput = output
        process.standardError = output
        let (ended, source) = AsyncStream.makeStream(of: Void.self)
        process.terminationHandler = { _ in source.finish() }
        try process.run()
        for await _ in ended {}
        return String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
    }
}
