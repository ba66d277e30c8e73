/// How strongly a button asks to be pressed.
public enum ButtonKind: Hashable, Sendable {
    /// The one thing to do now: white on pine.
    case primary
    /// Everything else: ink on paper with a pine edge.
    case secondary
    /// For what needs care: ink on paper with a persimmon edge.
    case attention

    var style: BoxStyle {
        switch self {
        case .primary: BoxStyle(ground: .pine, corner: 9, padding: 5)
        case .secondary: BoxStyle(ground: .paper, edge: .pine, edgeWidth: 1, corner: 9, padding: 5)
        case .attention: BoxStyle(ground: .paper, edge: .persimmon, edgeWidth: 1, corner: 9, padding: 5)
        }
    }

    var text: ColorRole { self == .primary ? .onPine : .ink }

    var icon: ColorRole {
        switch self {
        case .primary: .onPine
        case .secondary: .pine
        case .attention: .persimmon
        }
    }
}

extension Node {
    /// A button with a word and, before it, an icon; at least 40 mm high, as wide as its place.
    public static func button(
        _ word: String, icon: Icon? = nil, id: TouchID, kind: ButtonKind = .secondary, height: Millimetres = 40,
        event: Event
    ) -> Node {
        let icons: [Node] = icon.map { [.icon($0, size: 19, kind.icon)] } ?? []
        let face: [Node] = [.spacer] + icons + [.text(word, TextStyle(.body, color: kind.text)), .spacer]
        return .touch(
            id, event, .sized(width: nil, height: height, .box(kind.style, .row(spacing: 6, .center, face))))
    }

    /// A choice of the home screen: icon, title, and a caption that says what will happen.
    public static func choice(
        icon: Icon, color: ColorRole = .pine, title: String, caption: String?, id: TouchID, event: Event
    ) -> Node {
        let captions: [Node] =
            caption.map { [.optional(priority: 90, .text($0, TextStyle(.caption, color: .quietInk)))] } ?? []
        let words = Node.column(spacing: 5, .stretch, [.text(title, TextStyle(.heading))] + captions)
        return .touch(
            id, event,
            .box(
                BoxStyle(ground: .paper, edge: .pine, edgeWidth: 1, corner: 9, padding: 11),
                .row(spacing: 7, .center, [.iconCell(icon, color), .flex(1, words)])))
    }

    /// An icon in a cell wide enough that icons of several cards stand in one line.
    static func iconCell(_ icon: Icon, _ color: ColorRole) -> Node {
        .sized(width: 40, height: nil, .icon(icon, size: 33, color))
    }
}
