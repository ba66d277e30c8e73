/// One of the buttons at the foot of a screen.
public struct FootButton<Event: Sendable>: Sendable {
    public var word: String
    public var icon: Icon
    public var color: ColorRole
    public var id: TouchID
    public var event: Event

    public init(_ word: String, icon: Icon, color: ColorRole = .pine, id: TouchID, event: Event) {
        (self.word, self.icon, self.color) = (word, icon, color)
        (self.id, self.event) = (id, event)
    }
}

extension Node {
    /// The foot that every personal screen has: equal buttons on a darker ground under a thin line.
    public static func foot(_ buttons: [FootButton<Event>]) -> Node {
        let cells = buttons.map { button in
            let style = BoxStyle(ground: .paper, edge: .quietInk, edgeWidth: 0.9, corner: 8, padding: 4)
            return Node.touch(button.id, button.event, .sized(width: nil, height: 34, .box(style, .footFace(button))))
        }
        return .column(
            spacing: 0, .stretch,
            [
                .rule(),
                .box(
                    BoxStyle(ground: .foot, corner: 0, padding: 9),
                    .grid(columns: buttons.count, spacing: 6, cells)),
            ])
    }

    /// Icon and word; with less room a smaller word, at last the word alone.
    private static func footFace(_ button: FootButton<Event>) -> Node {
        let icon = Node.icon(button.icon, size: 16, button.color)
        func word(_ size: TextSize) -> Node { .text(button.word, TextStyle(size, align: .center)) }
        return .firstFitting([
            .row(spacing: 4, .center, [.spacer, icon, word(.body), .spacer]),
            .row(spacing: 3, .center, [.spacer, icon, word(.caption), .spacer]),
            word(.caption),
        ])
    }
}
