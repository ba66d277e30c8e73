import CSDL2
import KioskUI

/// How much of each pixel a rounded corner covers: the top left quarter of a disc, row by row, 0…255.
struct CornerMask {
    let radius: Int
    let coverage: [UInt8]

    init(radius: Int) {
        self.radius = radius
        let r = Double(radius)
        coverage = (0..<radius * radius).map { index in
            let (dx, dy) = (r - Double(index % radius) - 0.5, r - Double(index / radius) - 0.5)
            return UInt8(max(0, min(1, r + 0.5 - (dx * dx + dy * dy).squareRoot())) * 255)
        }
    }
}

extension Surface {
    /// A rounded box filled with one colour.
    func fill(_ rect: Rect, corner: CornerMask, _ color: Color) {
        let r = min(corner.radius, min(rect.width, rect.height) / 2)
        fill(Rect(x: rect.x, y: rect.y + r, width: rect.width, height: rect.height - 2 * r), color)
        fill(Rect(x: rect.x + r, y: rect.y, width: rect.width - 2 * r, height: r), color)
        fill(Rect(x: rect.x + r, y: rect.maxY - r, width: rect.width - 2 * r, height: r), color)
        for row in 0..<r {
            for y in [rect.y + row, rect.maxY - 1 - row] { drawCorners(row, y, in: rect, r, corner, color) }
        }
    }

    /// Both ends of one line that crosses the corners.
    private func drawCorners(_ row: Int, _ y: Int, in rect: Rect, _ r: Int, _ corner: CornerMask, _ color: Color) {
        let clip = clip
        guard y >= clip.y, y < clip.maxY else { return }
        let (pixels, ink) = (self.row(y), color.argb)
        for column in 0..<r {
            let alpha = UInt32(corner.coverage[row * corner.radius + column])
            guard alpha > 0 else { continue }
            for x in [rect.x + column, rect.maxX - 1 - column] where x >= clip.x && x < clip.maxX {
                pixels[x] = blend(ink, over: pixels[x], alpha: alpha)
            }
        }
    }
}
