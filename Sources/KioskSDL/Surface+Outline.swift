import KioskUI

extension Surface {
    /// Fills an outline, each pixel by the share that is covered: 16 lines a pixel, exact along each line.
    func fill(_ outline: Outline, _ color: Color) {
        var edges = Edge.edges(of: outline)
        guard let first = edges.first else { return }
        let clip = clip
        guard clip.width > 0, clip.height > 0 else { return }
        var cover = [Int32](repeating: 0, count: clip.width + 2)
        var active: [Edge] = []
        // Where the first of the active edges ends.
        var firstEnd = Int.max
        var line = max(first.top, clip.y * Edge.lines)
        let end = clip.maxY * Edge.lines
        edges.reverse()
        while line < end, !(edges.isEmpty && active.isEmpty) {
            while let next = edges.last, next.top <= line {
                firstEnd = min(firstEnd, next.bottom)
                active.append(edges.removeLast().moved(to: line))
            }
            if firstEnd <= line {
                active.removeAll { $0.bottom <= line }
                firstEnd = active.lazy.map(\.bottom).min() ?? Int.max
            }
            sortAlmostSorted(&active)
            Self.cover(&cover, active, clip)
            for index in active.indices { active[index].x += active[index].slope }
            line += 1
            if line % Edge.lines == 0 { flush(&cover, y: line / Edge.lines - 1, clip, color.argb) }
            if active.isEmpty, let next = edges.last, next.top / Edge.lines > line / Edge.lines {
                if line % Edge.lines != 0 { flush(&cover, y: line / Edge.lines, clip, color.argb) }
                line = next.top
            }
        }
        if line % Edge.lines != 0, line < end { flush(&cover, y: line / Edge.lines, clip, color.argb) }
    }

    /// Adds one line's covered stretches as differences: a running sum gives each pixel's share in 1/256.
    private static func cover(_ cover: inout [Int32], _ active: [Edge], _ clip: Rect) {
        var (winding, start) = (0, 0.0)
        for edge in active {
            if winding == 0 { start = edge.x }
            winding += edge.winding
            guard winding == 0 else { continue }
            let (low, high) = (Double(clip.x), Double(clip.maxX))
            let from = Int32((min(max(start, low), high) - low) * 256)
            let to = Int32((min(max(edge.x, low), high) - low) * 256)
            guard to > from else { continue }
            add(&cover, from, 1)
            add(&cover, to, -1)
        }
    }

    private static func add(_ cover: inout [Int32], _ position: Int32, _ sign: Int32) {
        let (index, part) = (Int(position >> 8), position & 255)
        cover[index] += sign * (256 - part)
        cover[index + 1] += sign * part
    }

    /// Draws one line of pixels from what was collected, and clears it.
    private func flush(_ cover: inout [Int32], y: Int, _ clip: Rect, _ ink: UInt32) {
        let pixels = row(y) + clip.x
        cover.withUnsafeMutableBufferPointer { cover in
            var sum: Int32 = 0
            for x in 0..<clip.width {
                if cover[x] != 0 {
                    sum += cover[x]
                    cover[x] = 0
                }
                guard sum > 0 else { continue }
                let alpha = UInt32(min(255, sum >> 4))
                pixels[x] = alpha == 255 ? ink : blend(ink, over: pixels[x], alpha: alpha)
            }
            cover[clip.width] = 0
            cover[clip.width + 1] = 0
        }
    }
}

/// One side of a contour, in sixteenths of a pixel's height.
private nonisolated struct Edge {
    static let lines = 16

    var top: Int
    var bottom: Int
    /// Where the current line crosses it, in pixels.
    var x: Double
    var slope: Double
    var winding: Int

    init?(_ a: Outline.Point, _ b: Outline.Point) {
        let (upper, lower) = a.y < b.y ? (a, b) : (b, a)
        let scale = Double(Edge.lines)
        // A line counts where its middle is.
        top = Int((upper.y * scale - 0.5).rounded(.up))
        bottom = Int((lower.y * scale - 0.5).rounded(.up))
        guard top < bottom else { return nil }
        slope = (lower.x - upper.x) / (lower.y - upper.y) / scale
        x = upper.x + ((Double(top) + 0.5) / scale - upper.y) * slope * scale
        winding = a.y < b.y ? 1 : -1
    }

    func moved(to line: Int) -> Edge {
        var edge = self
        edge.x += Double(line - top) * slope
        return edge
    }

    /// All sides that are not level, from the top.
    static func edges(of outline: Outline) -> [Edge] {
        var edges: [Edge] = []
        for contour in outline.contours {
            for index in contour.indices {
                let next = index + 1 < contour.count ? index + 1 : 0
                if let edge = Edge(contour[index], contour[next]) { edges.append(edge) }
            }
        }
        return edges.sorted { $0.top < $1.top }
    }
}

/// Insertion sort from left to right: edges rarely change their order from line to line.
private nonisolated func sortAlmostSorted(_ edges: inout [Edge]) {
    guard edges.count > 1 else { return }
    for index in 1..<edges.count {
        var place = index
        while place > 0, edges[place - 1].x > edges[place].x {
            edges.swapAt(place - 1, place)
            place -= 1
        }
    }
}
