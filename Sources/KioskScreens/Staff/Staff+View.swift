import FitnessMeasure
import KioskUI

extension Staff {
    func view(_ instruments: [InstrumentLine], _ look: Look) -> View {
        let words = look.words.staff
        switch phase {
        case .pin:
            return Page(
                caption: words.title, sentence: refused ? words.pinRefused : words.pinSentence,
                facts: [
                    entryBoxes(
                        [String](repeating: "●", count: pin.count), of: Self.pinLength, look, erase: .staff(.erased))
                ],
                story: NumberPad.view { .staff(.digit($0)) },
                advice: refused ? [.optional(priority: 5, .saying(words.pinAgain, ground: .sun))] : []
            ).view(look)
        case .tray(let entries, _): return tray(entries, look)
        case .choosing(let entry, _, let initials, let found): return choosing(entry, initials, found, look)
        case .instruments: return instrumentList(instruments, look)
        case .trying(let trial, _):
            return trialPage(trial, instruments.first { $0.place.id == trial.instrument }, look)
        case .pairing(let pairing, _): return pairing.view(page: page, look)
        case .confirming(let entry, let person, _):
            return Page(
                caption: words.title, sentence: look.words.isItTheirs(person.name),
                story: .illustration(entry.picture), isStoryOptional: true,
                advice: [
                    .saying(look.words.told(entry, look.calendar), ground: .sun),
                    .optional(priority: 4, .text(look.words.reason(entry), TextStyle(.body, color: .quietInk))),
                ],
                actions: [
                    .init(
                        word: look.words.claim.present, icon: .check, id: "confirm", kind: .primary,
                        event: .staff(.confirmed(.wasPresent))),
                    .init(
                        word: look.words.claim.ownRecord, icon: .timer, id: "own-record",
                        event: .staff(.confirmed(.ownRecord))),
                ], isSimulated: entry.isSimulated
            ).view(look)
        }
    }

    private func tray(_ entries: [TrayEntry], _ look: Look) -> View {
        let words = look.words.staff
        let cards = entries.enumerated().map { index, entry in
            Choice(
                icon: .inbox, color: .persimmon, title: look.words.told(entry, look.calendar),
                caption: look.words.reason(entry),
                id: TouchID("entry-\(index)"), event: .staff(.entryTapped(entry))
            ).row
        }
        return Page(
            caption: words.title, sentence: look.words.trayCount(entries.count),
            story: cards.isEmpty
                ? .illustration(.teaTable) : .listed(cards, picture: .neighbours, look, page: page),
            isStoryOptional: cards.isEmpty,
            actions: [
                .init(
                    word: look.words.instruments.devices, icon: .bluetooth, id: "devices",
                    event: .staff(.devicesTapped))
            ], isSimulated: entries.contains(where: \.isSimulated)
        ).view(look)
    }

    private func choosing(_ entry: TrayEntry, _ initials: String, _ found: [Person], _ look: Look) -> View {
        let people = found.enumerated().map { index, person in
            Choice(
                icon: .person, title: look.words.honoured(person.name), caption: look.words.bornIn(person.birthMonth),
                id: TouchID("person-\(index)"), event: .staff(.personTapped(person))
            ).row
        }
        return Page(
            caption: look.words.told(entry, look.calendar), sentence: look.words.staff.whose,
            facts: [entryLine(initials, hint: "ㄱ ㅇ ㅅ", look, erase: .staff(.erased))],
            story: people.isEmpty
                ? JamoKeyboard.initials { .staff(.jamo($0)) }
                : .paged(PagedList(items: people, look, page: page)),
            isSimulated: entry.isSimulated
        ).view(look)
    }
}

extension TrayEntry {
    /// What it was measured with.
    fileprivate var picture: Picture {
        if values.contains(where: { $0.kind == .systolic }) { return .cuff }
        return values.contains { $0.kind == .repetitions } ? .chairStand : .gripping
    }
}
