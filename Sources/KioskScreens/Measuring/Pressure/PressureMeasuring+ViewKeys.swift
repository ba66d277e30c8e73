import FitnessMeasure
import KioskUI

extension PressureMeasuring {
    /// One number after the other, all of them in sight.
    func entering(_ entry: PressureEntry, _ look: Look) -> Page {
        let (words, test) = (look.words.typedPressure, look.words.test)
        let place = entry.place
        let fields = zip(entry.items, entry.numbers).map { (label: Self.label($0, look), typed: $1.text) }
        var page = Page(
            sentence: words.ask(entry.item.quantity),
            facts: [entryFields(fields, at: place, look, erase: .pressure(.erased))],
            story: NumberPad.view { .pressure(.digit($0)) },
            actions: [
                .init(
                    word: look.words.measure.next, icon: .check, id: "done", kind: .primary, event: .pressure(.entered))
            ])
        if entry.mayBeLeftOut {
            page.actions.append(
                .init(word: words.noPulse, icon: .close, id: "no-pulse", event: .pressure(.noPulseTapped)))
        }
        switch entry.objection {
        case .again: if place == 0 { page.sentence = test.typeAgain }
        case .differ: page.object(test.typedDiffer)
        case .refused(let finding): page.object(look.words.refusal(finding))
        case .lowerNotBelow: page.object(words.lowerNotBelow)
        case nil: break
        }
        return page
    }

    func doubted(_ reading: Reading, _ look: Look) -> Page {
        var page = value(look.words.typedPressure.isItRight, reading, ground: .sun, look)
        page.advice = [.optional(priority: 5, .saying(look.words.test.isItRightAdvice, ground: .sun))]
        let answers = look.words.screening
        page.actions = [
            .init(
                word: answers.no, icon: .repeatArrow, id: "again", kind: .primary, event: .pressure(.againTapped)),
            .init(word: answers.yes, icon: .save, id: "right", event: .pressure(.rightTapped)),
        ]
        return page
    }

    /// The way to the keys.
    func typeInstead(_ look: Look, _ kind: ButtonKind = .secondary) -> Page.Action {
        .init(
            word: look.words.typedPressure.open, icon: .keyboard, id: "type", kind: kind, event: .pressure(.typeTapped))
    }

    private static func label(_ item: FitnessTest.Item, _ look: Look) -> String {
        switch item.quantity {
        case .systolic: look.words.pressure.upper
        case .diastolic: look.words.pressure.lower
        default: look.words.typedPressure.pulse
        }
    }
}

extension Words.TypedPressureWords {
    fileprivate func ask(_ quantity: QuantityKind) -> String {
        switch quantity {
        case .systolic: askUpper
        case .diastolic: askLower
        default: askPulse
        }
    }
}
