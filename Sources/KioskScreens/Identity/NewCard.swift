import KioskUI
import SeniorCard

/// The card that has just been issued: shown large, and on its way to the printer.
struct NewCard: Equatable, Sendable {
    var number: CardNumber

    func view(_ visit: Visit, _ look: Look) -> View {
        let words = look.words.card
        return Page(
            caption: look.words.honoured(visit.person.name), sentence: words.sentence,
            story: CardFace.view(name: visit.person.name, number: number, look),
            advice: [.optional(priority: 5, .saying(words.keep, ground: .mint))],
            actions: [.init(word: words.start, icon: .check, id: "start", kind: .primary, event: .home(.cardSeen))]
        ).view(look)
    }
}

/// The front of a card, as it is printed: name, code, number. Nothing personal is inside the code.
public enum CardFace {
    static func view(name: String, number: CardNumber, _ look: Look) -> View {
        let sides: [Millimetres] = [120, 100, 80, 60, 44, 30, 25]
        let whole = sides.prefix(4).map { face(name: name, number: number, side: $0, withNumber: true, look) }
        let small = sides.suffix(4).map { face(name: name, number: number, side: $0, withNumber: false, look) }
        return .card(padding: 9, .firstFitting(whole + small))
    }

    private static func face(
        name: String, number: CardNumber, side: Millimetres, withNumber: Bool, _ look: Look
    ) -> View {
        let place: View = .text(look.centreName, TextStyle(.caption, color: .quietInk, align: .center))
        let digits: View = .text(
            number.grouped, TextStyle(.caption, weight: .regular, align: .center, fixedDigits: true))
        return .column(
            spacing: 4, .stretch,
            [.spacer] + (withNumber ? [place] : []) + [
                .text(name, TextStyle(.title, align: .center)), code(number, side: side),
            ] + (withNumber ? [digits] : []) + [.spacer])
    }

    /// The code alone; an unprintable number cannot exist, because every card number fits version 1-Q.
    private static func code(_ number: CardNumber, side: Millimetres) -> View {
        do {
            return .modules(try QRMatrix(number).rows, side: side)
        } catch {
            return .text(number.grouped, TextStyle(.body, fixedDigits: true))
        }
    }
}
