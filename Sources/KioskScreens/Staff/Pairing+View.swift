import FitnessMeasure
import KioskUI

extension Pairing {
    func view(page: Int, _ look: Look) -> View {
        var shown = phasePage(page, look)
        shown.caption = named?.name ?? look.words.pairing.open
        return shown.view(look)
    }

    private var named: FoundInstrument? {
        switch phase {
        case .searching, .searched: nil
        case .connecting(let found), .asked(let found, _, _), .paired(let found), .failed(let found, _): found
        }
    }

    private func phasePage(_ page: Int, _ look: Look) -> Page {
        let words = look.words.pairing
        switch phase {
        case .searching(let found): return searching(found, page, look)
        case .searched(let found, let failure): return searched(found, failure, page, look)
        case .connecting:
            return Page(
                sentence: words.connecting, story: .illustration(.helper), isStoryOptional: true,
                advice: [.saying(words.connectingAdvice)])
        case .asked(_, let question, let typed): return asked(question, typed, look)
        case .paired:
            return Page(
                sentence: words.paired, story: .illustration(.helper), isStoryOptional: true,
                advice: [.saying(words.pairedAdvice)],
                actions: [
                    .init(
                        word: look.words.instruments.devices, icon: .done, id: "devices", kind: .primary,
                        event: .staff(.devicesTapped))
                ])
        case .failed(_, let failure):
            return Page(
                sentence: words.notPaired, story: .illustration(.helper), isStoryOptional: true,
                advice: [.saying(words.advice(failure), ground: .sun)], actions: [again(look)])
        }
    }

    private func searching(_ found: [FoundInstrument], _ page: Int, _ look: Look) -> Page {
        let words = look.words.pairing
        guard found.isEmpty else { return list(found, page, look) }
        return Page(
            sentence: words.searching, story: .illustration(.helper), isStoryOptional: true,
            advice: [.saying(words.searchingAdvice)])
    }

    private func searched(_ found: [FoundInstrument], _ failure: PairingFailure?, _ page: Int, _ look: Look) -> Page {
        let words = look.words.pairing
        guard found.isEmpty || failure != nil else {
            var page = list(found, page, look)
            page.actions = [again(look)]
            return page
        }
        return Page(
            sentence: words.nothing, story: .illustration(.helper), isStoryOptional: true,
            advice: [.saying(failure.map(words.advice) ?? words.searchingAdvice, ground: .sun)],
            actions: [again(look)])
    }

    private func list(_ found: [FoundInstrument], _ page: Int, _ look: Look) -> Page {
        let choices = found.enumerated().map { index, instrument in
            Choice(
                icon: instrument.isPaired ? .check : .bluetooth, title: instrument.name,
                caption: caption(instrument, among: found, look), id: TouchID("found-\(index)"),
                event: .staff(.foundTapped(instrument))
            )
        }
        return Page(
            sentence: look.words.pairing.found,
            story: .listed(
                choices.map(\.compactRow), low: choices.map(\.lowRow), picture: .neighbours, look, page: page))
    }

    /// What it is, and that it is paired already. Two of one name differ by the end of their addresses.
    private func caption(_ found: FoundInstrument, among all: [FoundInstrument], _ look: Look) -> String {
        let kinds = found.kinds.compactMap { GattFamily.named($0)?.manifest.shortTitle }
        let isOneOfSeveral = all.count { $0.name == found.name } > 1
        let address = isOneOfSeveral ? [String(found.address.suffix(5))] : []
        let paired = found.isPaired ? [look.words.deviceRoom.alreadyPaired] : []
        return (kinds + address + paired).joined(separator: " · ")
    }

    private func asked(_ question: PairingQuestion, _ typed: String, _ look: Look) -> Page {
        let words = look.words.pairing
        switch question {
        case .show(let passkey):
            return Page(sentence: words.show, story: Self.passkey(passkey))
        case .compare(let passkey):
            return Page(
                sentence: words.compare, story: Self.passkey(passkey),
                actions: [
                    .init(
                        word: words.same, icon: .check, id: "same", kind: .primary, event: .staff(.comparedTapped(true))
                    ),
                    .init(word: words.different, icon: .close, id: "different", event: .staff(.comparedTapped(false))),
                ])
        case .enterPasskey, .enterPIN:
            return Page(
                sentence: question == .enterPasskey ? words.enter : words.enterCode,
                facts: [entryLine(typed, hint: " ", look, erase: .staff(.erased))],
                story: NumberPad.view { .staff(.digit($0)) },
                actions: [
                    .init(word: words.done, icon: .check, id: "done", kind: .primary, event: .staff(.entered))
                ])
        }
    }

    /// As large as there is room.
    private static func passkey(_ digits: String) -> View {
        let sizes: [TextSize] = [.value(56), .value(44), .value(36), .title, .heading]
        return .card(
            ground: .mint, padding: 6,
            .firstFitting(
                sizes.map { .text(digits, TextStyle($0, align: .center, fixedDigits: true, maxLines: 1)) }))
    }

    private func again(_ look: Look) -> Page.Action {
        .init(
            word: look.words.pairing.again, icon: .repeatArrow, id: "again", kind: .primary, event: .staff(.pairTapped))
    }
}

extension DriverManifest {
    /// Its title without what stands in brackets, which is for installers.
    fileprivate var shortTitle: String {
        title.split(separator: " (").first.map(String.init) ?? title
    }
}
