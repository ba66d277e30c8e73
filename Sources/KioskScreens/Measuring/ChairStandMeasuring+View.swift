import FitnessMeasure
import KioskUI

extension ChairStandMeasuring {
    func view(_ visit: Visit, _ look: Look) -> View {
        var page = phasePage(look)
        page.caption = look.words.whose(visit.person.name, look.words.fitness.chair)
        return page.view(look)
    }

    private func phasePage(_ look: Look) -> Page {
        let words = look.words.chair
        let measure = look.words.measure
        switch phase {
        case .explaining:
            return Page(
                sentence: words.sentence, story: .illustration(.chairStand), isStoryOptional: true,
                advice: [.optional(priority: 5, .saying(words.how))],
                actions: [
                    .init(word: words.start, icon: .play, id: "start", kind: .primary, event: .chair(.startTapped))
                ])
        case .testing: return testing(look)
        case .saving(let reading):
            return Page(sentence: words.finished, story: number(reading, look), progress: measure.saving)
        case .notSaved(let reading):
            return Page(
                sentence: measure.notSaved, story: number(reading, look),
                advice: [.optional(priority: 5, .saying(measure.notSavedAdvice, ground: .sun))],
                actions: choices(look))
        case .saved(let reading):
            return Page(
                sentence: measure.saved, story: number(reading, look),
                actions: [
                    .init(word: measure.next, icon: .done, id: "done", kind: .primary, event: .chair(.doneTapped))
                ])
        }
    }

    private func testing(_ look: Look) -> Page {
        let words = look.words.chair
        switch test.phase {
        case .ready: return Page(sentence: words.sentence)
        case .countdown(let tenths):
            return Page(
                sentence: words.getReady,
                story: .furniture(String((tenths + 9) / 10), unit: words.seconds, ground: .sun))
        case .running(let tenths, let count): return running(tenths, count, look)
        case .finished(let count):
            return Page(
                sentence: words.finished, story: .furniture(String(count), unit: words.times, ground: .mint),
                asides: [
                    .init(word: words.oneMore, icon: .plus, id: "count", event: .chair(.countTapped)),
                    .init(word: words.undo, icon: .minus, id: "undo", event: .chair(.undoTapped)),
                ],
                actions: choices(look))
        }
    }

    /// Nothing but the count and one huge key: the supporter looks at the senior, not at the screen.
    private func running(_ tenths: Int, _ count: Int, _ look: Look) -> Page {
        let words = look.words.chair
        let key: View = .touch(
            "count", .chair(.countTapped),
            .box(
                BoxStyle(ground: .pine, padding: 9),
                .column(
                    spacing: 5, .stretch,
                    [
                        .spacer, .icon(.plus, size: 44, .onPine),
                        .text(words.count, TextStyle(.title, color: .onPine, align: .center)), .spacer,
                    ])))
        let lowKey: View = .button(
            words.count, icon: .plus, id: "count", kind: .primary, height: 26, event: .chair(.countTapped))
        return Page(
            sentence: look.words.secondsLeft(tenths: tenths),
            facts: [.flex(0.6, .furniture(String(count), unit: words.times, ground: .mint))],
            story: .firstFitting([key, lowKey]),
            actions: [
                .init(word: words.undo, icon: .minus, id: "undo", kind: .secondary, event: .chair(.undoTapped))
            ])
    }

    private func choices(_ look: Look) -> [Page.Action] {
        [
            .init(word: look.words.measure.save, icon: .save, id: "save", kind: .primary, event: .chair(.saveTapped)),
            .init(
                word: look.words.measure.again, icon: .repeatArrow, id: "again", kind: .secondary,
                event: .chair(.againTapped)),
        ]
    }

    private func number(_ reading: Reading, _ look: Look) -> View {
        .furniture(
            reading[.repetitions]?.value.description ?? "–", unit: look.words.chair.times, ground: .mint)
    }
}
