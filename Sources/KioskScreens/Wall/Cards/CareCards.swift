import Foundation
import KioskUI
import SignageFeed

/// Cards of the room itself: advice for the day, a greeting, something small to do.
extension WallScreen {
    /// Advice that holds now; of several one after the other.
    func careStory(_ zone: ZonePlan, _ look: Look) -> View? {
        let told = signage.careCards.compactMap { card in signage.text(for: card, look).map { (card, $0) } }
        guard !told.isEmpty else { return nil }
        let turn = Int(zone.since.timeIntervalSinceReferenceDate / 60) % told.count
        let (card, text) = told[max(0, turn)]
        let sentences = text.sentences + [look.words.shelter(card, at: look.now.wall, look.calendar)].compactMap { $0 }
        let sizes: [(TextSize, TextSize)] = [
            (.value(36), .title), (.title, .heading), (.heading, .body), (.body, .caption),
        ]
        return Story(
            icon: Self.icon(card), label: look.words.story.care, color: .persimmon, ground: .sun,
            foot: [careAge(look)].compactMap { $0 },
            bodies: sizes.map { head, body in
                .centred([.text(text.title, TextStyle(head))] + sentences.map { Self.point($0, body) })
            }
        ).view
    }

    private static func point(_ text: String, _ size: TextSize) -> View {
        .row(spacing: 5, .center, [.icon(.check, size: 14, .persimmon), .flex(1, .text(text, TextStyle(size)))])
    }

    private static func icon(_ card: CareCard) -> Icon {
        switch card.words {
        case let words where words.hasPrefix("heat"): .sun
        case let words where words.hasPrefix("cold"): .thermometer
        case let words where words.hasPrefix("dust"): .wind
        default: .warning
        }
    }

    /// Advice is as old as the forecast that it was made from.
    private func careAge(_ look: Look) -> String? {
        (snapshot?.weather?.issuedAt ?? snapshot?.air?.issuedAt).map {
            look.words.forecastAge($0, at: look.now.wall, look.calendar)
        }
    }

    /// Our own card, for when nothing else may be shown.
    func house(_ card: HouseCard, _ look: Look) -> View {
        let words = look.words.story
        return switch card {
        case .greeting:
            house(
                look.words.greeting(at: look.now.wall, look.calendar),
                snapshot == nil ? look.words.wall.waitingForNews : words.greetingText, .teaTable, look)
        case .invitation: house(words.invitation, words.invitationText, .cuff, look)
        case .stretching: house(words.stretching, words.stretchingText, .chairStand, look)
        case .water: house(words.water, words.waterText, .restingPerson, look)
        }
    }

    private func house(_ title: String, _ text: String, _ picture: Picture, _ look: Look) -> View {
        let sizes: [(TextSize, TextSize)] = [
            (.value(34), .heading), (.title, .body), (.heading, .body), (.body, .caption),
        ]
        return .card(
            ground: .foot, padding: 10,
            .zone(
                .main,
                .firstFitting(
                    sizes.map { head, body in
                        .column(
                            spacing: 7, .stretch,
                            [
                                .optional(priority: 9, .flex(1, .picture(picture, height: 70))),
                                .text(title, TextStyle(head, align: .center)),
                                .text(text, TextStyle(body, align: .center)),
                            ])
                    })))
    }
}
