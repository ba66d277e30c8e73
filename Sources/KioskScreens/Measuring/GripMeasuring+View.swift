import FitnessMeasure
import KioskUI

extension GripMeasuring {
    func view(_ visit: Visit, grip: InstrumentState, isSimulated: Bool, _ look: Look) -> View {
        var page = phasePage(grip, look)
        page.caption = look.words.whose(visit.person.name, look.words.fitness.grip)
        page.isSimulated = isSimulated
        return page.view(look)
    }

    private func phasePage(_ grip: InstrumentState, _ look: Look) -> Page {
        let words = look.words.grip
        let measure = look.words.measure
        switch phase {
        case .waiting:
            return Page(
                sentence: grip == .away ? words.away : words.squeeze, story: .illustration(.gripping),
                isStoryOptional: true, advice: [.saying(words.how)])
        case .squeezing(let live):
            return Page(
                sentence: words.keepOn, facts: [.optional(priority: 8, .flex(1, .illustration(.gripping)))],
                story: number(live?.value, look))
        case .value(let reading):
            return Page(sentence: words.gotIt, story: number(reading, look), actions: choices(measure))
        case .saving(let reading):
            return Page(sentence: words.gotIt, story: number(reading, look), progress: measure.saving)
        case .notSaved(let reading):
            return Page(
                sentence: measure.notSaved, story: number(reading, look),
                advice: [.optional(priority: 5, .saying(measure.notSavedAdvice, ground: .sun))],
                actions: choices(measure))
        case .saved(let reading):
            return Page(
                sentence: measure.saved, story: number(reading, look),
                actions: [
                    .init(word: measure.next, icon: .done, id: "done", kind: .primary, event: .grip(.doneTapped))
                ])
        case .failed(let failure):
            return Page(
                sentence: measure.failed(failure), story: .illustration(.gripping), isStoryOptional: true,
                advice: [.optional(priority: 5, .saying(words.how, ground: .sun))],
                actions: [
                    .init(
                        word: measure.again, icon: .repeatArrow, id: "again", kind: .primary, event: .grip(.againTapped)
                    )
                ])
        }
    }

    private func choices(_ measure: Words.Measure) -> [Page.Action] {
        [
            .init(word: measure.save, icon: .save, id: "save", kind: .primary, event: .grip(.saveTapped)),
            .init(word: measure.again, icon: .repeatArrow, id: "again", kind: .secondary, event: .grip(.againTapped)),
        ]
    }

    private func number(_ reading: Reading, _ look: Look) -> View { number(reading[.grip]?.value, look) }

    private func number(_ value: DecimalValue?, _ look: Look) -> View {
        .furniture(value?.description ?? "–", unit: look.words.measure.kilogram, ground: .mint)
    }
}
