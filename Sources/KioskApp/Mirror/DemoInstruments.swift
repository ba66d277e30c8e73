import DeviceSimulator
import FitnessMeasure
import Foundation
import KioskScreens

/// What lies about in the room of `--demo` beside cuff and grip meter: two instruments on the radio, and two on cables
/// that are not plugged in until somebody does it, because the screen counts and takes the time as well.
final class DemoInstruments: Sendable {
    static let scale: Instrument = "scale"
    static let oximeter: Instrument = "oximeter"
    static let mat: Instrument = "mat"
    static let gates: Instrument = "gates"

    let mat: SimulatedLineDevice
    let gates: SimulatedLineDevice
    private let bluez: FakeBlueZ

    init(folder: URL, bluez: FakeBlueZ) throws {
        self.bluez = bluez
        mat = try Self.device("chair-stand-mat", in: folder)
        gates = try Self.device("light-gates-3m", in: folder)
    }

    private static func device(_ profile: String, in folder: URL) throws -> SimulatedLineDevice {
        guard let speech = LineSpeech.all.first(where: { $0.profileID == profile }) else {
            throw Failure.unavailable("no simulator speaks \(profile)")
        }
        return SimulatedLineDevice(
            terminal: PseudoTerminal(path: folder.appending(path: profile).path), speech: speech)
    }

    /// As an installer would name them.
    var settings: [InstrumentSettings] {
        [
            InstrumentSettings(Self.scale, driver: "weight-scale", tests: [.weight]),
            InstrumentSettings(Self.oximeter, driver: "pulse-oximeter", tests: ["spo2"]),
            InstrumentSettings(
                Self.mat, driver: "chair-stand-mat", port: mat.terminal.path, tests: [.chairStand]),
            InstrumentSettings(Self.gates, driver: "light-gates-3m", port: gates.terminal.path, tests: [.upAndGo]),
        ]
    }

    func use(_ kind: SimulatedInstrument.Kind, address: String, mood: SimulatedInstrument.Mood = .usual) async throws {
        try await SimulatedInstrument(kind, mood: mood, bluez: bluez, address: address) {
            DeviceTime(Date(), in: .current)
        }.use()
    }

    /// Counts or times on the cable, which is plugged in first if it is not.
    func measure(with device: SimulatedLineDevice, _ mood: LineMood = .unsettledFirst) async throws {
        await device.feel(mood)
        do {
            try await device.measure()
        } catch PseudoTerminalError.unplugged {
            try device.terminal.plugIn()
            // The driver looks for a lost cable every two seconds.
            try await Task.sleep(for: .seconds(3))
            try await device.measure()
        }
    }

    func unplug() {
        mat.terminal.unplug()
        gates.terminal.unplug()
    }
}
