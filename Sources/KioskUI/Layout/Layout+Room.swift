/// One child's claim on the length of its row or column.
struct Claim {
    var ideal: Int
    var least: Int
    /// Above 0: takes a share of what is left.
    var weight: Double
}

/// Divides a row's or a column's length among its children.
enum Room {
    /// Flexible children share what the others leave, none under its least; without enough room the others give way,
    /// the longest first.
    static func divide(_ room: Int, among claims: [Claim]) -> [Int] {
        let flexLeast = claims.reduce(0) { $0 + ($1.weight > 0 ? $1.least : 0) }
        var lengths = level(claims, room: room - flexLeast)
        let rest = zip(claims, lengths).reduce(room) { $0 - ($1.0.weight > 0 ? 0 : $1.1) }
        share(max(rest, flexLeast), among: claims, into: &lengths)
        return lengths
    }

    /// Every rigid child its ideal, or the longest ones cut to one common length that fits.
    private static func level(_ claims: [Claim], room: Int) -> [Int] {
        let rigid = claims.map { $0.weight > 0 ? Claim(ideal: 0, least: 0, weight: 0) : $0 }
        func lengths(_ cap: Int) -> [Int] { rigid.map { min($0.ideal, max($0.least, cap)) } }
        var (low, high) = (0, rigid.map(\.ideal).max() ?? 0)
        guard rigid.reduce(0, { $0 + $1.ideal }) > room else { return lengths(high) }
        while low < high {
            let middle = (low + high + 1) / 2
            if lengths(middle).reduce(0, +) <= room { low = middle } else { high = middle - 1 }
        }
        return lengths(low)
    }

    private static func share(_ room: Int, among claims: [Claim], into lengths: inout [Int]) {
        var open = claims.indices.filter { claims[$0].weight > 0 }
        var left = room
        while !open.isEmpty {
            let weights = open.reduce(0) { $0 + claims[$1].weight }
            let held = open.filter { Double(claims[$0].least) > Double(left) * claims[$0].weight / weights }
            guard held.isEmpty else {
                for index in held {
                    lengths[index] = claims[index].least
                    left -= claims[index].least
                }
                open.removeAll(where: held.contains)
                continue
            }
            var taken = 0
            var weightSoFar = 0.0
            for index in open {
                weightSoFar += claims[index].weight
                let end = Int((Double(left) * weightSoFar / weights).rounded())
                lengths[index] = end - taken
                taken = end
            }
            return
        }
    }
}

extension Layout {
    func rowWidths(_ children: [Node<Event>], _ spacing: Millimetres, width: Int) -> [Int] {
        let gaps = gap(spacing) * max(0, children.count - 1)
        let claims = children.map { child in
            Claim(ideal: idealWidth(child, in: width), least: leastWidth(child), weight: child.weight)
        }
        return Room.divide(width - gaps, among: claims)
    }

    func columnHeights(
        _ children: [Node<Event>], _ spacing: Millimetres, _ align: Align, width: Int, height room: Int
    ) -> [Int] {
        let gaps = gap(spacing) * max(0, children.count - 1)
        let widths = children.map { columnWidth($0, align, width) }
        func claims(_ ideal: Insistence, _ least: Insistence) -> [Claim] {
            zip(children, widths).map { child, width in
                let leastHeight = height(child, width: width, least)
                return Claim(ideal: height(child, width: width, ideal), least: leastHeight, weight: child.weight)
            }
        }
        let cut = claims(.natural, .fitted)
        guard cut.reduce(gaps, { $0 + $1.least }) > room else { return Room.divide(room - gaps, among: cut) }
        return Room.divide(room - gaps, among: claims(.fitted, .least))
    }

    /// Widths for children side by side, or nil if they do not fit at their natural widths. Equal, if all fit so.
    func sideBySide(_ children: [Node<Event>], _ spacing: Millimetres, width: Int) -> [Int]? {
        let gaps = gap(spacing) * max(0, children.count - 1)
        let ideals = children.map { idealWidth($0, in: width) }
        guard ideals.reduce(gaps, +) <= width else { return nil }
        guard children.allSatisfy({ $0.weight == 0 }) else { return rowWidths(children, spacing, width: width) }
        let claims = ideals.map { Claim(ideal: $0, least: $0, weight: 1) }
        return Room.divide(width - gaps, among: claims)
    }
}

extension Node {
    /// Wants all the room there is, unlike a spacer, which only takes it.
    var isFlexible: Bool {
        switch self {
        case .flex: true
        case .optional(_, let child), .region(_, let child): child.isFlexible
        default: false
        }
    }

    /// Above 0: takes a share of what is left in its row or column.
    var weight: Double {
        switch self {
        case .flex(let weight, _): max(weight, 0.001)
        case .spacer: 1
        case .optional(_, let child), .region(_, let child): child.weight
        default: 0
        }
    }
}
