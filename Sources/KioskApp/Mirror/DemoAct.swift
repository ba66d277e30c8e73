import DeviceSimulator

/// What one can make the simulated devices do from the mirror.
enum DemoAct: String, CaseIterable, Sendable {
    case cuffUsual = "cuff-usual"
    case cuffHigh = "cuff-high"
    case cuffError = "cuff-error"
    case cuffVanishes = "cuff-vanishes"
    case gripUsual = "grip-usual"
    case gripUnsteady = "grip-unsteady"
    case gripError = "grip-error"
    case scaleUsual = "scale-usual"
    case scaleStranger = "scale-stranger"
    case oximeterUsual = "oximeter-usual"
    case matPlugged = "mat-plug"
    case matPulled = "mat-pull"
    case matUsual = "mat-usual"
    case gatesPlugged = "gates-plug"
    case gatesPulled = "gates-pull"
    case gatesUsual = "gates-usual"

    func perform(_ demo: Demo) async throws {
        switch self {
        case .cuffUsual: try await demo.cuff.measure(systolic: 128, diastolic: 78, pulse: 71)
        case .cuffHigh: try await demo.cuff.measure(systolic: 168, diastolic: 96, pulse: 84)
        case .cuffError: try await demo.cuff.measure(systolic: 128, diastolic: 78, pulse: 71, mood: .errorFrame)
        case .cuffVanishes: try await demo.cuff.measure(systolic: 128, diastolic: 78, pulse: 71, mood: .vanishes)
        case .gripUsual: try await squeeze(demo, .fine)
        case .gripUnsteady: try await squeeze(demo, .neverStable)
        case .gripError: try await squeeze(demo, .failing(code: "02"))
        default: try await perform(demo.others)
        }
    }

    private func perform(_ room: DemoInstruments) async throws {
        switch self {
        case .scaleUsual: try await room.use(.scale(grams: 56_400), address: Self.scale)
        case .scaleStranger: try await room.use(.scale(grams: 56_400), address: Self.scale, mood: .strangersHistory)
        case .oximeterUsual: try await room.use(.oximeter(saturation: 97, pulse: 72), address: Self.oximeter)
        case .matPlugged: try room.mat.terminal.plugIn()
        case .matPulled: room.mat.terminal.unplug()
        case .matUsual: try await room.measure(with: room.mat)
        case .gatesPlugged: try room.gates.terminal.plugIn()
        case .gatesPulled: room.gates.terminal.unplug()
        case .gatesUsual: try await room.measure(with: room.gates)
        default: break
        }
    }

    private static let scale = "C0:FF:EE:00:18:1D"
    private static let oximeter = "C0:FF:EE:00:18:22"

    private func squeeze(_ demo: Demo, _ mood: SimulatedGrip.Mood) async throws {
        await demo.grip.feel(mood)
        try await demo.grip.squeeze(kilograms: 21.4)
    }
}
