extension Layout {
    /// The 아자살 key pattern on a pine band, in whole modules that fill the width exactly.
    func placeLattice(in rect: Rect) {
        let pine = theme.palette[.pine]
        let line = pine.mixed(with: theme.palette[.onPine], share: 0.72)
        commands.append(.fill(rect, pine))
        for bar in Lattice.bars(in: rect) { commands.append(.fill(bar, line)) }
    }
}

/// A band of window lattice: square keys that turn inward, hung alternately from the upper and the lower rail.
enum Lattice {
    /// One key in units of the band's height ÷ 12: (x, y, width, height).
    private static let key: [(Int, Int, Int, Int)] = [
        (0, 2, 11, 1), (10, 2, 1, 8), (3, 9, 8, 1), (3, 5, 1, 5), (3, 5, 5, 1), (7, 5, 1, 3), (0, 2, 1, 9),
    ]
    private static let keyWidth = 12

    /// The bars, none touching the band's ends, so that cuts never show.
    static func bars(in band: Rect) -> [Rect] {
        guard band.height >= 12, band.width >= band.height else { return [] }
        let keys = max(1, Int((Double(band.width) / Double(band.height)).rounded()))
        return (0..<keys).flatMap { index -> [Rect] in
            key.map { x, y, width, height in
                let left = edge(index * keyWidth + x, of: keys * keyWidth, in: band.width)
                let right = edge(index * keyWidth + x + width, of: keys * keyWidth, in: band.width)
                let top = edge(y, of: 12, in: band.height)
                let bottom = edge(y + height, of: 12, in: band.height)
                return Rect(x: band.x + left, y: band.y + top, width: right - left, height: bottom - top)
            }
        }
    }

    private static func edge(_ part: Int, of parts: Int, in length: Int) -> Int {
        (part * length * 2 + parts) / (parts * 2)
    }
}
