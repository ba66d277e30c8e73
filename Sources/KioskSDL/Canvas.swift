import CSDL2
import KioskUI

/// Draws commands onto pixels in memory. The same canvas serves the window, cards, slips and picture tests; it knows no
/// screens.
public final class Canvas {
    public nonisolated let width: Int
    public nonisolated let height: Int
    let surface: Surface
    private let fonts: FontBook
    public let images: ImageBook?
    private var lines: PixelCache<LineKey, InkMask>
    private var shapes: PixelCache<ShapeKey, ShapeMask>
    private var corners: [Int: CornerMask] = [:]

    private struct LineKey: Hashable {
        var text: String
        var font: Font
    }

    private struct ShapeKey: Hashable {
        var points: [UnitPoint]
        var width, height: Int
        var isClosed: Bool
        /// Of the line; nil for the inside.
        var stroke: Int?
    }

    /// `textBytes` bounds what is kept of drawn lines of text.
    public init(
        width: Int, height: Int, fonts: FontBook, images: ImageBook? = nil, textBytes: Int = 8 << 20
    ) throws(SDLError) {
        (self.width, self.height) = (width, height)
        (self.fonts, self.images) = (fonts, images)
        surface = try Surface(width: width, height: height)
        lines = PixelCache(mostBytes: textBytes)
        shapes = PixelCache(mostBytes: 8 << 20)
    }

    public nonisolated var bounds: Rect { Rect(x: 0, y: 0, width: width, height: height) }

    /// Draws all commands, or only what they show inside some rectangles; the rest keeps its pixels.
    public func draw(_ commands: [DrawCommand], only dirty: [Rect]? = nil) throws(SDLError) {
        defer { surface.setClip(nil) }
        for area in dirty ?? [bounds] {
            guard let area = area.intersection(bounds) else { continue }
            surface.setClip(area)
            for command in commands where command.bounds(fonts).intersection(area) != nil { try draw(command) }
        }
    }

    private func draw(_ command: DrawCommand) throws(SDLError) {
        switch command {
        case .fill(let rect, let color): surface.fill(rect, color)
        case .box(let rect, let radius, let ground, let edge, let edgeWidth):
            drawBox(rect, radius, ground, edge, edgeWidth)
        case .text(let text, let x, let y, let font, let color): try drawLine(text, x, y, font, color)
        case .path(let points, let rect, let closed, let fill, let stroke, let width):
            try drawPath(points, rect, closed, fill, stroke, width)
        case .image(let id, let rect): drawImage(id, rect)
        }
    }

    private func drawBox(_ rect: Rect, _ radius: Int, _ ground: Color?, _ edge: Color?, _ width: Int) {
        let radius = max(0, min(radius, min(rect.width, rect.height) / 2))
        guard let edge, width > 0 else {
            if let ground { surface.fill(rect, corner: corner(radius), ground) }
            return
        }
        guard let ground else { return drawRing(rect, radius, edge, width) }
        surface.fill(rect, corner: corner(radius), edge)
        let inside = Rect(
            x: rect.x + width, y: rect.y + width, width: rect.width - 2 * width, height: rect.height - 2 * width)
        surface.fill(inside, corner: corner(max(0, radius - width)), ground)
    }

    /// An edge around whatever is there.
    private func drawRing(_ rect: Rect, _ radius: Int, _ edge: Color, _ width: Int) {
        let half = Double(width) / 2
        let points = Outline.roundedBox(rect, inset: half, radius: Double(radius) - half)
        surface.fill(Outline(stroking: points, closed: true, width: Double(width)), edge)
    }

    private func corner(_ radius: Int) -> CornerMask {
        if let known = corners[radius] { return known }
        if corners.count > 64 { corners = [:] }
        let mask = CornerMask(radius: radius)
        corners[radius] = mask
        return mask
    }

