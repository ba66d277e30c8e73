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

    func perform(_ demo: Demo) async throws {
        switch self {
        case .cuffUsual: try await demo.cuff.measure(systolic: 128, diastolic: 78, pulse: 71)
        case .cuffHigh: try await demo.cuff.measure(systolic: 168, diastolic: 96, pulse: 84)
        case .cuffError: try await demo.cuff.measure(systolic: 128, diastolic: 78, pulse: 71, mood: .errorFrame)
        case .cuffVanishes: try await demo.cuff.measure(systolic: 128, diastolic: 78, pulse: 71, mood: .vanishes)
        case .gripUsual: try await squeeze(demo, .fine)
        case .gripUnsteady: try await squeeze(demo, .neverStable)
        case .gripError: try await squeeze(demo, .failing(code: "02"))
        }
    }

    private func squeeze(_ demo: Demo, _ mood: SimulatedGrip.Mood) async throws {
        await demo.grip.feel(mood)
        try await demo.grip.squeeze(kilograms: 21.4)
    }
}
