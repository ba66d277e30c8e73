import KioskUI

/// Arranges a ``Page``: lattice above, the same feet below, its parts between them.
struct PageLayout {
    let page: Page
    let words: Words
    /// With less air, lower buttons without icons and no lattice: for panels that are zoomed.
    let isCompact: Bool

    /// Between the parts of a page.
    static let rhythm: Millimetres = 9

    /// One column.
    var upright: View { framed(column([head] + page.facts + [filling(page.story)] + page.advice + ending)) }

    /// Without its story.
    var bare: View { framed(column([head] + page.facts + page.advice + [Self.rest] + ending)) }

    /// Everything else to the left of the story.
    var aside: View {
        framed(.split(facts: column([head] + page.facts + page.advice + [Self.rest] + ending), story: story))
    }

    /// The sentence over the whole width, everything else to the left of the story.
    var underHead: View {
        framed(
            column([
                head, .flex(1, .split(facts: column(page.facts + page.advice + [Self.rest] + ending), story: story)),
            ]))
    }

    /// The story over the whole width, the buttons in a row below it.
    var stacked: View {
        let facts: View = .row(
            spacing: Self.rhythm, .center, [.flex(1, head), .flex(1, .column(spacing: 6, .stretch, page.facts))])
        return framed(
            column(
                [page.facts.isEmpty ? head : facts, filling(page.story)] + page.advice
                    + (ending.isEmpty ? [] : [.rowOrColumn(spacing: 6, ending)])))
    }

    /// Facts and buttons in one row above the story.
    var oneLine: View {
        let row: View = .row(
            spacing: 6, .center,
            [.flex(1, .column(spacing: 5, .stretch, page.facts))]
                + (ending.isEmpty ? [] : [.row(spacing: 5, .stretch, ending)]))
        return framed(column([head, row, filling(page.story)] + page.advice))
    }

    /// Like ``underHead``, with more width for the story.
    var buttonsBeside: View {
        framed(
            column([
                head,
                .flex(
                    1,
                    .row(
                        spacing: 6, .stretch,
                        [.flex(2, story), .flex(1, column(page.facts + page.advice + [Self.rest] + ending))])),
            ]))
    }

    private var story: View { page.story ?? .column(spacing: 0, .stretch, []) }

    private func filling(_ story: View?) -> View { .flex(1, story ?? .column(spacing: 0, .stretch, [])) }

    private func column(_ parts: [View]) -> View { .column(spacing: isCompact ? 6 : Self.rhythm, .stretch, parts) }

    /// What is left over, unless something else wants it.
    private static var rest: View { .flex(0.001, .spacer) }

    /// The buttons, or what the kiosk is doing instead.
    private var ending: [View] {
        let asides: [View] = page.asides.isEmpty ? [] : [.rowOrColumn(spacing: 6, page.asides.map(button))]
        let buttons = page.actions.map(button)
        let row: [View] = isCompact && buttons.count > 1 ? [.rowOrColumn(spacing: 5, buttons)] : buttons
        return asides + row
            + (page.progress.map { [.card(ground: .mint, padding: 8, .text($0, TextStyle(.body)))] } ?? [])
    }

    private func button(_ action: Page.Action) -> View {
        let isMinor = page.asides.contains { $0.id == action.id }
        return .button(
            action.word, icon: isCompact ? nil : action.icon, id: action.id, kind: action.kind,
            height: isCompact ? 26 : isMinor ? 34 : 42, event: action.event)
    }

    private func framed(_ body: View) -> View {
        let lattice: [View] = isCompact ? [] : [.optional(priority: 9, .lattice(height: 17))]
        return .column(
            spacing: 0, .stretch,
            lattice + [
                .flex(1, .box(BoxStyle(corner: 0, padding: isCompact ? 7 : 13), body)),
                Feet.view(words, isLow: isCompact),
            ])
    }

    private var head: View {
        let text = { (size: TextSize) -> View in
            .text(page.sentence, TextStyle(size, color: page.isObjection ? .persimmon : .ink))
        }
        let sentence: View = .firstFitting([text(.title), text(.heading)])
        let captions: [View] =
            page.caption.map {
                [.optional(priority: 6, .flex(1, .text($0, TextStyle(.caption, color: .quietInk))))]
            } ?? []
        guard page.isSimulated else { return .column(spacing: 5, .stretch, captions + [sentence]) }
        let mark: View = .simulatedMark(words)
        return .firstFitting([
            .column(spacing: 5, .stretch, [.row(spacing: 4, .center, captions + [mark]), sentence]),
            .row(spacing: 5, .center, [.flex(1, text(.heading)), mark]),
        ])
    }
}

/// 처음으로 · 이전 · 도움: the same place and size on every personal screen.
enum Feet {
    static func view(_ words: Words, isLow: Bool) -> View {
        .foot(
            [
                FootButton(words.foot.home, icon: .home, color: .pine, id: "home", event: .homeTapped),
                FootButton(words.foot.back, icon: .back, color: .pine, id: "back", event: .backTapped),
                FootButton(words.foot.help, icon: .help, color: .persimmon, id: "help", event: .helpTapped),
            ], isLow: isLow)
    }
}
