import KioskUI
import SeniorCard

/// The card that has just been issued: shown large, and on its way to the printer.
struct NewCard: Equatable, Sendable {
    var number: CardNumber

    func view(_ visit: Visit, _ look: Look) -> View {
        let words = look.words.card
        return Page(
            caption: look.words.honoured(visit.person.name),
            sentence: words.sentence,
            body: [
                CardFace.view(name: visit.person.name, number: number, look),
                .saying(words.keep, ground: .mint),
                .button(words.start, icon: .check, id: "start", kind: .primary, event: .home(.cardSeen)),
            ]
        ).view(look)
    }
}

/// The front of a card, as it is printed: name, code, number. Nothing personal is inside the code.
public enum CardFace {
    static func view(name: String, number: CardNumber, _ look: Look) -> View {
        .box(
            BoxStyle(ground: .paper, edge: .clay, corner: 5, padding: 5),
            .rowOrColumn(
                spacing: 6,
                [
                    .column(
                        spacing: 2, .leading,
                        [
                            .text(look.centreName, TextStyle(.caption, color: .quietInk)),
                            .text(name, TextStyle(.title)),
                            .text(number.grouped, TextStyle(.caption, weight: .regular, fixedDigits: true)),
                        ]),
                    code(number),
                ]))
    }

    /// The code alone; an unprintable number cannot exist, because every card number fits version 1-Q.
    private static func code(_ number: CardNumber) -> View {
        do {
            return .modules(try QRMatrix(number).rows, side: 60)
        } catch {
            return .text(number.grouped, TextStyle(.body, fixedDigits: true))
        }
    }
}