    private func drawLine(_ text: String, _ x: Int, _ y: Int, _ font: Font, _ color: Color) throws(SDLError) {
        var x = x
        for run in fonts.runs(of: text, font) {
            let advance = run.typeface.width(of: run.text)
            guard advance > 0 else { continue }
            let key = LineKey(text: run.text, font: font)
            let glyphs = if let known = lines.pixels(key) { known } else { try rendered(run, key) }
            surface.draw(glyphs, x: x, y: y + run.typeface.baseline - run.typeface.ascent, color)
            x += advance
        }
    }

    private func rendered(_ run: FontBook.Run, _ key: LineKey) throws(SDLError) -> InkMask {
        let black = SDL_Color(r: 0, g: 0, b: 0, a: 255)
        let glyphs =
            switch fonts.edges {
            case .smooth:
                try InkMask(
                    Surface(owning: SDLError.check(TTF_RenderUTF8_Blended(run.typeface.handle, run.text, black))))
            case .crisp:
                try InkMask(
                    indexed: Surface(
                        owning: SDLError.check(TTF_RenderUTF8_Solid(run.typeface.handle, run.text, black))))
            }
        lines.store(glyphs, for: key)
        return glyphs
    }

    private func drawPath(
        _ points: [UnitPoint], _ rect: Rect, _ closed: Bool, _ fill: Color?, _ stroke: Color?, _ width: Int
    ) throws(SDLError) {
        let whole = ShapeKey(points: points, width: rect.width, height: rect.height, isClosed: closed)
        if let fill { try drawShape(whole, rect, fill) }
        guard let stroke else { return }
        var line = whole
        line.stroke = width
        try drawShape(line, rect, stroke)
    }

    /// Draws a shape from what is kept of it.
    private func drawShape(_ key: ShapeKey, _ rect: Rect, _ color: Color) throws(SDLError) {
        if let known = shapes.pixels(key) {
            return surface.draw(known.ink, x: rect.x + known.left, y: rect.y + known.top, color)
        }
        guard let drawn = try ShapeMask(Self.outline(key, x: 0, y: 0)) else {
            return surface.fill(Self.outline(key, x: Double(rect.x), y: Double(rect.y)), color)
        }
        shapes.store(drawn, for: key)
        surface.draw(drawn.ink, x: rect.x + drawn.left, y: rect.y + drawn.top, color)
    }

    private static func outline(_ key: ShapeKey, x: Double, y: Double) -> Outline {
        let points: [Outline.Point] = key.points.map {
            (x + $0.x * Double(key.width), y + $0.y * Double(key.height))
        }
        guard let stroke = key.stroke else { return Outline(filling: points) }
        return Outline(stroking: points, closed: key.isClosed, width: Double(stroke))
    }

    private func drawImage(_ id: ImageID, _ rect: Rect) {
        guard let image = images?.image(ImageOrder(id, width: rect.width, height: rect.height)) else { return }
        surface.draw(image, x: rect.x + (rect.width - image.width) / 2, y: rect.y + (rect.height - image.height) / 2)
    }
}

extension Outline {
    /// A box with round corners, from the left end of its top side.
    static func roundedBox(_ rect: Rect, inset: Double, radius: Double) -> [Point] {
        let (left, top) = (Double(rect.x) + inset, Double(rect.y) + inset)
        let (right, bottom) = (Double(rect.maxX) - inset, Double(rect.maxY) - inset)
        let r = max(0, min(radius, min(right - left, bottom - top) / 2))
        let steps = r > 0 ? 16 : 1
        // A quarter circle from (0, -1) to (1, 0) by the rational parametrisation.
        let arc: [Point] = (0...steps).map { step in
            let t = Double(step) / Double(steps)
            let (u, v) = (1 - t * t, 2 * t)
            return (v / (1 + t * t) * r, -u / (1 + t * t) * r)
        }
        let corners: [(Point, (Point) -> Point)] = [
            ((right - r, top + r), { $0 }), ((right - r, bottom - r), { (-$0.y, $0.x) }),
            ((left + r, bottom - r), { (-$0.x, -$0.y) }), ((left + r, top + r), { ($0.y, -$0.x) }),
        ]
        return corners.flatMap { centre, turn in
            arc.map { point in
                let turned = turn(point)
                return (centre.x + turned.x, centre.y + turned.y)
            }
        }
    }
}
