import FitnessMeasure
import KioskUI
import KoreanText
import SeniorCard

extension Enrolment {
    func view(_ look: Look) -> View {
        let words = look.words.enrolment
        let page = { (sentence: String, body: [View]) -> View in
            Page(caption: words.caption, sentence: sentence, body: objectionLine(look) + body).view(look)
        }
        switch step {
        case .membershipConsent:
            return page(words.membershipSentence, consent(words.membershipText, yes: words.agree, no: words.decline))
        case .healthConsent:
            return page(words.healthSentence, consent(words.healthText, yes: words.agreeHealth, no: words.declineHealth))
        case .name: return page(words.nameSentence, nameEntry(look))
        case .birthYear: return page(words.yearSentence, digits("19" + dotted(yearDigits, 2), look))
        case .birthMonth: return page(words.monthSentence, [months(look)])
        case .sex: return page(words.sexSentence, sexes(look))
        case .phone:
            return page(
                words.phoneSentence,
                digits("010-····-" + dotted(phoneDigits, 4), look)
                    + [.button(words.skip, icon: .done, id: "skip", kind: .secondary, event: .enrolment(.skipped))])
        case .helper: return page(words.helperSentence, [helpers(look)])
        case .review, .saving: return page(words.reviewSentence, review(look))
        }
    }

    private func objectionLine(_ look: Look) -> [View] {
        let words = look.words.enrolment
        let text: String? =
            switch objection {
            case .nameMissing: words.nameMissing
            case .yearOutOfRange: words.yearOutOfRange
            case .phoneIncomplete: words.phoneSentence
            case .notSaved: look.words.measure.notSaved
            case nil: nil
            }
        return text.map { [.saying($0, ground: .sun, edge: .persimmon)] } ?? []
    }

    private func consent(_ text: String, yes: String, no: String) -> [View] {
        [
            .flex(1, .box(BoxStyle(ground: .paper, edge: .clay), .text(text, TextStyle(.caption, weight: .regular)))),
            .button(yes, icon: .check, id: "agree", kind: .primary, event: .enrolment(.agreed)),
            .button(no, icon: .close, id: "decline", kind: .secondary, event: .enrolment(.declined)),
        ]
    }

    private func nameEntry(_ look: Look) -> [View] {
        let words = look.words.enrolment
        return [
            .row(
                spacing: 4, .stretch,
                [
                    .flex(1, entryField(name.isEmpty ? words.nameHint : name, isHint: name.isEmpty)),
                    .button(
                        words.nameDone, icon: .check, id: "name-done", kind: .primary, event: .enrolment(.next)),
                ]),
            JamoKeyboard.view(look, key: { .enrolment(.key($0)) }, erase: .enrolment(.erased)),
        ]
    }

    private func digits(_ shown: String, _ look: Look) -> [View] {
        [
            entryField(shown, isHint: false),
            NumberPad.view(look, digit: { .enrolment(.digit($0)) }, erase: .enrolment(.erased)),
        ]
    }

    private func dotted(_ digits: String, _ count: Int) -> String {
        digits + String(repeating: "·", count: max(0, count - digits.count))
    }

    private func months(_ look: Look) -> View {
        .grid(
            columns: 3, spacing: 4,
            (1...12).map { month in
                .button(
                    look.words.month(month), id: TouchID("month-\(month)"), kind: .secondary,
                    event: .enrolment(.month(month)))
            })
    }

    private func sexes(_ look: Look) -> [View] {
        let words = look.words.enrolment
        return [
            .choice(
                icon: .person, color: .persimmon, title: words.female, caption: nil, id: "female",
                event: .enrolment(.sex(.female))),
            .choice(
                icon: .person, color: .indigo, title: words.male, caption: nil, id: "male",
                event: .enrolment(.sex(.male))),
        ]
    }

    private func helpers(_ look: Look) -> View {
        let words = look.words.enrolment
        let alone: View = .choice(
            icon: .person, color: .pine, title: words.alone, caption: nil, id: "alone", event: .enrolment(.helped(nil)))
        let helped = supporters.enumerated().map { index, name -> View in
            .choice(
                icon: .people, color: .indigo, title: look.words.supporterNamed(name), caption: nil,
                id: TouchID("supporter-\(index)"), event: .enrolment(.helped(name)))
        }
        return .paged(PagedList(items: [alone] + helped, look, page: page))
    }

    private func review(_ look: Look) -> [View] {
        let words = look.words.enrolment
        let lines: [View] = [
            line(words.nameLabel, senior.name),
            line(words.birthLabel, look.words.birth(year: senior.birthYear, month: senior.birthMonth)),
            line(words.sexLabel, senior.sex == .female ? words.female : words.male),
            line(words.phoneLabel, senior.phoneLastDigits.map { "010-····-" + $0 } ?? words.none),
            line(words.healthLabel, senior.consentsToHealthData ? words.agreed : words.declined),
        ]
        return [
            .flex(1, .paged(PagedList(items: lines, look, page: page))),
            step == .saving
                ? .saying(words.saving, ground: .mint)
                : .button(words.confirm, icon: .card, id: "confirm", kind: .primary, event: .enrolment(.confirmed)),
        ]
    }

    private func line(_ label: String, _ value: String) -> View {
        .box(
            BoxStyle(ground: .paper, edge: .clay, padding: 4),
            .rowOrColumn(
                spacing: 4,
                [
                    .text(label, TextStyle(.caption, color: .quietInk)),
                    .text(value, TextStyle(.body)),
                ]))
    }
}
