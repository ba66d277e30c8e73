import Foundation
import KioskUI

/// The supporter's side: the tray of unclaimed readings, opened with a PIN.
public struct Staff: Equatable, Sendable {
    public internal(set) var phase: Phase
    var pin = ""
    var refused = false
    var page = 0

    public init(phase: Phase = .pin) { self.phase = phase }

    public enum Phase: Equatable, Sendable {
        case pin
        case tray([TrayEntry], by: String)
        /// Whose is it? Found by initial consonants.
        case choosing(TrayEntry, by: String, initials: String, found: [Person])
        case confirming(TrayEntry, Person, by: String)
    }

    public enum Event: Equatable, Sendable {
        case digit(Int), erased
        case entryTapped(TrayEntry)
        case jamo(Character)
        case personTapped(Person)
        case confirmed
    }

    enum Request: Equatable, Sendable {
        case admit(pin: String)
        case find(initials: String)
        case claim(TrayEntry, Person, by: String)
    }

    static let pinLength = 6

    mutating func update(_ event: Event) -> Request? {
        switch (phase, event) {
        case (.pin, .digit(let digit)):
            refused = false
            pin.append(String(digit))
            guard pin.count == Self.pinLength else { return nil }
            defer { pin = "" }
            return .admit(pin: pin)
        case (.pin, .erased): _ = pin.popLast()
        case (.tray(_, let by), .entryTapped(let entry)):
            page = 0
            phase = .choosing(entry, by: by, initials: "", found: [])
        case (.choosing(let entry, let by, let initials, _), .jamo(let jamo)):
            let more = String((initials + String(jamo)).prefix(6))
            phase = .choosing(entry, by: by, initials: more, found: [])
            return more.count >= 2 ? .find(initials: more) : nil
        case (.choosing(let entry, let by, let initials, _), .erased):
            phase = .choosing(entry, by: by, initials: String(initials.dropLast()), found: [])
        case (.choosing(let entry, let by, _, _), .personTapped(let person)):
            phase = .confirming(entry, person, by: by)
        case (.confirming(let entry, let person, let by), .confirmed): return .claim(entry, person, by: by)
        default: break
        }
        return nil
    }

    func view(_ look: Look) -> View {
        let words = look.words.staff
        switch phase {
        case .pin:
            return Page(
                caption: words.title, sentence: refused ? words.pinRefused : words.pinSentence,
                body: [
                    entryField(
                        String(repeating: "●", count: pin.count)
                            + String(repeating: "·", count: Self.pinLength - pin.count), isHint: false),
                    NumberPad.view(look, digit: { .staff(.digit($0)) }, erase: .staff(.erased)),
                ]
            ).view(look)
        case .tray(let entries, _): return tray(entries, look)
        case .choosing(let entry, _, let initials, let found): return choosing(entry, initials, found, look)
        case .confirming(let entry, let person, _):
            return Page(
                caption: words.title, sentence: look.words.isItTheirs(person.name),
                body: [
                    .saying(look.words.told(entry, look.calendar), ground: .sun),
                    .button(words.confirm, icon: .check, id: "confirm", kind: .primary, event: .staff(.confirmed)),
                ]
            ).view(look)
        }
    }

    private func tray(_ entries: [TrayEntry], _ look: Look) -> View {
        let words = look.words.staff
        let cards = entries.enumerated().map { index, entry -> View in
            .choice(
                icon: .inbox, color: .persimmon, title: look.words.told(entry, look.calendar), caption: words.choose,
                id: TouchID("entry-\(index)"), event: .staff(.entryTapped(entry)))
        }
        return Page(
            caption: words.title, sentence: look.words.trayCount(entries.count),
            body: [.flex(1, .paged(PagedList(items: cards, look, page: page)))],
            isSimulated: entries.contains(where: \.isSimulated)
        ).view(look)
    }

    private func choosing(_ entry: TrayEntry, _ initials: String, _ found: [Person], _ look: Look) -> View {
        let people = found.prefix(4).enumerated().map { index, person -> View in
            .button(
                look.words.honoured(person.name), icon: .person, id: TouchID("person-\(index)"), kind: .secondary,
                event: .staff(.personTapped(person)))
        }
        return Page(
            caption: look.words.told(entry, look.calendar), sentence: look.words.staff.whose,
            body: [entryField(initials.isEmpty ? "ㄱ ㅇ ㅅ" : initials, isHint: initials.isEmpty)]
                + (people.isEmpty
                    ? [JamoKeyboard.initials(look, key: { .staff(.jamo($0)) }, erase: .staff(.erased))]
                    : [.paged(PagedList(items: Array(people), look, page: page))])
        ).view(look)
    }
}
