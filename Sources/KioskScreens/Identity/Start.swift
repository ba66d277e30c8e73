import KioskUI

/// After a touch on the wall: how would you like to begin?
public enum Start {
    public enum Event: Equatable, Sendable { case newcomerTapped, withoutCardTapped, displayTapped }

    static func view(_ look: Look) -> View {
        let words = look.words.start
        return Page(
            sentence: words.sentence,
            body: [
                .illustration(.holdCard),
                .paged(
                    PagedList(
                        items: [
                            .choice(
                                icon: .person, color: .pine, title: words.newcomer, caption: words.newcomerHint,
                                id: "newcomer", event: .start(.newcomerTapped)),
                            .choice(
                                icon: .people, color: .indigo, title: words.withoutCard, caption: words.withoutCardHint,
                                id: "without-card", event: .start(.withoutCardTapped)),
                            .choice(
                                icon: .zoomIn, color: .persimmon, title: words.display, caption: words.displayHint,
                                id: "display", event: .start(.displayTapped)),
                        ], look, page: 0)),
            ]
        ).view(look)
    }
}
