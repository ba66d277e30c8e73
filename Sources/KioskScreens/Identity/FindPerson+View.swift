import KioskUI

extension FindPerson {
    func view(_ look: Look) -> View {
        let words = look.words.find
        if let found { return results(found, look) }
        switch way {
        case .choosing: return Page(sentence: words.sentence, story: ways(look), landscape: .below).view(look)
        case .initials:
            return Page(
                caption: words.initialsExample, sentence: words.initialsSentence,
                facts: [entryLine(initials, hint: "ㄱ ㅇ ㅅ", look, erase: .find(.erased))],
                story: JamoKeyboard.initials { .find(.jamo($0)) }
            ).view(look)
        case .phone:
            return Page(
                sentence: words.phoneSentence,
                facts: [entryBoxes(digits.map { String($0) }, of: 4, look, erase: .find(.erased))],
                story: NumberPad.view { .find(.digit($0)) }
            ).view(look)
        }
    }

    private func ways(_ look: Look) -> View {
        let words = look.words.find
        let choices = [
            Choice(
                icon: .keyboard, picture: .initialKeys, title: words.byName, caption: words.byNameHint, id: "by-name",
                event: .find(.wayChosen(.initials))),
            Choice(
                icon: .phone, color: .indigo, picture: .telephone, title: words.byPhone, caption: words.byPhoneHint,
                id: "by-phone", event: .find(.wayChosen(.phone))),
        ]
        return Choice.filling(choices, look, page: page)
    }

    private func results(_ people: [Person], _ look: Look) -> View {
        let words = look.words.find
        guard !people.isEmpty else {
            return Page(
                sentence: words.nobody, story: .illustration(.helper), isStoryOptional: true,
                advice: [.optional(priority: 5, .saying(words.nobodyAdvice, ground: .sun))],
                actions: [
                    .init(
                        word: look.words.start.newcomer, icon: .person, id: "newcomer", kind: .primary,
                        event: .start(.newcomerTapped))
                ]
            ).view(look)
        }
        let cards = people.enumerated().map { index, person in
            Choice(
                icon: .person, title: look.words.honoured(person.name), caption: look.words.bornIn(person.birthMonth),
                id: TouchID("person-\(index)"), event: .find(.personTapped(person))
            ).row
        }
        return Page(
            sentence: words.whichOne, story: .listed(cards, picture: .neighbours, look, page: page)
        ).view(look)
    }
}
