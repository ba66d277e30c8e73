import KioskUI
import KoreanText

/// No card today: found by the name's initial consonants or by the phone's last four digits.
public struct FindPerson: Equatable, Sendable {
    public internal(set) var way: Way
    var initials = ""
    var digits = ""
    var found: [Person]?
    var page = 0

    public init(way: Way = .choosing) { self.way = way }

    public enum Way: Equatable, Sendable { case choosing, initials, phone }

    public enum Event: Equatable, Sendable {
        case wayChosen(Way)
        case jamo(Character), digit(Int), erased
        case personTapped(Person)
        case nobodyTapped
    }

    /// What to look for now.
    enum Query: Equatable, Sendable { case initials(String), phone(String) }

    /// Names are searched from two consonants on, phones from four digits on.
    mutating func update(_ event: Event) -> Query? {
        switch (way, event) {
        case (_, .wayChosen(let chosen)): self = FindPerson(way: chosen)
        case (.initials, .jamo(let jamo)):
            guard initials.count < 6 else { return nil }
            initials.append(jamo)
            return changed()
        case (.initials, .erased):
            _ = initials.popLast()
            return changed()
        case (.phone, .digit(let digit)):
            guard digits.count < 4 else { return nil }
            digits.append(String(digit))
            return changed()
        case (.phone, .erased):
            _ = digits.popLast()
            return changed()
        default: break
        }
        return nil
    }

    private mutating func changed() -> Query? {
        found = nil
        page = 0
        switch way {
        case .initials: return initials.count >= 2 ? .initials(initials) : nil
        case .phone: return digits.count == 4 ? .phone(digits) : nil
        case .choosing: return nil
        }
    }

    mutating func goBack() -> Bool {
        if found != nil {
            self = FindPerson(way: way)
            return true
        }
        guard way != .choosing else { return false }
        self = FindPerson()
        return true
    }

    func view(_ look: Look) -> View {
        let words = look.words.find
        if let found { return results(found, look) }
        switch way {
        case .choosing:
            return Page(
                sentence: words.sentence,
                body: [
                    .choice(
                        icon: .keyboard, color: .pine, title: words.byName, caption: words.byNameHint, id: "by-name",
                        event: .find(.wayChosen(.initials))),
                    .choice(
                        icon: .phone, color: .indigo, title: words.byPhone, caption: words.byPhoneHint, id: "by-phone",
                        event: .find(.wayChosen(.phone))),
                ]
            ).view(look)
        case .initials:
            return Page(
                caption: words.initialsExample, sentence: words.initialsSentence,
                body: [
                    entryField(initials.isEmpty ? "ㄱ ㅇ ㅅ" : initials, isHint: initials.isEmpty),
                    JamoKeyboard.initials(look, key: { .find(.jamo($0)) }, erase: .find(.erased)),
                ]
            ).view(look)
        case .phone:
            return Page(
                sentence: words.phoneSentence,
                body: [
                    entryField(digits + String(repeating: "·", count: 4 - digits.count), isHint: false),
                    NumberPad.view(look, digit: { .find(.digit($0)) }, erase: .find(.erased)),
                ]
            ).view(look)
        }
    }

    private func results(_ people: [Person], _ look: Look) -> View {
        let words = look.words.find
        let cards = people.enumerated().map { index, person -> View in
            .choice(
                icon: .person, color: .pine, title: look.words.honoured(person.name),
                caption: look.words.bornIn(person.birthMonth), id: TouchID("person-\(index)"),
                event: .find(.personTapped(person)))
        }
        return Page(
            sentence: people.isEmpty ? words.nobody : words.whichOne,
            body: [.flex(1, .paged(PagedList(items: cards, look, page: page)))]
                + (people.isEmpty
                    ? [
                        .button(
                            look.words.start.newcomer, icon: .person, id: "newcomer", kind: .primary,
                            event: .start(.newcomerTapped))
                    ] : [])
        ).view(look)
    }
}
