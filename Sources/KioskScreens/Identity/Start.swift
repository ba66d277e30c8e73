import KioskUI

/// After a touch on the wall: how would you like to begin?
public enum Start {
    public enum Event: Equatable, Sendable { case newcomerTapped, withoutCardTapped, displayTapped }

    static func view(page: Int = 0, _ look: Look) -> View {
        let words = look.words.start
        let choices = [
            Choice(
                icon: .person, title: words.newcomer, caption: words.newcomerHint, id: "newcomer",
                event: .start(.newcomerTapped)),
            Choice(
                icon: .people, color: .indigo, title: words.withoutCard, caption: words.withoutCardHint,
                id: "without-card", event: .start(.withoutCardTapped)),
            Choice(
                icon: .zoomIn, color: .persimmon, title: words.display, caption: words.displayHint, id: "display",
                event: .start(.displayTapped)),
        ]
        return Page(
            sentence: words.sentence,
            facts: [.optional(priority: 8, .flex(1.2, .illustration(.holdCard)))],
            story: Choice.filling(choices, wideColumns: 1, look, page: page)
        ).view(look)
    }
}
