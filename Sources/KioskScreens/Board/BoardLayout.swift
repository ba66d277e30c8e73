import KioskUI
import SignageFeed

/// Sizes on a board, which is read from the street: the least letters are as high as one sees at thirty metres. On a board
/// of 10 mm a pixel they are sixteen pixels, the fewest in which Hangul can be told apart without grey.
enum BoardSize {
    static let small = TextSize.value(140)
    static let medium = TextSize.value(190)
    static let large = TextSize.value(260)
    static let huge = TextSize.value(360)
    /// For one number that has a fine board to itself.
    static let giant = TextSize.value(540)
    static let gap: Millimetres = 20

    /// Strokes of one pixel stay even only in the light face; from there on the bold one carries further.
    static func style(
        _ size: TextSize, _ color: ColorRole = .ink, align: Align = .leading, maxLines: Int? = nil
    ) -> TextStyle {
        TextStyle(
            size, weight: size == small ? .regular : .bold, color: color, align: align, fixedDigits: false,
            maxLines: maxLines)
    }
}

/// A board's picture: a line with what it is and the time, under it the thing, as large as there is room.
struct BoardLayout {
    let message: BoardMessage
    let clock: String
    /// The headline of an alert that leaves the board to its content.
    var strip: String?
    /// Nothing here is real.
    var mark: String?

    func view(_ look: Look) -> View {
        .box(
            BoardLayout.plain(.hanji, padding: 20),
            .firstFitting(
                bodies(look).flatMap { body in
                    [column(body, withFoot: true), column(body, withFoot: false)]
                } + (bodies(look).last.map { [.zone(.main, $0)] } ?? [])))
    }

    static func plain(_ ground: ColorRole, padding: Millimetres) -> BoxStyle {
        BoxStyle(ground: ground, corner: 0, padding: padding)
    }

    private func column(_ body: View, withFoot: Bool) -> View {
        let foot = withFoot ? message.foot.map { [View.text($0, BoardSize.style(BoardSize.small, .quietInk))] } : nil
        return .column(
            spacing: BoardSize.gap, .stretch,
            [head, .flex(1, .zone(.main, .column(spacing: 0, .stretch, [.spacer, body, .spacer])))] + (foot ?? []))
    }

    private var head: View {
        let time: View = .text(clock, BoardSize.style(BoardSize.small, .ink, align: .trailing, maxLines: 1))
        if let strip {
            return .box(
                BoardLayout.plain(.dancheongRed, padding: 10),
                .text(strip, BoardSize.style(BoardSize.small, .onPine, maxLines: 2)))
        }
        let name = [mark, message.label].compactMap { $0 }.joined(separator: " · ")
        return .firstFitting([
            .row(
                spacing: BoardSize.gap, .center,
                [.flex(1, .text(name, BoardSize.style(BoardSize.small, message.color, maxLines: 1))), time]),
            .text(name, BoardSize.style(BoardSize.small, message.color, maxLines: 1)),
        ])
    }

    /// The same thing, the largest first.
    private func bodies(_ look: Look) -> [View] {
        switch message.body {
        case .words(let pages, let since):
            let page = pages[BoardPages.turn(pages, since: since, at: look.now.wall)]
            return [BoardSize.huge, BoardSize.large, BoardSize.medium, BoardSize.small].map {
                .text(page, BoardSize.style($0))
            }
        case .value(let value, let icon, let words): return Self.value(value, icon, words)
        case .rows(let rows): return Self.rows(rows)
        case .image(let id): return [.image(id, height: 400)]
        }
    }

    private static func value(_ value: String, _ icon: Icon, _ words: String) -> [View] {
        let number = { (size: TextSize) in View.text(value, BoardSize.style(size, maxLines: 1)) }
        let sky = { (size: TextSize) in View.text(words, BoardSize.style(size)) }
        return [
            .row(
                spacing: 80, .center,
                [.icon(icon, size: 700, .indigo), number(BoardSize.giant), .flex(1, sky(BoardSize.large))]),
            .row(
                spacing: 50, .center,
                [.icon(icon, size: 400, .indigo), number(BoardSize.huge), .flex(1, sky(BoardSize.medium))]),
            .row(
                spacing: 30, .center,
                [.icon(icon, size: 320, .indigo), number(BoardSize.large), .flex(1, sky(BoardSize.small))]),
            .row(spacing: 30, .center, [number(BoardSize.large), .flex(1, sky(BoardSize.small))]),
            .row(spacing: 30, .center, [number(BoardSize.medium), .flex(1, sky(BoardSize.small))]),
        ]
    }

    private static func rows(_ rows: [BoardMessage.Row]) -> [View] {
        [
            (BoardSize.huge, 3), (BoardSize.large, 3), (BoardSize.medium, 3), (BoardSize.small, 3),
            (BoardSize.small, 2), (BoardSize.small, 1),
        ]
        .map { size, count in
            .column(
                spacing: BoardSize.gap, .stretch,
                rows.prefix(count).map { row in
                    .row(
                        spacing: 40, .center,
                        [
                            .text(row.name, BoardSize.style(size, .indigo, maxLines: 1)),
                            .flex(1, .text(row.value, BoardSize.style(size, align: .trailing, maxLines: 1))),
                        ])
                })
        }
    }
}
