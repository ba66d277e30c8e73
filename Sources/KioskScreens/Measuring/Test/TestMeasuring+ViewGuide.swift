import FitnessMeasure
import KioskUI

extension TestMeasuring {
    /// The set-up picture and all steps; with less room the steps alone, at last on pages.
    func explaining(_ look: Look) -> [Page] {
        let steps = test.guide.steps.enumerated().map { index, text in
            Self.step(index + 1, look.text(text))
        }
        let setup: View = .optional(
            priority: 6, .text(look.text(test.guide.setup), TextStyle(.caption, color: .quietInk)))
        let card: View = .card(padding: 9, .column(spacing: 6, .stretch, steps))
        let roomy = Page(
            sentence: look.text(test.name), story: .illustration(.named(test.guide.picture)), advice: [card, setup],
            asides: [notNow(look)], actions: beginnings(look))
        var narrow = roomy
        narrow.story = .firstFitting([card, .paged(PagedList(items: steps, look, page: page))])
        narrow.advice = []
        (narrow.asides, narrow.actions) = ([], beginnings(look) + [notNow(look)])
        return [roomy, narrow]
    }

    /// The steps while an instrument measures, and its value while that still moves.
    func observed(_ live: QuantityValue?, _ state: InstrumentState, _ look: Look) -> [Page] {
        let words = look.words.instruments
        let picture: View = .illustration(.named(test.guide.picture))
        if let live {
            return [
                Page(
                    sentence: words.moving, facts: [.optional(priority: 8, .flex(1, picture))],
                    story: furniture(live.kind == item?.quantity ? live.value : nil, look))
            ]
        }
        let isAway = state == .away
        let byHand = Page.Action(
            word: test.capture.isOnScreen ? words.byHand : look.words.test.type,
            icon: test.capture.isOnScreen ? .timer : .keyboard, id: "type", event: .test(.typeTapped))
        let steps = test.guide.steps.enumerated().map { Self.step($0 + 1, look.text($1)) }
        let card: View = .card(padding: 9, .column(spacing: 6, .stretch, steps))
        let roomy = Page(
            sentence: isAway ? words.away : words.begin, story: picture, isStoryOptional: true,
            advice: [
                card,
                .optional(
                    priority: 5,
                    .saying(isAway ? words.awayAdvice : words.beginAdvice, ground: isAway ? .sun : .mint)),
            ],
            asides: [byHand, notNow(look)])
        var narrow = roomy
        narrow.story = .firstFitting([card, .paged(PagedList(items: steps, look, page: page))])
        narrow.advice = []
        return [roomy, narrow]
    }

    private static func step(_ number: Int, _ text: String) -> View {
        let badge: View = .sized(
            width: 19, height: 19,
            .box(
                BoxStyle(ground: .mint, corner: 9.5, padding: 0),
                .text(String(number), TextStyle(.caption, color: .pine, align: .center))))
        return .row(spacing: 6, .center, [badge, .flex(1, .text(text, TextStyle(.body)))])
    }

    /// The ways to begin: keys for typing, the clock, or the clock on one of the courses.
    private func beginnings(_ look: Look) -> [Page.Action] {
        let words = look.words.test
        if needsCourse {
            return Self.courses.map { metres in
                Page.Action(
                    word: words.course(["metres": String(metres)]), icon: .play, id: TouchID("course-\(metres)"),
                    kind: metres == Self.courses.first ? .primary : .secondary, event: .test(.courseTapped(metres)))
            }
        }
        guard test.capture.timer == nil else {
            return [.init(word: words.start, icon: .play, id: "start", kind: .primary, event: .test(.startTapped))]
        }
        return [.init(word: words.type, icon: .keyboard, id: "type", kind: .primary, event: .test(.typeTapped))]
    }

    func entering(_ entry: NumberEntry, _ objection: EntryObjection?, _ look: Look) -> Page {
        let words = look.words.test
        let unit = item.flatMap { look.words.units.word($0.unit, of: test) } ?? ""
        let typed = entry.text.isEmpty ? "" : look.words.typed(entry.text, unit: item?.unit, of: test)
        var page = Page(
            sentence: words.typeIt, facts: [entryLine(typed, hint: unit, look, erase: .test(.erased))],
            story: NumberPad.view(
                places: entry.places, takesSign: entry.takesSign, digit: { .test(.digit($0)) },
                point: .test(.pointTapped), sign: .test(.signTapped)),
            actions: [
                .init(word: look.words.weight.done, icon: .check, id: "done", kind: .primary, event: .test(.entered)),
                .init(word: words.notNow, icon: .close, id: "skip", event: .test(.skipTapped)),
            ])
        switch objection {
        case .again: page.sentence = words.typeAgain
        case .differ: page.object(words.typedDiffer)
        case .refused(let finding): page.object(look.words.refusal(finding, unit: item?.unit, of: test))
        case nil: break
        }
        return page
    }
}
