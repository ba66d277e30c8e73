extension Node {
    /// A level as five steps that grow; the reached ones in pine, the others unlit. A word always stands under them.
    public static func steps(level: Int, stepWidth: Millimetres = 16, height: Millimetres = 28) -> Node {
        .row(
            spacing: 2.4, .trailing,
            (1...5).map { step in
                .sized(
                    width: stepWidth, height: Millimetres(height.value * Double(step + 2) / 7),
                    .box(BoxStyle(ground: step <= level ? .pine : .unlit, corner: 2.5, padding: 0), .spacer))
            })
    }

    /// Where one is in a task of a few steps, such as "팔 넣기", "가만히 있기", "다 됐어요"; `current` counts from 0.
    public static func progressSteps(_ words: [String], current: Int) -> Node {
        .grid(
            columns: words.count, spacing: 6,
            words.enumerated().map { index, word in
                let isNow = index == current
                let style = BoxStyle(
                    ground: isNow ? .pine : index < current ? .mint : .paper, edge: isNow ? nil : .clay,
                    edgeWidth: 1, corner: 8, padding: 5)
                let color: ColorRole = isNow ? .onPine : .ink
                return .box(
                    style,
                    .column(
                        spacing: 4, .stretch,
                        [
                            index < current
                                ? .icon(.check, size: 15, .pine)
                                : .text("\(index + 1)", TextStyle(.body, color: color, align: .center)),
                            .text(word, TextStyle(.caption, color: color, align: .center)),
                        ]))
            })
    }
}
