import DeviceSimulator
import Foundation
import KioskScreens
import Logging

/// The simulated room of `--demo`: a radio with a cuff, a grip meter and a scanner on pseudo terminals. They speak the
/// real bytes over real links; nothing behind the links knows that they are simulated but for the mark on the screen.
final class Demo: Sendable {
    let cuff: SimulatedCuff
    let grip: SimulatedGrip
    let scanner: SimulatedScanner
    let others: DemoInstruments
    let simulated: Set<Instrument> = [
        .cuff, .grip, DemoInstruments.scale, DemoInstruments.oximeter, DemoInstruments.mat, DemoInstruments.gates,
    ]
    private let bus: PrivateBus
    private let bluez: FakeBlueZ
    private let folder: URL

    private init(_ folder: URL, bus: PrivateBus, bluez: FakeBlueZ) throws {
        (self.folder, self.bus, self.bluez) = (folder, bus, bluez)
        cuff = SimulatedCuff(bluez: bluez, now: { Date() })
        let gripPort = PseudoTerminal(path: folder.appending(path: "grip").path)
        let scannerPort = PseudoTerminal(path: folder.appending(path: "scanner").path)
        try gripPort.plugIn()
        try scannerPort.plugIn()
        grip = SimulatedGrip(terminal: gripPort)
        scanner = SimulatedScanner(terminal: scannerPort)
        others = try DemoInstruments(folder: folder, bluez: bluez)
    }

    static func start() async throws -> Demo {
        let folder = FileManager.default.temporaryDirectory.appending(path: "sarangbang-demo-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let bus = try await PrivateBus.start()
        let bluez = FakeBlueZ(address: bus.address)
        try await bluez.start()
        return try Demo(folder, bus: bus, bluez: bluez)
    }

    /// The settings with the simulated ports in the places of real ones.
    func furnished(_ settings: Settings) -> Settings {
        var settings = settings
        settings.cuffBus = bus.address
        settings.gripPort = grip.terminal.path
        settings.scannerPort = scanner.terminal.path
        settings.instruments = others.settings
        settings.bootDelay = .zero
        settings.checkInInterval = .seconds(5)
        return settings
    }

    func end(logger: Logger) async {
        grip.terminal.unplug()
        scanner.terminal.unplug()
        others.unplug()
        await bluez.stop()
        bus.stop()
        do {
            try FileManager.default.removeItem(at: folder)
        } catch {
            logger.warning("The simulated ports' folder stays", metadata: ["error": "\(error)"])
        }
    }
}
