import KioskUI

extension Node where Event == AppEvent {
    /// One number that stands alone on its card, as large as there is room, its unit in words below it.
    static func furniture(_ number: String, unit: String?, ground: ColorRole, above: String? = nil) -> View {
        let sizes: [Millimetres] = [88, 70, 56, 44]
        let label = { (text: String) -> View in .text(text, TextStyle(.body, align: .center)) }
        let rows = sizes.map { size -> View in
            .column(
                spacing: 4, .stretch,
                [.spacer] + (above.map { [label($0)] } ?? [])
                    + [.text(number, TextStyle(.value(size), align: .center, fixedDigits: true))]
                    + (unit.map { [label($0)] } ?? []) + [.spacer])
        }
        let line: View = .row(
            spacing: 4, .center,
            [.spacer, .text(number, TextStyle(.value(44), align: .center, fixedDigits: true))]
                + (unit.map { [label($0)] } ?? []) + [.spacer])
        return .card(ground: ground, padding: 6, .firstFitting(rows + [line]))
    }

    /// Two numbers with their names, a line between them.
    static func pair(
        _ first: (label: String, number: String), _ second: (label: String, number: String), below: [View],
        ground: ColorRole
    ) -> View {
        let sizes: [Millimetres] = [66, 58, 50, 42]
        let number = { (value: (label: String, number: String), size: Millimetres) -> View in
            .column(
                spacing: 3, .stretch,
                [
                    .text(value.label, TextStyle(.body, align: .center, maxLines: 1)),
                    .text(value.number, TextStyle(.value(size), align: .center, fixedDigits: true)),
                ])
        }
        let line: View = .sized(width: 0.8, height: nil, .box(BoxStyle(ground: .clay, corner: 0, padding: 0), .spacer))
        let beside = sizes.map { size -> View in
            .row(spacing: 5, .stretch, [.flex(1, number(first, size)), line, .flex(1, number(second, size))])
        }
        let stacked = sizes.map { size -> View in
            .column(spacing: 6, .stretch, [number(first, size), number(second, size)])
        }
        let named = { (value: (label: String, number: String), most: Int?) -> View in
            .row(
                spacing: 4, .center,
                [
                    .flex(1, .text(value.label, TextStyle(.body, maxLines: most))),
                    .text(value.number, TextStyle(.value(42), align: .trailing, fixedDigits: true)),
                ])
        }
        let lines = [1, nil].map { most -> View in
            .column(spacing: 5, .stretch, [named(first, most), named(second, most)])
        }
        let all = (beside + stacked + lines).map { numbers -> View in
            .column(spacing: 7, .stretch, [.spacer, numbers] + below + [.spacer])
        }
        return .card(ground: ground, padding: 8, .firstFitting(all))
    }
}
