/// What has to be drawn again when one list of commands follows another.
public struct FrameDifference: Hashable, Sendable {
    /// Rectangles that do not overlap; none if nothing changed.
    public private(set) var rects: [Rect]

    /// More rectangles than this are not worth their clipping.
    private static let most = 8

    public init(
        from old: [DrawCommand], to new: [DrawCommand], in bounds: Rect, typesetter: any Typesetter
    ) {
        guard old != new else {
            rects = []
            return
        }
        var balance: [DrawCommand: Int] = [:]
        for command in old { balance[command, default: 0] -= 1 }
        for command in new { balance[command, default: 0] += 1 }
        let changed = balance.filter { $0.value != 0 }.map(\.key)
        let kept = (old.filter { balance[$0] == 0 }, new.filter { balance[$0] == 0 })
        guard kept.0 == kept.1, changed.count <= 200 else {
            rects = [bounds]
            return
        }
        let dirty = changed.compactMap { $0.bounds(typesetter).intersection(bounds) }
        rects = Self.merged(dirty, in: bounds)
    }

    /// Joins rectangles that overlap or lie close together.
    private static func merged(_ rects: [Rect], in bounds: Rect) -> [Rect] {
        var merged: [Rect] = []
        for rect in rects {
            var grown = rect
            while let index = merged.firstIndex(where: { $0.isWorthJoining(grown) }) {
                grown = grown.union(merged.remove(at: index))
            }
            merged.append(grown)
        }
        let area = merged.reduce(0) { $0 + $1.area }
        return merged.count > most || area * 10 > bounds.area * 7 ? [bounds] : merged.sorted { $0.y < $1.y }
    }
}

extension DrawCommand {
    /// A rectangle that surely holds all that the command draws.
    public func bounds(_ typesetter: any Typesetter) -> Rect {
        switch self {
        case .fill(let rect, _), .box(let rect, _, _, _, _), .image(_, let rect): return rect
        case .text(let text, let x, let y, let font, _):
            let margin = font.pixels / 4 + 1
            return Rect(
                x: x - margin, y: y - margin, width: typesetter.width(of: text, in: font) + 2 * margin,
                height: font.pixels + 2 * margin)
        case .path(let points, let rect, _, _, let stroke, let width):
            let margin = (stroke == nil ? 0 : (width + 1) / 2) + 1
            var (left, top, right, bottom) = (0.0, 0.0, 1.0, 1.0)
            for point in points {
                (left, right) = (min(left, point.x), max(right, point.x))
                (top, bottom) = (min(top, point.y), max(bottom, point.y))
            }
            let x = rect.x + Int((left * Double(rect.width)).rounded(.down)) - margin
            let y = rect.y + Int((top * Double(rect.height)).rounded(.down)) - margin
            let maxX = rect.x + Int((right * Double(rect.width)).rounded(.up)) + margin
            let maxY = rect.y + Int((bottom * Double(rect.height)).rounded(.up)) + margin
            return Rect(x: x, y: y, width: maxX - x, height: maxY - y)
        }
    }
}

extension Rect {
    var area: Int { width * height }

    fileprivate func isWorthJoining(_ other: Rect) -> Bool {
        intersection(other) != nil || union(other).area * 4 < (area + other.area) * 5
    }
}
