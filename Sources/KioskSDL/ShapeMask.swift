import KioskUI

/// A drawn outline, kept as text is: by how much of each pixel it covers, without its colour.
struct ShapeMask: ByteCounted {
    /// From the place of the shape's own box to the mask's top left.
    let left: Int
    let top: Int
    let ink: InkMask

    var byteCount: Int { ink.byteCount }

    /// Draws the outline once, white on black. Nil if it covers nothing, or more than is worth keeping.
    init?(_ outline: Outline) throws(SDLError) {
        let points = outline.contours.joined()
        guard let least = points.map(\.x).min(), let most = points.map(\.x).max(),
            let lowest = points.map(\.y).min(), let highest = points.map(\.y).max()
        else { return nil }
        (left, top) = (Int(least.rounded(.down)), Int(lowest.rounded(.down)))
        let (width, height) = (Int(most.rounded(.up)) - left + 1, Int(highest.rounded(.up)) - top + 1)
        guard width > 0, height > 0, width * height <= Self.mostPixels else { return nil }
        let drawn = try Surface(width: width, height: height)
        let (x, y) = (Double(left), Double(top))
        var moved = outline
        moved.contours = outline.contours.map { $0.map { ($0.x - x, $0.y - y) } }
        drawn.fill(moved, Color(0xFFFFFF))
        ink = InkMask(brightnessOf: drawn)
    }

    /// A panel's worth; larger things are drawn each time.
    private static let mostPixels = 1 << 21
}
