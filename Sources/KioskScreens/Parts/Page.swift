import KioskUI

/// The frame of every personal screen: lattice, one sentence first, the story, the same feet.
struct Page {
    /// Whose page it is or what it is about, in the quiet ink.
    var caption: String?
    var sentence: String
    var body: [View]
    /// Marks a screen on which a simulated instrument takes part.
    var isSimulated = false

    func view(_ look: Look) -> View {
        .column(
            spacing: 0, .stretch,
            [
                .optional(priority: 9, .lattice(height: 15)),
                .flex(1, inset(.column(spacing: 6, .stretch, head(look.words) + body))),
                Feet.view(look.words),
            ])
    }

    private func head(_ words: Words) -> [View] {
        var lines: [View] = []
        if isSimulated { lines.append(.simulatedMark(words)) }
        if let caption { lines.append(.optional(priority: 6, .text(caption, TextStyle(.caption, color: .quietInk)))) }
        lines.append(.text(sentence, TextStyle(.heading)))
        return [.column(spacing: 3, .stretch, lines)]
    }

    private func inset(_ node: View) -> View { .box(BoxStyle(corner: 0, padding: 8), node) }
}

/// 처음으로 · 이전 · 도움: the same place and size on every personal screen.
enum Feet {
    static func view(_ words: Words) -> View {
        .foot([
            FootButton(words.foot.home, icon: .home, color: .pine, id: "home", event: .homeTapped),
            FootButton(words.foot.back, icon: .back, color: .pine, id: "back", event: .backTapped),
            FootButton(words.foot.help, icon: .help, color: .persimmon, id: "help", event: .helpTapped),
        ])
    }
}

extension Node where Event == AppEvent {
    /// "모의 기기": always visible where a simulated device takes part.
    static func simulatedMark(_ words: Words) -> View {
        .row(spacing: 3, .leading, [
            .box(
                BoxStyle(ground: .sun, edge: .persimmon, corner: 6, padding: 2),
                .text(words.measure.simulated, TextStyle(.caption, color: .persimmon))),
            .spacer,
        ])
    }

    /// A card on paper with one picture that fills what is left of the screen.
    static func illustration(_ picture: Picture, height: Millimetres = 70) -> View {
        .optional(
            priority: 8,
            .box(
                BoxStyle(ground: .foot, edge: .clay),
                .column(spacing: 0, .center, [.picture(picture, height: height)])))
    }

    /// A card that says one thing quietly.
    static func saying(_ text: String, ground: ColorRole = .paper, edge: ColorRole = .clay) -> View {
        .box(BoxStyle(ground: ground, edge: edge), .text(text, TextStyle(.body)))
    }
}
