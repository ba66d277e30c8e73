extension Layout {
    /// The 아자살 key pattern on a pine band, in whole modules that fill the width exactly.
    func placeLattice(in rect: Rect) {
        let pine = theme.palette[.pine]
        // A bright band would dazzle on black: there the lines are bright instead.
        let isDark = pine.luminance < 0.3
        let line = isDark ? pine.mixed(with: theme.palette[.onPine], share: 0.68) : pine
        commands.append(.fill(rect, isDark ? pine : theme.palette[.hanji]))
        for bar in Lattice.bars(in: rect) { commands.append(.fill(bar, line)) }
    }
}

/// A band of window lattice in the manner of 아자살: pairs of square keys that turn towards each other, joined by the
/// rails above and below like the bars of a paper window.
enum Lattice {
    /// Units of a pair's width, and of the band's height.
    private static let (wide, high) = (28, 16)

    /// A bar from one crossing of the grid to another: (x, y) to (x, y).
    private typealias Line = (Int, Int, Int, Int)
    private static let half: [Line] = [
        (0, 2, 14, 2), (0, 14, 14, 14), (2, 2, 2, 11), (2, 11, 11, 11), (11, 5, 11, 11), (5, 5, 11, 5), (5, 5, 5, 8),
        (5, 8, 8, 8), (14, 2, 14, 14),
    ]

    /// All bars, cut off by the band's ends where a pair's rails go on.
    static func bars(in band: Rect) -> [Rect] {
        guard band.height >= 12, band.width >= band.height else { return [] }
        let pairs = max(1, Int((Double(band.width * high) / Double(band.height * wide)).rounded()))
        let thickness = max(1, band.height / 20)
        return (0..<pairs).flatMap { pair -> [Rect] in
            (half + half.map { (wide - $0.2, $0.1, wide - $0.0, $0.3) }).map { line in
                let left = edge(pair * wide + line.0, of: pairs * wide, in: band.width)
                let right = edge(pair * wide + line.2, of: pairs * wide, in: band.width)
                let (top, bottom) = (edge(line.1, of: high, in: band.height), edge(line.3, of: high, in: band.height))
                return Rect(
                    x: band.x + left - thickness / 2, y: band.y + top - thickness / 2,
                    width: right - left + thickness, height: bottom - top + thickness)
            }
        }.compactMap { $0.intersection(band) }
    }

    private static func edge(_ part: Int, of parts: Int, in length: Int) -> Int {
        (part * length * 2 + parts) / (parts * 2)
    }
}
