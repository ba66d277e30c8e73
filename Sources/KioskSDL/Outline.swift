import KioskUI

/// Closed contours in pixels. Together they cover what has a winding number other than zero.
nonisolated struct Outline {
    typealias Point = (x: Double, y: Double)
    var contours: [[Point]] = []

    /// The inside of a polygon.
    init(filling points: [Point]) { if points.count > 2 { contours = [points] } }

    /// A line of a width with round joins and ends.
    init(stroking points: [Point], closed: Bool, width: Double) {
        let radius = width / 2
        let disc = Self.disc(radius)
        for point in points { contours.append(disc.map { (point.x + $0.x, point.y + $0.y) }) }
        let ends = closed ? points.dropFirst() + points.prefix(1) : points.dropFirst()
        for (a, b) in zip(points, ends) {
            let (dx, dy) = (b.x - a.x, b.y - a.y)
            let length = (dx * dx + dy * dy).squareRoot()
            guard length > 0 else { continue }
            let (nx, ny) = (-dy / length * radius, dx / length * radius)
            // The same turning sense as the discs, so that overlaps add up and never cancel.
            contours.append([
                (a.x - nx, a.y - ny), (b.x - nx, b.y - ny), (b.x + nx, b.y + ny), (a.x + nx, a.y + ny),
            ])
        }
    }

    /// A circle as a polygon that nowhere strays further than a tenth of a pixel.
    private static func disc(_ radius: Double) -> [Point] {
        var directions: [Point] = [(1, 0), (0, 1), (-1, 0), (0, -1)]
        while Double(directions.count * directions.count) < 50 * radius {
            var finer: [Point] = []
            for (a, b) in zip(directions, directions.dropFirst() + directions.prefix(1)) {
                let (x, y) = (a.x + b.x, a.y + b.y)
                let length = (x * x + y * y).squareRoot()
                finer += [a, (x / length, y / length)]
            }
            directions = finer
        }
        return directions.map { ($0.x * radius, $0.y * radius) }
    }
}
