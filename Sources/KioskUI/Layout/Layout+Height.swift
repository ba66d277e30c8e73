extension Layout {
    /// The height that a node needs at a width.
    func height(_ node: Node<Event>, width: Int, _ insistence: Insistence) -> Int {
        switch node {
        case .text(let text, let style): set(text, style, width: width).height
        case .icon(_, let size, _): pixels(size)
        case .ticker(_, let style, _): emPixels(style)
        case .picture(_, let height), .image(_, let height):
            insistence == .least ? pixels(height) / 2 : pixels(height)
        case .modules(let rows, let side): modulesSide(rows, side)
        case .column(let spacing, let align, let children):
            columnHeight(children, spacing, align, width: width, insistence)
        case .row(let spacing, _, let children): rowHeight(children, spacing, width: width, insistence)
        case .rowOrColumn(let spacing, let children):
            if let widths = sideBySide(children, spacing, width: width) {
                tallest(zip(children, widths).map { height($0, width: $1, insistence) })
            } else {
                columnHeight(children, spacing, .stretch, width: width, insistence)
            }
        case .grid(let columns, let spacing, let children):
            gridHeight(columns, spacing, children, width: width, insistence)
        case .box(let style, let child):
            height(child, width: max(1, width - 2 * gap(style.padding)), insistence) + 2 * gap(style.padding)
        case .touch(_, _, let child): max(pixels(Least.target), height(child, width: width, insistence))
        case .flex(_, let child), .optional(_, let child), .region(_, let child):
            height(child, width: width, insistence)
        case .sized(_, let least, let child): max(least.map(pixels) ?? 0, height(child, width: width, insistence))
        case .paged(let list): pagedHeight(list, width: width, insistence)
        case .firstFitting(let nodes): firstFittingHeight(nodes, width: width, insistence)
        case .spacer: 0
        case .lattice(let height): pixels(height)
        case .layers(let children): tallest(children.map { height($0, width: width, insistence) })
        case .split(let facts, let story): splitHeight(facts, story, width: width, insistence)
        case .oriented(let portrait, let landscape):
            height(isPortrait ? portrait : landscape, width: width, insistence)
        }
    }

    private func columnHeight(
        _ children: [Node<Event>], _ spacing: Millimetres, _ align: Align, width: Int, _ insistence: Insistence
    ) -> Int {
        let heights = children.map { height($0, width: columnWidth($0, align, width), insistence) }
        return heights.reduce(0, +) + gap(spacing) * max(0, children.count - 1)
    }

    /// A column's child is as wide as it likes, or as the column.
    func columnWidth(_ child: Node<Event>, _ align: Align, _ width: Int) -> Int {
        align == .stretch ? width : idealWidth(child, in: width)
    }

    private func rowHeight(
        _ children: [Node<Event>], _ spacing: Millimetres, width: Int, _ insistence: Insistence
    ) -> Int {
        let widths = rowWidths(children, spacing, width: width)
        return tallest(zip(children, widths).map { height($0, width: $1, insistence) })
    }

    private func splitHeight(
        _ facts: Node<Event>, _ story: Node<Event>, width: Int, _ insistence: Insistence
    ) -> Int {
        let (left, right) = splitWidths(width)
        let heights = (height(facts, width: left, insistence), height(story, width: right, insistence))
        return isPortrait ? heights.0 + splitGap + heights.1 : max(heights.0, heights.1)
    }

    /// Facts 43 %, story 57 % side by side; both the whole width one above the other.
    func splitWidths(_ width: Int) -> (facts: Int, story: Int) {
        guard !isPortrait else { return (width, width) }
        let facts = (width - splitGap) * 43 / 100
        return (facts, width - splitGap - facts)
    }

    func tallest(_ heights: [Int]) -> Int { heights.max() ?? 0 }
}
