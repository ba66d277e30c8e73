extension Layout {
    /// The least width at which no word is cut.
    func leastWidth(_ node: Node<Event>) -> Int {
        switch node {
        case .text(let text, let style): leastWidth(of: text, style)
        case .icon(_, let size, _): pixels(size)
        case .picture(let picture, let height): Int(picture.aspect * Double(pixels(height)) / 2)
        case .modules(let rows, let side): modulesSide(rows, side)
        case .image: pixels(Least.target)
        case .column(_, _, let children), .layers(let children): widest(children)
        case .row(let spacing, _, let children): total(children, spacing) { leastWidth($0) }
        case .rowOrColumn(_, let children), .grid(_, _, let children): widest(children)
        case .box(let style, let child): leastWidth(child) + 2 * gap(style.padding)
        case .touch(_, _, let child): max(pixels(Least.target), leastWidth(child))
        case .flex(_, let child), .optional(_, let child), .region(_, let child): leastWidth(child)
        case .sized(let width, _, let child): max(width.map(pixels) ?? 0, leastWidth(child))
        case .paged(let list): widest(list.items)
        case .spacer, .lattice, .ticker: 0
        case .firstFitting(let nodes): nodes.map { leastWidth($0) }.min() ?? 0
        case .split(let facts, let story):
            isPortrait ? widest([facts, story]) : leastSplitWidth(leastWidth(facts), leastWidth(story))
        case .oriented(let portrait, let landscape): leastWidth(isPortrait ? portrait : landscape)
        }
    }

    /// The width that a node would like, if there are `room` pixels.
    func idealWidth(_ node: Node<Event>, in room: Int) -> Int {
        let ideal: Int
        switch node {
        case .text(let text, let style): ideal = set(text, style, width: room).width
        case .icon, .modules, .spacer: ideal = leastWidth(node)
        case .picture(let picture, let height): ideal = Int(picture.aspect * Double(pixels(height)))
        case .image, .lattice, .split, .ticker: ideal = room
        case .column(_, _, let children), .layers(let children):
            ideal = children.map { idealWidth($0, in: room) }.max() ?? 0
        case .row(let spacing, _, let children):
            let isGreedy = children.contains(where: \.isFlexible)
            ideal = isGreedy ? room : total(children, spacing) { idealWidth($0, in: room) }
        case .rowOrColumn(let spacing, let children):
            let side = total(children, spacing) { idealWidth($0, in: room) }
            ideal = side <= room ? side : children.map { idealWidth($0, in: room) }.max() ?? 0
        case .grid(let columns, let spacing, let children):
            let cell = children.map { idealWidth($0, in: room) }.max() ?? 0
            ideal = columns * (cell + gap(spacing)) - gap(spacing)
        case .box(let style, let child):
            ideal = idealWidth(child, in: max(1, room - 2 * gap(style.padding))) + 2 * gap(style.padding)
        case .touch(_, _, let child): ideal = max(pixels(Least.target), idealWidth(child, in: room))
        case .flex(_, let child), .optional(_, let child), .region(_, let child): ideal = idealWidth(child, in: room)
        case .sized(let width, _, let child): ideal = max(width.map(pixels) ?? 0, idealWidth(child, in: room))
        case .firstFitting(let nodes): ideal = idealWidth(firstFitting(nodes, width: room), in: room)
        case .paged(let list): ideal = list.items.map { idealWidth($0, in: room) }.max() ?? 0
        case .oriented(let portrait, let landscape): ideal = idealWidth(isPortrait ? portrait : landscape, in: room)
        }
        return min(ideal, room)
    }

    /// Each part must have its room in its own share.
    private func leastSplitWidth(_ facts: Int, _ story: Int) -> Int {
        max((facts * 100 + 42) / 43, (story * 100 + 56) / 57) + splitGap + 1
    }

    private func widest(_ nodes: [Node<Event>]) -> Int { nodes.map { leastWidth($0) }.max() ?? 0 }

    private func total(_ nodes: [Node<Event>], _ spacing: Millimetres, _ width: (Node<Event>) -> Int) -> Int {
        nodes.reduce(0) { $0 + width($1) } + gap(spacing) * max(0, nodes.count - 1)
    }

    var splitGap: Int { gap(8) }
}
