import FitnessMeasure
import KioskUI

extension Enrolment {
    func view(_ look: Look) -> View {
        var page = stepPage(look)
        page.caption = look.words.enrolment.caption
        page.object(objection(look))
        return page.view(look)
    }

    private func stepPage(_ look: Look) -> Page {
        let words = look.words.enrolment
        switch step {
        case .membershipConsent:
            return consent(
                words.membershipSentence, words.membershipText, yes: words.agree, no: words.decline, look)
        case .healthConsent:
            return consent(
                words.healthSentence, words.healthText, yes: words.agreeHealth, no: words.declineHealth, look)
        case .name: return nameEntry(look)
        case .birthYear:
            return Page(
                sentence: words.yearSentence,
                facts: [
                    entryBoxes(
                        yearDigits.map { String($0) }, of: 2, before: "19", look, erase: .enrolment(.erased))
                ], story: NumberPad.view { .enrolment(.digit($0)) })
        case .birthMonth: return Page(sentence: words.monthSentence, story: months(look), landscape: .below)
        case .sex: return Page(sentence: words.sexSentence, story: sexes(look), landscape: .below)
        case .phone: return phoneEntry(look)
        case .helper: return Page(sentence: words.helperSentence, story: helpers(look))
        case .review, .saving: return review(look)
        }
    }

    /// Why the step cannot be left yet; it stands where the question stood.
    private func objection(_ look: Look) -> String? {
        let words = look.words.enrolment
        return switch objection {
        case .nameMissing: words.nameMissing
        case .yearOutOfRange: words.yearOutOfRange
        case .phoneIncomplete: words.phoneSentence
        case .notSaved: look.words.measure.notSaved
        case nil: nil
        }
    }

    /// The whole text where there is room, else a sentence a page.
    private func consent(_ sentence: String, _ text: String, yes: String, no: String, _ look: Look) -> Page {
        let sentences = text.split(separator: "\n").map(String.init)
        let set = { (size: TextSize) -> View in
            .column(
                spacing: 7, .stretch,
                [.spacer] + sentences.map { .text($0, TextStyle(size, weight: .regular)) } + [.spacer])
        }
        let paged: View = .paged(
            PagedList(items: sentences.map { .text($0, TextStyle(.caption, weight: .regular)) }, look, page: page))
        return Page(
            sentence: sentence,
            story: .firstFitting(
                [set(.heading), set(.body), set(.caption)].map { .card(padding: 10, $0) } + [.card(padding: 5, paged)]),
            actions: [
                .init(word: yes, icon: .check, id: "agree", kind: .primary, event: .enrolment(.agreed)),
                .init(word: no, icon: .close, id: "decline", kind: .secondary, event: .enrolment(.declined)),
            ])
    }

    private func nameEntry(_ look: Look) -> Page {
        let words = look.words.enrolment
        return Page(
            sentence: words.nameSentence,
            facts: [entryLine(name, hint: words.nameHint, look, erase: .enrolment(.erased))],
            story: JamoKeyboard.view { .enrolment(.key($0)) },
            actions: [
                .init(
                    word: words.nameDone, icon: .check, id: "name-done", kind: .primary,
                    event: .enrolment(.next))
            ], landscape: .below)
    }

    private func phoneEntry(_ look: Look) -> Page {
        Page(
            sentence: look.words.enrolment.phoneSentence,
            facts: [entryBoxes(phoneDigits.map { String($0) }, of: 4, look, erase: .enrolment(.erased))],
            story: NumberPad.view { .enrolment(.digit($0)) },
            actions: [
                .init(
                    word: look.words.enrolment.skip, icon: .done, id: "skip", kind: .secondary,
                    event: .enrolment(.skipped))
            ])
    }

    private func months(_ look: Look) -> View { Months.view(look) { .enrolment(.month($0)) } }

    private func sexes(_ look: Look) -> View {
        let words = look.words.enrolment
        let choices = [
            Choice(
                icon: .person, color: .persimmon, picture: .grandmother, title: words.female, id: "female",
                event: .enrolment(.sex(.female))),
            Choice(
                icon: .person, color: .indigo, picture: .grandfather, title: words.male, id: "male",
                event: .enrolment(.sex(.male))),
        ]
        return Choice.filling(choices, look, page: page)
    }

    private func helpers(_ look: Look) -> View {
        let words = look.words.enrolment
        let alone = Choice(icon: .person, title: words.alone, id: "alone", event: .enrolment(.helped(nil)))
        let helped = supporters.enumerated().map { index, name in
            Choice(
                icon: .people, color: .indigo, title: look.words.supporterNamed(name),
                id: TouchID("supporter-\(index)"), event: .enrolment(.helped(name)))
        }
        return .listed(([alone] + helped).map(\.row), picture: .helper, look, page: page)
    }

    private func review(_ look: Look) -> Page {
        let words = look.words.enrolment
        let lines: [View] = [
            line(words.nameLabel, senior.name),
            line(words.birthLabel, look.words.birth(year: senior.birthYear, month: senior.birthMonth)),
            line(words.sexLabel, senior.sex == .female ? words.female : words.male),
            line(words.phoneLabel, senior.phoneLastDigits.map { "010-····-" + $0 } ?? words.none),
            line(words.healthLabel, senior.consentsToHealthData ? words.agreed : words.declined),
        ]
        return Page(
            sentence: words.reviewSentence,
            story: .firstFitting([
                .grid(columns: 1, spacing: 6, lines), .paged(PagedList(items: lines, look, page: page)),
            ]),
            actions: step == .saving
                ? []
                : [
                    .init(
                        word: words.confirm, icon: .card, id: "confirm", kind: .primary, event: .enrolment(.confirmed))
                ],
            progress: step == .saving ? words.saving : nil)
    }

    private func line(_ label: String, _ value: String) -> View {
        .card(
            padding: 7,
            .firstFitting([
                .row(
                    spacing: 5, .center,
                    [
                        .flex(2, .text(label, TextStyle(.body, color: .quietInk))),
                        .flex(3, .text(value, TextStyle(.heading))),
                    ]),
                .column(
                    spacing: 2, .stretch,
                    [.text(label, TextStyle(.caption, color: .quietInk)), .text(value, TextStyle(.body))]),
            ]))
    }
}
