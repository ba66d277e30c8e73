import KioskUI

extension Node where Event == AppEvent {
    /// "모의 기기": always visible where a simulated device takes part.
    static func simulatedMark(_ words: Words) -> View {
        .box(
            BoxStyle(ground: .sun, edge: .persimmon, edgeWidth: 1, corner: 6, padding: 4),
            .text(words.measure.simulated, TextStyle(.caption)))
    }

    /// A card with one picture that fills the room there is.
    static func illustration(_ picture: Picture, height: Millimetres = 50) -> View {
        .box(
            BoxStyle(ground: .foot, edge: .clay, edgeWidth: 0.7, padding: 9),
            .column(spacing: 0, .stretch, [.flex(1, .picture(picture, height: height))]))
    }

    /// A card that says one thing quietly.
    static func saying(_ text: String, ground: ColorRole = .paper, edge: ColorRole = .clay) -> View {
        .card(
            ground: ground, edge: edge, padding: 9,
            .firstFitting([.text(text, TextStyle(.heading)), .text(text, TextStyle(.body))]))
    }
}
