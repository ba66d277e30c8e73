import KioskUI
import SeniorCard

/// Why a scan led nowhere. Each has its own kind sentence and says what to do now.
public enum CardTrouble: String, CaseIterable, Equatable, Sendable {
    /// The form of a card, but a digit is wrong: smudged or half read.
    case damaged
    /// A product's barcode.
    case barcode
    /// A web address from somebody else's QR code.
    case link
    /// Anything else that scanners read.
    case foreign
    /// Genuine, but nobody in this centre's book.
    case stranger
    /// Another municipality's, or made up.
    case notOurs
    case replaced
    case lost

    init?(_ scan: Scan) {
        switch scan {
        case .card, .empty: return nil
        case .damagedCard: self = .damaged
        case .barcode: self = .barcode
        case .link: self = .link
        case .foreign: self = .foreign
        }
    }

    init?(_ finding: CardFinding) {
        switch finding {
        case .person: return nil
        case .genuineStranger: self = .stranger
        case .notOurs: self = .notOurs
        case .replaced: self = .replaced
        case .lost: self = .lost
        }
    }

    func view(_ look: Look) -> View {
        let words = look.words.cardTrouble[self]
        return Page(
            sentence: words.sentence,
            story: .illustration(needsHelp ? .helper : .holdCard), isStoryOptional: true,
            advice: [.saying(words.advice, ground: .sun)],
            actions: [
                .init(
                    word: look.words.start.withoutCard, icon: .people, id: "without-card", kind: .secondary,
                    event: .start(.withoutCardTapped))
            ]
        ).view(look)
    }

    /// Another try with the same card would lead nowhere.
    private var needsHelp: Bool {
        switch self {
        case .stranger, .notOurs, .lost: true
        case .damaged, .barcode, .link, .foreign, .replaced: false
        }
    }
}
