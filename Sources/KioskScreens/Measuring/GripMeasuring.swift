import FitnessMeasure
import KioskUI

/// Grip strength: squeeze, hold, read, save.
public struct GripMeasuring: Equatable, Sendable {
    public internal(set) var phase: Phase

    public init(phase: Phase = .waiting) { self.phase = phase }

    public enum Phase: Equatable, Sendable {
        case waiting
        case squeezing(QuantityValue?)
        case value(Reading)
        case saving(Reading)
        case saved(Reading)
        case notSaved(Reading)
        case failed(MeasureFailure)
    }

    public enum Event: Equatable, Sendable { case report(DeviceReport), againTapped, saveTapped, doneTapped }

    var isArmed: Bool {
        switch phase {
        case .waiting, .squeezing, .failed: true
        case .value, .saving, .saved, .notSaved: false
        }
    }

    var unsaved: Reading? {
        switch phase {
        case .value(let reading), .notSaved(let reading): reading
        case .waiting, .squeezing, .saving, .saved, .failed: nil
        }
    }

    /// The reading to be saved, if the event asks for that.
    mutating func update(_ event: Event) -> Reading? {
        switch (phase, event) {
        case (.waiting, .report(let report)), (.squeezing, .report(let report)), (.failed, .report(let report)):
            hear(report)
        case (.value, .againTapped), (.failed, .againTapped), (.saved, .againTapped): phase = .waiting
        case (.value(let reading), .saveTapped), (.notSaved(let reading), .saveTapped):
            phase = .saving(reading)
            return reading
        default: break
        }
        return nil
    }

    mutating func saved(_ done: Bool) {
        guard case .saving(let reading) = phase else { return }
        phase = done ? .saved(reading) : .notSaved(reading)
    }

    private mutating func hear(_ report: DeviceReport) {
        switch report {
        case .ready, .lost: if case .squeezing = phase { phase = .waiting }
        case .measuring(_, let live): phase = .squeezing(live)
        case .failed(_, let failure): phase = .failed(failure)
        case .reading(let reading): phase = reading[.grip] == nil ? .failed(.deviceError(code: nil)) : .value(reading)
        }
    }

    func view(_ visit: Visit, grip: InstrumentState, isSimulated: Bool, _ look: Look) -> View {
        let words = look.words.grip
        let measure = look.words.measure
        let page = { (sentence: String, body: [View]) -> View in
            Page(
                caption: look.words.whose(visit.person.name, look.words.fitness.grip), sentence: sentence, body: body,
                isSimulated: isSimulated
            ).view(look)
        }
        switch phase {
        case .waiting:
            return page(
                grip == .away ? words.away : words.squeeze,
                [.illustration(.gripping, height: 110), .saying(words.how)])
        case .squeezing(let live):
            return page(words.keepOn, [.illustration(.gripping), number(live?.value, look)])
        case .value(let reading):
            return page(words.gotIt, [number(reading[.grip]?.value, look)] + choices(measure))
        case .saving(let reading): return page(words.gotIt, [number(reading[.grip]?.value, look), .saying(measure.saving)])
        case .notSaved(let reading): return page(measure.notSaved, [number(reading[.grip]?.value, look)] + choices(measure))
        case .saved(let reading):
            return page(
                measure.saved,
                [
                    number(reading[.grip]?.value, look),
                    .button(measure.next, icon: .done, id: "done", kind: .primary, event: .grip(.doneTapped)),
                ])
        case .failed(let failure):
            return page(
                measure.failed(failure),
                [
                    .illustration(.gripping), .saying(words.how, ground: .sun),
                    .button(
                        measure.again, icon: .repeatArrow, id: "again", kind: .primary, event: .grip(.againTapped)),
                ])
        }
    }

    private func choices(_ measure: Words.Measure) -> [View] {
        [
            .button(measure.save, icon: .save, id: "save", kind: .primary, event: .grip(.saveTapped)),
            .button(measure.again, icon: .repeatArrow, id: "again", kind: .secondary, event: .grip(.againTapped)),
        ]
    }

    private func number(_ value: DecimalValue?, _ look: Look) -> View {
        .box(
            BoxStyle(ground: .mint, edge: .clay),
            .column(
                spacing: 2, .center,
                [
                    .text(value?.description ?? "–", TextStyle(.value(52), align: .center, fixedDigits: true)),
                    .text(look.words.measure.kilogram, TextStyle(.body, align: .center)),
                ]))
    }
}
