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
        case .countdown(let left):
            return page(words.getReady, [big(String(max(1, Int(left.seconds.rounded(.up)))), words.seconds, ground: .sun)])
        case .running(let left, let count):
            return page(
                look.words.secondsLeft(left),
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

extension Duration {
    /// Seconds with their fraction.
    var seconds: Double { Double(components.seconds) + Double(components.attoseconds) / 1e18 }
}
