import Foundation
import KioskUI
import SignageFeed

/// A disaster message that has the whole board: word for word, in pieces, in a frame that nothing else wears. It is made from
/// an ``AlertPlan`` only.
struct BoardAlert {
    let plan: AlertPlan

    func view(_ look: Look) -> View {
        let pages = pages
        let page = pages[BoardPages.turn(pages, since: .init(timeIntervalSince1970: 0), at: look.now.wall)]
        let kind = plan.isExercise ? look.words.alert.exercise : look.words.alertKind(plan)
        return .box(
            BoxStyle(ground: .dancheongRed, edge: .onPine, edgeWidth: 20, corner: 0, padding: 40),
            .firstFitting(
                [BoardSize.huge, BoardSize.large, BoardSize.medium, BoardSize.small].map { size in
                    .column(
                        spacing: BoardSize.gap, .stretch,
                        [
                            .text(kind, BoardSize.style(BoardSize.small, .onPine, maxLines: 1)),
                            .flex(
                                1,
                                .column(
                                    spacing: 0, .stretch,
                                    [.spacer, .text(page, BoardSize.style(size, .onPine)), .spacer])),
                        ])
                } + [.text(page, BoardSize.style(BoardSize.small, .onPine))]))
    }

    /// Headline first, then every word of the text.
    var pages: [String] {
        let text = [plan.headline, plan.text, plan.instruction].compactMap { $0 }.filter { !$0.isEmpty }
        let pages = text.flatMap(BoardPages.split)
        return pages.isEmpty ? [""] : pages
    }
}
