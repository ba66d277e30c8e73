import FitnessMeasure
import Foundation
import KioskUI

/// The 30-second chair stand by the screen's timer and the supporter's count.
public struct ChairStandMeasuring: Equatable, Sendable {
    public internal(set) var phase: Phase
    var test = ChairStandTest()

    public init(phase: Phase = .explaining) { self.phase = phase }

    public enum Phase: Equatable, Sendable {
        case explaining
        /// Counting down, running, or finished: ``ChairStandTest`` knows.
        case testing
        case saving(Reading)
        case saved(Reading)
        case notSaved(Reading)
    }

    public enum Event: Equatable, Sendable { case startTapped, countTapped, undoTapped, againTapped, saveTapped, doneTapped }

    var isRunning: Bool {
        switch test.phase {
        case .countdown, .running: phase == .testing
        case .ready, .finished: false
        }
    }

    /// A count on the screen that nobody has saved yet.
    func unsaved(at now: Moment, makeID: () -> UUID) -> Reading? {
        switch phase {
        case .notSaved(let reading): reading
        case .testing:
            test.reading(
                id: makeID(), receivedMonotonic: now.monotonic.wholeNanoseconds, receivedAt: now.wall)
        case .explaining, .saving, .saved: nil
        }
    }

    /// The reading to be saved, if the event asks for that.
    mutating func update(_ event: Event, at now: Moment, makeID: () -> UUID) -> Reading? {
        let nanoseconds = now.monotonic.wholeNanoseconds
        switch (phase, event) {
        case (.explaining, .startTapped), (_, .againTapped):
            test = ChairStandTest()
            test.update(.start, at: nanoseconds)
            phase = .testing
        case (.testing, .countTapped): test.update(.tap, at: nanoseconds)
        case (.testing, .undoTapped): test.update(.undo, at: nanoseconds)
        case (.testing, .saveTapped):
            let reading = test.reading(id: makeID(), receivedMonotonic: nanoseconds, receivedAt: now.wall)
            guard let reading else { return nil }
            phase = .saving(reading)
            return reading
        case (.notSaved(let reading), .saveTapped):
            phase = .saving(reading)
            return reading
        default: break
        }
        return nil
    }

    /// True while the timer moves.
    mutating func tick(at now: Duration) -> Bool {
        guard isRunning else { return false }
        test.update(.tick, at: now.wholeNanoseconds)
        return true
    }

    func view(_ visit: Visit, _ look: Look) -> View {
        let words = look.words.chair
        let page = { (sentence: String, body: [View]) -> View in
            Page(
                caption: look.words.whose(visit.person.name, look.words.fitness.chair), sentence: sentence, body: body
            ).view(look)
        }
        switch phase {
        case .explaining:
            return page(
                words.sentence,
                [
                    .illustration(.chairStand, height: 110), .saying(words.how),
                    .button(words.start, icon: .play, id: "start", kind: .primary, event: .chair(.startTapped)),
                ])
        case .testing: return testing(page, look)
        case .saving(let reading): return page(words.finished, [count(reading, look), .saying(look.words.measure.saving)])
        case .notSaved(let reading): return page(look.words.measure.notSaved, [count(reading, look)] + choices(look))
        case .saved(let reading):
            return page(
                look.words.measure.saved,
                [
                    count(reading, look),
                    .button(
                        look.words.measure.next, icon: .done, id: "done", kind: .primary, event: .chair(.doneTapped)),
                ])
        }
    }

    private func testing(_ page: (String, [View]) -> View, _ look: Look) -> View {
        let words = look.words.chair
        switch test.phase {
        case .ready: return page(words.sentence, [])
        case .countdown(let tenths):
            return page(words.getReady, [big(String((tenths + 9) / 10), words.seconds, ground: .sun)])
        case .running(let tenths, let count):
            return page(
                look.words.secondsLeft(tenths: tenths),
                [
                    big(String(count), words.times, ground: .mint),
                    .flex(
                        1,
                        .button(words.count, icon: .plus, id: "count", kind: .primary, event: .chair(.countTapped))),
                    .button(words.undo, icon: .minus, id: "undo", kind: .secondary, event: .chair(.undoTapped)),
                ])
        case .finished(let count):
            return page(words.finished, [big(String(count), words.times, ground: .mint)] + choices(look))
        }
    }

    private func choices(_ look: Look) -> [View] {
        [
            .button(look.words.measure.save, icon: .save, id: "save", kind: .primary, event: .chair(.saveTapped)),
            .button(
                look.words.measure.again, icon: .repeatArrow, id: "again", kind: .secondary, event: .chair(.againTapped)),
        ]
    }

    private func count(_ reading: Reading, _ look: Look) -> View {
        big(reading[.repetitions]?.value.description ?? "–", look.words.chair.times, ground: .mint)
    }

    private func big(_ number: String, _ unit: String, ground: ColorRole) -> View {
        .box(
            BoxStyle(ground: ground, edge: .clay),
            .column(
                spacing: 2, .center,
                [
                    .text(number, TextStyle(.value(60), align: .center, fixedDigits: true)),
                    .text(unit, TextStyle(.body, align: .center)),
                ]))
    }
}

extension ChairStandMeasuring {
    /// A test in the middle, with so many stands counted, 14 seconds before its end.
    static func running(count: Int, at now: Duration) -> ChairStandMeasuring {
        var measuring = ChairStandMeasuring(phase: .testing)
        let start = now.wholeNanoseconds - 19_000_000_000
        measuring.test.update(.start, at: start)
        for stand in 0..<count { measuring.test.update(.tap, at: start + 3_500_000_000 + Int64(stand) * 1_600_000_000) }
        measuring.test.update(.tick, at: now.wholeNanoseconds)
        return measuring
    }
}

extension Duration {
    /// Seconds with their fraction.
    var seconds: Double { Double(components.seconds) + Double(components.attoseconds) / 1e18 }
}
