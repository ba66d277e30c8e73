import DeviceSimulator
import FitnessMeasure
import Foundation
import Testing

/// A grip meter goes on showing the last value. When its cable is put back it says it again, perhaps to somebody else.
@Suite struct HeldDisplayTests {
    private func forces(_ steps: [(seconds: Int, text: String)]) throws -> [String] {
        let entries = steps.map { step -> DeviceRecording.Entry in
            let time = Duration.seconds(step.seconds)
            return switch step.text {
            case "out": .init(time: time, direction: .cable, bytes: DeviceRecording.out)
            case "in": .init(time: time, direction: .cable, bytes: DeviceRecording.in)
            default: .init(time: time, direction: .fromDevice, bytes: SimulatedGrip.frame(step.text))
            }
        }
        let replay = LineReplay(
            try .shipped("grip-serial"), start: Date(timeIntervalSince1970: 0), makeID: { UUID() })
        return replay.reports(of: DeviceRecording(header: [], entries: entries))
            .compactMap { $0.report.reading?.values.first?.value.description }
    }

    @Test func `what the display held before the cable came off is no new measurement`() throws {
        let held = "G,R,+024.3,kg,S"
        #expect(try forces([(0, "G,R,+010.0,kg,U"), (1, held), (2, "out"), (900, "in"), (901, held)]) == ["24.3"])
        #expect(try forces([(1, held), (2, "out"), (3, "in"), (4, "out"), (5, "in"), (6, held)]) == ["24.3"])
    }

    @Test(arguments: ["G,R,+009.1,kg,U", "G,L,+031.0,kg,S", "E02"])
    func `after a new squeeze the same force counts again`(between: String) throws {
        let held = "G,R,+024.3,kg,S"
        let forces = try forces([(1, held), (2, "out"), (9, "in"), (10, between), (11, held)])
        #expect(forces.filter { $0 == "24.3" }.count == 2)
    }
}
