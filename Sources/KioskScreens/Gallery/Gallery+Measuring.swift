import FitnessMeasure
import Foundation

extension Gallery {
    var measuring: [Piece] { pressures + grips + battery + results }

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
            ("typing", .entering(typing("128", "7"))),
            ("typing-pulse", .entering(typing("128", "78", ""))),
            ("typing-again", .entering(PressureEntry(objection: .again))),
            ("typing-refused", .entering(PressureEntry(objection: .lowerNotBelow))),
            ("doubted", .doubted(Self.high)),
        ]
        return phases.map { name, phase in
            visiting("pressure-" + name, .pressure(PressureMeasuring(phase: phase)))
        } + [
            visiting("pressure-away", .pressure(PressureMeasuring())) { $0.instruments = [:] },
            withoutPlaces.visiting("pressure-elsewhere", .pressure(PressureMeasuring())),
            visiting("pressure-simulated", .pressure(PressureMeasuring())) { $0.simulated = [.cuff] },
        ]
    }

    /// The same kiosk with no instrument at all.
    private var withoutPlaces: Gallery {
        var other = self
        other.setup.instruments = InstrumentPlaces([])
        return other
    }

    /// These digits, number by number; the last one is still open.
    private func typing(_ numbers: String...) -> PressureEntry {
        var entry = PressureEntry()
        for (index, digits) in numbers.enumerated() {
            for digit in digits.compactMap(\.wholeNumberValue) { entry.type(digit) }
            if index + 1 < numbers.count { _ = entry.enter(setup.tests.ranges) }
        }
        return entry
    }

    /// What the reference tables say of a reading that comes after others.
    private func gate(_ reading: Reading, before: [Reading] = []) -> PressureGate {
        PressureGate((before + [reading]).compactMap(BloodPressure.init), by: setup.evaluation) ?? .unremarkable
    }

    private var grips: [Piece] {
        let attempt = Attempt(Self.grip, side: .right, source: .device)
        let phases: [(String, TestMeasuring.Phase)] = [
            ("waiting", .waiting(nil)), ("squeezing", .waiting(Self.grip.values.first)), ("value", .value(attempt)),
            ("saving", .saving(attempt)), ("not-saved", .notSaved(attempt)), ("failed", .failed(.unstable)),
            ("implausible", .failed(.implausible)),
        ]
        let away = test("grip-away", .grip, .waiting(nil))
        return phases.map { name, phase in test("grip-" + name, .grip, phase) } + [
            test("grip-saved", .grip, .saved(attempt)) { $0.record.add(attempt.trial) },
            Piece(name: away.name, app: Self.withoutInstruments(away.app)),
        ]
    }

    private static func withoutInstruments(_ app: App) -> App {
        var app = app
        app.instruments = [:]
        return app
    }

    private func result(_ values: [(FitnessTestID, DecimalValue)], isSimulated: Bool = false) -> ResultPage {
        let progress = measured(values, isSimulated: isSimulated)
        return ResultPage(Self.visit, progress.results(setup.battery.all), setup, at: Self.now.wall)
    }

    private var results: [Piece] {
        [
            visiting("result", .result(result(Self.today))),
            visiting("result-work-on", .result(result(Self.weakerToday, isSimulated: true))),
            visiting("result-whole", .result(result(Self.whole))),
        ]
    }
}
