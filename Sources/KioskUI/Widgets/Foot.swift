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
    /// The foot that every personal screen has: equal buttons on a darker ground under a thin line. With less room all
    /// words get smaller, then the icons go, at last the buttons stand in several rows.
    ///
    /// A low foot is for panels that are zoomed, where every millimetre counts twice.
    public static func foot(_ buttons: [FootButton<Event>], isLow: Bool = false) -> Node {
        let height: Millimetres = isLow ? 24 : 34
        func row(_ size: TextSize, withIcons: Bool) -> Node {
            .row(spacing: 6, .stretch, buttons.map { .flex(1, .footButton($0, size, withIcon: withIcons, height)) })
        }
        let rows = [
            row(.body, withIcons: true), row(.caption, withIcons: true), row(.caption, withIcons: false),
            .grid(
                columns: buttons.count, spacing: 6,
                buttons.map { .footButton($0, .caption, withIcon: false, height) }),
        ]
        return .column(
            spacing: 0, .stretch,
            [.rule(), .box(BoxStyle(ground: .foot, corner: 0, padding: isLow ? 5 : 9), .firstFitting(rows))])
    }

    private static func footButton(
        _ button: FootButton<Event>, _ size: TextSize, withIcon: Bool, _ height: Millimetres
    ) -> Node {
        let style = BoxStyle(ground: .paper, edge: .quietInk, edgeWidth: 0.9, corner: 8, padding: 4)
        let word = Node.text(button.word, TextStyle(size, align: .center))
        let icons: [Node] = withIcon ? [.icon(button.icon, size: 16, button.color)] : []
        let face = Node.row(spacing: 3, .center, [.spacer] + icons + [word, .spacer])
        return .touch(button.id, button.event, .sized(width: nil, height: height, .box(style, face)))
    }
}
