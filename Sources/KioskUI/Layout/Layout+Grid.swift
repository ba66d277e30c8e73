extension Layout {
    /// As many columns as asked, or fewer when a cell would cut a word.
    private func gridColumns(_ asked: Int, _ spacing: Millimetres, _ children: [Node<Event>], width: Int) -> Int {
        let least = children.map { leastWidth($0) }.max() ?? 0
        var columns = max(1, min(asked, children.count))
        while columns > 1, cellLength(columns, spacing, in: width) < least { columns -= 1 }
        return columns
    }

    private func cellLength(_ count: Int, _ spacing: Millimetres, in room: Int) -> Int {
        (room - gap(spacing) * (count - 1)) / max(1, count)
    }

    func gridHeight(
        _ asked: Int, _ spacing: Millimetres, _ children: [Node<Event>], width: Int, _ insistence: Insistence
    ) -> Int {
        guard !children.isEmpty else { return 0 }
        let columns = gridColumns(asked, spacing, children, width: width)
        let cell = cellLength(columns, spacing, in: width)
        let rows = (children.count + columns - 1) / columns
        let tallest = tallest(children.map { height($0, width: cell, insistence) })
        return rows * (tallest + gap(spacing)) - gap(spacing)
    }

    func placeGrid(
        _ asked: Int, _ spacing: Millimetres, _ children: [Node<Event>], in rect: Rect, _ around: Surroundings
    ) {
        guard !children.isEmpty else { return }
        let columns = gridColumns(asked, spacing, children, width: rect.width)
        let rows = (children.count + columns - 1) / columns
        let (width, height) = (
            cellLength(columns, spacing, in: rect.width), cellLength(rows, spacing, in: rect.height)
        )
        for (index, child) in children.enumerated() {
            let x = rect.x + index % columns * (width + gap(spacing))
            let y = rect.y + index / columns * (height + gap(spacing))
            place(child, in: Rect(x: x, y: y, width: width, height: height), around)
        }
    }
}
