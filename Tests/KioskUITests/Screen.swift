import KioskTestSupport
import KioskUI

/// What the nodes of these tests send.
enum Act: Hashable, Sendable { case first, second, page(Int) }

/// Lays out at two pixels a millimetre, with characters of half an em.
func frame(
    _ node: Node<Act>, _ width: Int = 600, _ height: Int = 800, zoom: Double = 1, palette: Palette = .hanji,
    pressed: TouchID? = nil
) -> Frame<Act> {
    Frame(
        node, in: (width: width, height: height), theme: Theme(pitch: 0.5, zoom: zoom, palette: palette),
        typesetter: FixedTypesetter(), pressed: pressed)
}

/// A coloured block whose place can be read from the frame.
func block(_ color: ColorRole = .pine, _ width: Millimetres? = nil, _ height: Millimetres? = nil) -> Node<Act> {
    .sized(width: width, height: height, .box(BoxStyle(ground: color, corner: 0, padding: 0), .spacer))
}

extension Frame {
    /// Where blocks of a colour are.
    func blocks(_ role: ColorRole = .pine) -> [Rect] {
        commands.dropFirst().compactMap {
            if case .fill(let rect, Palette.hanji[role]) = $0 { rect } else { nil }
        }
    }

    var words: [String] { texts.map(\.text) }
}
