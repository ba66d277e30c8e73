extension Node {
    /// A card with one number: what it is, the number alone, and its unit in words.
    public static func valueCard(
        label: String, value: String, unit: String? = nil, height: Millimetres = 50, fixedDigits: Bool = true
    ) -> Node {
        let units: [Node] = unit.map { [.text($0, TextStyle(.body, align: .center))] } ?? []
        return .column(
            spacing: 5, .center,
            [
                .text(label, TextStyle(.body, align: .center)),
                .text(value, TextStyle(.value(height), align: .center, fixedDigits: fixedDigits)),
            ] + units)
    }

    /// A card's ground and edge around anything.
    public static func card(
        ground: ColorRole = .paper, edge: ColorRole = .clay, padding: Millimetres = 8, _ child: Node
    ) -> Node {
        .box(BoxStyle(ground: ground, edge: edge, edgeWidth: 0.7, corner: 9, padding: padding), child)
    }

    /// A short word on a ground of its own, such as a name that waits.
    public static func chip(_ word: String, icon: Icon? = nil, ground: ColorRole = .foot) -> Node {
        let icons: [Node] = icon.map { [.icon($0, size: 13, .ink)] } ?? []
        return .box(
            BoxStyle(ground: ground, corner: 5, padding: 4),
            .row(spacing: 3, .center, icons + [.text(word, TextStyle(.caption))]))
    }

    /// A thin line across.
    public static func rule(_ color: ColorRole = .clay, width: Millimetres = 0.7) -> Node {
        .box(
            BoxStyle(ground: color, corner: 0, padding: 0), .sized(width: nil, height: width, .spacer))
    }
}
