/// What the renderer is told. A frame is a list of these; a new look is a new command or none.
public enum DrawCommand: Hashable, Sendable {
    case fill(Rect, Color)
    /// A rounded box with an optional edge drawn inside it.
    case box(Rect, radius: Int, ground: Color?, edge: Color?, edgeWidth: Int)
    /// One line of text, its em box's top left at (x, y).
    case text(String, x: Int, y: Int, Font, Color)
    /// A polygon, filled, then stroked with round joins.
    case path([UnitPoint], in: Rect, closed: Bool, fill: Color?, stroke: Color?, width: Int)
    case image(ImageID, in: Rect)
}
