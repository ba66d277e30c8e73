import FitnessMeasure
import KioskUI

extension PressureMeasuring {
    /// `cuff`: nil where this kiosk has none.
    func view(_ visit: Visit, cuff: InstrumentState?, isSimulated: Bool, _ look: Look) -> View {
        var page = phasePage(visit, cuff, look)
        page.caption = look.words.whose(visit.person.name, look.words.pressure.title)
        page.isSimulated = isSimulated
        return page.view(look)
    }

    private func phasePage(_ visit: Visit, _ cuff: InstrumentState?, _ look: Look) -> Page {
        let words = look.words.pressure
        let measure = look.words.measure
        switch phase {
        case .waiting: return cuff.map { waiting($0, look) } ?? elsewhere(look)
        case .measuring(let live): return guide(words.stayStill, step: 1, status: pressing(live, look), look)
        case .value(let reading, let gate):
            var page = value(words.headline(gate), reading, gate, look)
            page.advice = [.optional(priority: 5, advice(visit, gate, look))]
            page.actions = choices(gate, look)
            return page
        case .saving(let reading, let gate):
            var page = value(words.headline(gate), reading, gate, look)
            page.progress = measure.saving
            return page
        case .notSaved(let reading, let gate):
            var page = value(measure.notSaved, reading, gate, look)
            page.advice = [.optional(priority: 5, .saying(measure.notSavedAdvice, ground: .sun))]
            page.actions = choices(gate, look)
            return page
        case .saved(let reading, let gate):
            var page = value(measure.saved, reading, gate, look)
            page.advice = [.optional(priority: 5, advice(visit, gate, look))]
            page.actions = afterwards(gate, look)
            return page
        case .resting(let until): return resting(until, look)
        case .failed(let failure): return failed(failure, look)
        case .entering(let entry): return entering(entry, look)
        case .doubted(let reading): return doubted(reading, look)
        }
    }

    /// For the cuff; while it is away, another monitor's numbers can be typed.
    private func waiting(_ cuff: InstrumentState, _ look: Look) -> Page {
        var page = guide(look.words.pressure.insertArm, step: 0, status: status(cuff, look), look)
        if cuff == .away { page.asides = [typeInstead(look)] }
        return page
    }

    /// Where the kiosk has no cuff of its own.
    private func elsewhere(_ look: Look) -> Page {
        let words = look.words.typedPressure
        return Page(
            sentence: words.elsewhere, story: .illustration(.cuff), isStoryOptional: true,
            advice: [.optional(priority: 5, .saying(words.elsewhereAdvice))], actions: [typeInstead(look, .primary)])
    }

    private func guide(_ sentence: String, step: Int, status: View, _ look: Look) -> Page {
        let words = look.words.pressure
        return Page(
            sentence: sentence, story: .illustration(.cuff), isStoryOptional: true,
            advice: [
                .optional(priority: 7, .progressSteps([words.step1, words.step2, words.step3], current: step)), status,
            ])
    }

    private func status(_ cuff: InstrumentState, _ look: Look) -> View {
        let words = look.words.pressure
        guard cuff == .away else { return sign(.bluetooth, .pine, words.cuffReady) }
        return .card(ground: .sun, edge: .persimmon, padding: 8, sign(.warning, .persimmon, words.cuffAway))
    }

    private func pressing(_ live: QuantityValue?, _ look: Look) -> View {
        sign(.timer, .pine, look.words.pressing(live?.value))
    }

    private func sign(_ icon: Icon, _ color: ColorRole, _ text: String) -> View {
        .row(
            spacing: 6, .center,
            [.icon(icon, size: 18, color), .flex(1, .text(text, TextStyle(.body, fixedDigits: true)))])
    }

    private func value(_ sentence: String, _ reading: Reading, _ gate: PressureGate, _ look: Look) -> Page {
        value(sentence, reading, ground: gate.category == .usual ? .mint : .sun, look)
    }

    func value(_ sentence: String, _ reading: Reading, ground: ColorRole, _ look: Look) -> Page {
        let words = look.words.pressure
        let told = { (kind: QuantityKind) in reading[kind].map { look.words.whole($0.value) } ?? "–" }
        let pulse = reading[.pulse].map { pulse -> View in
            .optional(
                priority: 7,
                .row(
                    spacing: 5, .center,
                    [
                        .spacer, .icon(.heart, size: 18, .dancheongRed),
                        .text(look.words.pulse(pulse.value), TextStyle(.body)), .spacer,
                    ]))
        }
        return Page(
            sentence: sentence,
            story: .pair(
                (words.upper, told(.systolic)), (words.lower, told(.diastolic)), below: [pulse].compactMap { $0 },
                ground: ground))
    }

    private func advice(_ visit: Visit, _ gate: PressureGate, _ look: Look) -> View {
        let last = look.words.lastTime(visit).map { line -> View in
            .optional(priority: 6, .text(line, TextStyle(.caption, color: .quietInk)))
        }
        return .card(
            padding: 9,
            .column(
                spacing: 5, .stretch,
                [
                    .firstFitting(
                        [.heading, .body].map { .text(look.words.pressure.advice(gate), TextStyle($0)) })
                ] + [last].compactMap { $0 }))
    }

    private func choices(_ gate: PressureGate, _ look: Look) -> [Page.Action] {
        let measure = look.words.measure
        let again: Page.Action =
            gate.asksForRest
            ? rest(look)
            : .init(
                word: measure.again, icon: .repeatArrow, id: "again", kind: .secondary, event: .pressure(.againTapped))
        let save = Page.Action(
            word: measure.save, icon: .save, id: "save", kind: gate.asksForRest ? .secondary : .primary,
            event: .pressure(.saveTapped))
        return gate.asksForRest ? [again, save] : [save, again]
    }

    private func afterwards(_ gate: PressureGate, _ look: Look) -> [Page.Action] {
        let done = Page.Action(
            word: look.words.measure.next, icon: .done, id: "done", kind: gate.asksForRest ? .secondary : .primary,
            event: .pressure(.doneTapped))
        return (gate.asksForRest ? [rest(look)] : []) + (leadsToFitness ? [done] : [])
    }

    private func rest(_ look: Look) -> Page.Action {
        .init(
            word: look.words.pressure.restFirst, icon: .timer, id: "rest", kind: .primary, event: .pressure(.restTapped)
        )
    }

    private func resting(_ until: Duration, _ look: Look) -> Page {
        let words = look.words.pressure
        let left = max(.zero, until - look.now.monotonic)
        return Page(
            sentence: words.restSentence,
            facts: [.optional(priority: 8, .flex(1, .illustration(.restingPerson)))],
            story: .furniture(look.words.countdown(left), unit: nil, ground: .sky, above: words.restLeft),
            actions: [
                .init(
                    word: words.measureNow, icon: .heart, id: "again", kind: .secondary, event: .pressure(.againTapped))
            ])
    }

    private func failed(_ failure: MeasureFailure, _ look: Look) -> Page {
        Page(
            sentence: look.words.measure.failed(failure), story: .illustration(.cuff), isStoryOptional: true,
            advice: [.optional(priority: 5, .saying(look.words.pressure.failedAdvice, ground: .sun))],
            asides: [typeInstead(look)],
            actions: [
                .init(
                    word: look.words.measure.again, icon: .repeatArrow, id: "again", kind: .primary,
                    event: .pressure(.againTapped))
            ])
    }
}
