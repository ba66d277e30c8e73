import FitnessMeasure
import Foundation

extension Gallery {
    var measuring: [Piece] { pressures + grips + chairs + results }

    private var pressures: [Piece] {
        let phases: [(String, PressureMeasuring.Phase)] = [
            ("waiting", .waiting),
            ("measuring", .measuring(QuantityValue(.cuffPressure, DecimalValue(mantissa: 148), .millimetresOfMercury))),
            ("value", .value(Self.usual, gate(Self.usual))),
            ("high", .value(Self.high, gate(Self.high))),
            ("supporter", .value(Self.high, gate(Self.high, before: [Self.high]))),
            ("saving", .saving(Self.usual, gate(Self.usual))),
            ("saved", .saved(Self.usual, gate(Self.usual))),
            ("not-saved", .notSaved(Self.usual, gate(Self.usual))),
            ("resting", .resting(until: Self.now.monotonic + .seconds(272))),
            ("failed", .failed(.deviceError(code: nil))),
        ]
        return phases.map { name, phase in
            visiting("pressure-" + name, .pressure(PressureMeasuring(phase: phase)))
        } + [
            visiting("pressure-away", .pressure(PressureMeasuring())) { $0.instruments = [:] },
            visiting("pressure-simulated", .pressure(PressureMeasuring())) { $0.simulated = [.cuff] },
        ]
    }

    /// What the reference tables say of a reading that comes after others.
    private func gate(_ reading: Reading, before: [Reading] = []) -> PressureGate {
        PressureGate((before + [reading]).compactMap(BloodPressure.init), by: setup.evaluation) ?? .unremarkable
    }

    private var grips: [Piece] {
        let phases: [(String, GripMeasuring.Phase)] = [
            ("waiting", .waiting), ("squeezing", .squeezing(Self.grip.values.first)), ("value", .value(Self.grip)),
            ("saving", .saving(Self.grip)), ("saved", .saved(Self.grip)), ("not-saved", .notSaved(Self.grip)),
            ("failed", .failed(.unstable)),
        ]
        return [
            visiting("fitness", .fitness(FitnessMenu())),
            visiting("fitness-partly", .fitness(FitnessMenu())) { $0.today = Self.today },
            visiting("fitness-gated", .fitness(FitnessMenu())) {
                $0.pressures = [Self.high].compactMap(BloodPressure.init)
            },
            visiting("weight", .weight(WeightEntry())),
            visiting("weight-refused", .weight(WeightEntry(digits: "9", isOutOfRange: true))),
            visiting("grip-away", .grip(GripMeasuring())) { $0.instruments = [:] },
        ] + phases.map { name, phase in visiting("grip-" + name, .grip(GripMeasuring(phase: phase))) }
    }

    private var chairs: [Piece] {
        let running = ChairStandMeasuring.running(count: 9, at: Self.now.monotonic)
        return [
            visiting("chair", .chair(ChairStandMeasuring())),
            visiting("chair-running", .chair(running)),
            visiting("chair-countdown", .chair(.running(count: 0, at: Self.now.monotonic, begun: 1))),
            visiting("chair-finished", .chair(.running(count: 12, at: Self.now.monotonic, begun: 40))),
            visiting("chair-saved", .chair(ChairStandMeasuring(phase: .saved(Self.chairStand)))),
        ]
    }

    private func result(_ today: [TodaysResult]) -> ResultPage {
        ResultPage(Self.visit, today, by: setup.evaluation, at: Self.now.wall, setup.calendar)
    }

    private var results: [Piece] {
        [
            visiting("result", .result(result(Self.today))),
            visiting("result-work-on", .result(result(Self.weakerToday))),
        ]
    }
}
