import KioskUI

/// Something to choose: with a picture where there is room, else with its icon.
struct Choice {
    var icon: Icon
    var color: ColorRole = .pine
    var picture: Picture?
    var title: String
    var caption: String?
    var id: TouchID
    var event: AppEvent

    /// The same with another caption.
    func captioned(_ caption: String) -> Choice {
        var choice = self
        choice.caption = caption
        return choice
    }

    /// A card with an icon before the words.
    var row: View {
        .touch(
            id, event,
            .box(
                BoxStyle(ground: .paper, edge: .pine, edgeWidth: 1, padding: 10),
                .labelled(icon, color, title: title, caption: caption)))
    }

    /// For half of the width: words that get smaller, the icon only where there is room.
    var compactRow: View {
        .touch(
            id, event,
            .box(
                BoxStyle(ground: .paper, edge: .pine, edgeWidth: 1, padding: 6),
                .row(
                    spacing: 5, .center,
                    [
                        .icon(icon, size: 18, color),
                        .flex(
                            1,
                            .column(
                                spacing: 3, .stretch,
                                [.text(title, TextStyle(.body))]
                                    + (caption.map { [.text($0, TextStyle(.caption, color: .quietInk))] } ?? []))),
                    ])))
    }

    /// The title alone, as low as it can be.
    var lowRow: View {
        .touch(
            id, event,
            .box(
                BoxStyle(ground: .paper, edge: .pine, edgeWidth: 1, padding: 6),
                .row(spacing: 5, .center, [.icon(icon, size: 16, color), .flex(1, .text(title, TextStyle(.body)))])))
    }

    /// A card with a picture above the words, for a place that is high enough.
    private func pictured(_ picture: Picture) -> View {
        let captions: [View] = caption.map { [.text($0, TextStyle(.body, color: .quietInk, align: .center))] } ?? []
        return .touch(
            id, event,
            .box(
                BoxStyle(ground: .paper, edge: .pine, edgeWidth: 1, padding: 9),
                .column(
                    spacing: 5, .stretch,
                    [.flex(1, .picture(picture, height: 60)), .text(title, TextStyle(.title, align: .center))]
                        + captions)))
    }

    /// All of them in equal parts of the room there is; with less room as rows, with still less on pages.
    static func filling(_ choices: [Choice], wideColumns: Int = 2, _ look: Look, page: Int) -> View {
        let rows = choices.map(\.row)
        let lowRows = choices.map(\.lowRow)
        let pictures = choices.compactMap { choice in choice.picture.map { choice.pictured($0) } }
        let large = pictures.count == choices.count && !pictures.isEmpty ? [grid(pictures, wideColumns)] : []
        return .firstFitting(
            large + [
                grid(rows, wideColumns), .grid(columns: 1, spacing: 6, rows), grid(lowRows, wideColumns),
                .grid(columns: 1, spacing: 5, lowRows), .paged(PagedList(items: rows, look, page: page)),
                .paged(PagedList(items: lowRows, look, page: page)),
            ])
    }

    private static func grid(_ cards: [View], _ wideColumns: Int) -> View {
        .oriented(
            portrait: .grid(columns: 1, spacing: 8, cards), landscape: .grid(columns: wideColumns, spacing: 8, cards))
    }
}

extension Node where Event == AppEvent {
    /// An icon and its words, a caption below; with less room smaller words, then none but the words.
    static func labelled(_ icon: Icon, _ color: ColorRole, title: String, caption: String?) -> View {
        let words = { (size: TextSize) -> View in
            .column(
                spacing: 5, .stretch,
                [.text(title, TextStyle(size))]
                    + (caption.map {
                        [.optional(priority: 90, .text($0, TextStyle(.caption, color: .quietInk)))]
                    } ?? []))
        }
        let beside = { (size: TextSize, width: Millimetres) -> View in
            .row(
                spacing: 7, .center,
                [
                    .sized(width: width, height: nil, .icon(icon, size: width * 0.8, color)),
                    .flex(1, words(size)),
                ])
        }
        return .firstFitting([beside(.heading, 40), beside(.heading, 26), beside(.body, 20), words(.body)])
    }

    /// A card that tells one thing and cannot be touched.
    static func told(
        _ icon: Icon, _ color: ColorRole = .pine, title: String, caption: String?, ground: ColorRole = .paper
    ) -> View {
        .card(ground: ground, padding: 9, .labelled(icon, color, title: title, caption: caption))
    }

    /// Cards one below the other; what they leave free holds a picture.
    /// With little room they are on pages, at last as `low` ones.
    static func listed(_ cards: [View], low: [View] = [], picture: Picture, _ look: Look, page: Int) -> View {
        .firstFitting(
            [
                // In landscape only under a card or two: more would have to shrink for it.
                .oriented(
                    portrait: .column(
                        spacing: PageLayout.rhythm, .stretch, cards + [.flex(1, .illustration(picture, height: 75))]),
                    landscape: .column(
                        spacing: PageLayout.rhythm, .stretch, cards + [.flex(1, .illustration(picture, height: 130))])),
                .paged(PagedList(items: cards, look, page: page)),
            ] + (low.isEmpty ? [] : [.paged(PagedList(items: low, look, page: page))]))
    }
}
