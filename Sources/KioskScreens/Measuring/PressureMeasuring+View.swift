import FitnessMeasure
import KioskUI

extension PressureMeasuring {
    func view(_ visit: Visit, cuff: InstrumentState, isSimulated: Bool, _ look: Look) -> View {
        let words = look.words.pressure
        let page = { (sentence: String, body: [View]) -> View in
            Page(
                caption: look.words.whose(visit.person.name, words.title), sentence: sentence, body: body,
                isSimulated: isSimulated
            ).view(look)
        }
        switch phase {
        case .waiting: return page(words.insertArm, guide(step: 0, status: status(cuff, look), .cuff, look))
        case .measuring(let live): return page(words.stayStill, guide(step: 1, status: pressing(live, look), .cuff, look))
        case .value(let reading, let gate):
            return page(words.headline(gate), value(reading, visit, gate, look) + choices(gate, look))
        case .saving(let reading, let gate):
            return page(words.headline(gate), value(reading, visit, gate, look) + [.saying(look.words.measure.saving)])
        case .notSaved(let reading, let gate):
            return page(look.words.measure.notSaved, value(reading, visit, gate, look) + choices(gate, look))
        case .saved(let reading, let gate):
            return page(look.words.measure.saved, value(reading, visit, gate, look) + afterwards(gate, look))
        case .resting(let until): return page(words.restSentence, resting(until, look))
        case .failed(let failure):
            return page(
                look.words.measure.failed(failure),
                [
                    .illustration(.cuff), .saying(words.failedAdvice, ground: .sun),
                    .button(
                        look.words.measure.again, icon: .repeatArrow, id: "again", kind: .primary,
                        event: .pressure(.againTapped)),
                ])
        }
    }

    private func guide(step: Int, status: View, _ picture: Picture, _ look: Look) -> [View] {
        let words = look.words.pressure
        return [
            .illustration(picture, height: 110),
            .progressSteps([words.step1, words.step2, words.step3], current: step),
            status,
        ]
    }

    private func status(_ cuff: InstrumentState, _ look: Look) -> View {
        let words = look.words.pressure
        let text = cuff == .away ? words.cuffAway : words.cuffReady
        return .row(
            spacing: 4, .center,
            [
                .icon(cuff == .away ? .warning : .bluetooth, size: 14, cuff == .away ? .persimmon : .pine),
                .flex(1, .text(text, TextStyle(.body))),
            ])
    }

    private func pressing(_ live: QuantityValue?, _ look: Look) -> View {
        .row(
            spacing: 4, .center,
            [
                .icon(.timer, size: 14, .pine),
                .flex(1, .text(look.words.pressing(live?.value), TextStyle(.body, fixedDigits: true))),
            ])
    }

    private func value(_ reading: Reading, _ visit: Visit, _ gate: PressureGate, _ look: Look) -> [View] {
        let words = look.words.pressure
        let numbers: [View] = [
            number(words.upper, reading[.systolic]?.value, look), number(words.lower, reading[.diastolic]?.value, look),
        ]
        let pulse = reading[.pulse].map { pulse -> View in
            .row(
                spacing: 4, .center,
                [
                    .spacer, .icon(.heart, size: 14, .dancheongRed),
                    .text(look.words.pulse(pulse.value), TextStyle(.body)), .spacer,
                ])
        }
        return [
            .box(
                BoxStyle(ground: gate.category == .usual ? .mint : .sun, edge: .clay),
                .column(
                    spacing: 4, .stretch,
                    [.rowOrColumn(spacing: 8, numbers)] + [pulse].compactMap { $0 })),
            .optional(
                priority: 5,
                .box(
                    BoxStyle(ground: .paper, edge: .clay),
                    .column(
                        spacing: 2, .leading,
                        [.text(words.advice(gate), TextStyle(.body))]
                            + (look.words.lastTime(visit).map { [.text($0, TextStyle(.caption, color: .quietInk))] } ?? []))
                )),
        ]
    }

    private func number(_ label: String, _ value: DecimalValue?, _ look: Look) -> View {
        .column(
            spacing: 1, .center,
            [
                .text(label, TextStyle(.body, align: .center)),
                .text(value.map { look.words.whole($0) } ?? "–", TextStyle(.value(52), align: .center, fixedDigits: true)),
            ])
    }

    private func choices(_ gate: PressureGate, _ look: Look) -> [View] {
        let measure = look.words.measure
        let again: View =
            gate.asksForRest
            ? .button(look.words.pressure.restFirst, icon: .timer, id: "rest", kind: .primary, event: .pressure(.restTapped))
            : .button(measure.again, icon: .repeatArrow, id: "again", kind: .secondary, event: .pressure(.againTapped))
        let save: View = .button(
            measure.save, icon: .save, id: "save", kind: gate.asksForRest ? .secondary : .primary, event: .pressure(.saveTapped))
        return gate.asksForRest ? [again, save] : [save, again]
    }

    private func afterwards(_ gate: PressureGate, _ look: Look) -> [View] {
        guard gate.asksForRest else { return [] }
        return [
            .button(
                look.words.pressure.restFirst, icon: .timer, id: "rest", kind: .primary, event: .pressure(.restTapped))
        ]
    }

    private func resting(_ until: Duration, _ look: Look) -> [View] {
        let left = max(.zero, until - look.now.monotonic)
        return [
            .box(
                BoxStyle(ground: .sky, edge: .clay),
                .column(
                    spacing: 3, .center,
                    [
                        .text(look.words.pressure.restLeft, TextStyle(.body, align: .center)),
                        .text(look.words.countdown(left), TextStyle(.value(52), align: .center, fixedDigits: true)),
                    ])),
            .illustration(.restingPerson),
            .button(
                look.words.pressure.measureNow, icon: .heart, id: "again", kind: .secondary,
                event: .pressure(.againTapped)),
        ]
    }
}
