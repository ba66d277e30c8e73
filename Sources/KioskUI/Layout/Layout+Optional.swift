extension Layout {
    /// The node without the optional parts that there is no room for: the highest numbers go first, and what fits
    /// after all comes back.
    func fitted(_ node: Node<Event>, width: Int, height room: Int) -> Node<Event> {
        fitted(node) { self.height($0, width: width, .fitted) <= room }
    }

    func fitted(_ node: Node<Event>, _ fits: (Node<Event>) -> Bool) -> Node<Event> {
        let priorities = node.optionalPriorities(inAlternatives: looksIntoAlternatives)
        guard !priorities.isEmpty, !fits(node) else { return node }
        let order = priorities.indices.sorted { (priorities[$0], $0) > (priorities[$1], $1) }
        let bare = without(Set(order), node)
        guard fits(bare) else { return bare }
        let count = leastCount(upTo: order.count) { fits(without(Set(order.prefix($0)), node)) }
        var dropped = Set(order.prefix(count))
        for index in order.prefix(max(0, count - 1)).reversed() {
            if fits(without(dropped.subtracting([index]), node)) { dropped.remove(index) }
        }
        return without(dropped, node)
    }

    private func without(_ dropped: Set<Int>, _ node: Node<Event>) -> Node<Event> {
        node.without(dropped, inAlternatives: looksIntoAlternatives)
    }

    /// The least number for which something holds that holds for all above it, too, and for `most`.
    private func leastCount(upTo most: Int, _ holds: (Int) -> Bool) -> Int {
        var (low, high) = (1, most)
        while low < high {
            let middle = (low + high) / 2
            if holds(middle) { high = middle } else { low = middle + 1 }
        }
        return high
    }
}

extension Node {
    /// The priorities of all optional parts, from the top of the tree; of those inside alternatives only if asked for.
    func optionalPriorities(inAlternatives: Bool) -> [Int] {
        switch self {
        case .optional(let priority, let child):
            [priority] + child.optionalPriorities(inAlternatives: inAlternatives)
        case .firstFitting where !inAlternatives: []
        default: children.flatMap { $0.optionalPriorities(inAlternatives: inAlternatives) }
        }
    }

    /// A copy without any optional part, except inside alternatives.
    var bare: Node {
        without(Set(optionalPriorities(inAlternatives: false).indices), inAlternatives: false)
    }

    /// A copy without the optional parts of the given numbers, counted as ``optionalPriorities(inAlternatives:)`` lists them.
    func without(_ dropped: Set<Int>, inAlternatives: Bool) -> Node {
        guard !dropped.isEmpty else { return self }
        var next = 0
        return removing(dropped, inAlternatives, &next) ?? .spacer
    }

    private func removing(_ dropped: Set<Int>, _ inAlternatives: Bool, _ next: inout Int) -> Node? {
        if case .firstFitting = self, !inAlternatives { return self }
        if case .optional(let priority, let child) = self {
            let isDropped = dropped.contains(next)
            next += 1
            let rest = child.removing(dropped, inAlternatives, &next)
            return isDropped ? nil : rest.map { .optional(priority: priority, $0) }
        }
        var kept: [Node] = []
        for child in children {
            if let child = child.removing(dropped, inAlternatives, &next) { kept.append(child) }
        }
        return kept.count == children.count || isStack ? with(kept) : nil
    }

    private var isStack: Bool {
        switch self {
        case .column, .row, .rowOrColumn, .grid, .layers, .split, .paged, .firstFitting: true
        default: false
        }
    }

    /// The nodes directly inside.
    var children: [Node] {
        switch self {
        case .text, .icon, .picture, .modules, .image, .spacer, .lattice, .ticker: []
        case .column(_, _, let children), .row(_, _, let children), .rowOrColumn(_, let children): children
        case .grid(_, _, let children), .layers(let children), .firstFitting(let children): children
        case .box(_, let child), .touch(_, _, let child), .flex(_, let child): [child]
        case .sized(_, _, let child), .optional(_, let child), .region(_, let child): [child]
        case .paged(let list): list.items
        case .split(let facts, let story): [facts, story]
        case .oriented(let portrait, let landscape): [portrait, landscape]
        }
    }

    func with(_ nodes: [Node]) -> Node {
        switch self {
        case .text, .icon, .picture, .modules, .image, .spacer, .lattice, .ticker: return self
        case .column(let spacing, let align, _): return .column(spacing: spacing, align, nodes)
        case .row(let spacing, let align, _): return .row(spacing: spacing, align, nodes)
        case .rowOrColumn(let spacing, _): return .rowOrColumn(spacing: spacing, nodes)
        case .grid(let columns, let spacing, _): return .grid(columns: columns, spacing: spacing, nodes)
        case .layers: return .layers(nodes)
        case .firstFitting: return .firstFitting(nodes)
        case .box(let style, _): return .box(style, nodes[0])
        case .touch(let id, let event, _): return .touch(id, event, nodes[0])
        case .flex(let weight, _): return .flex(weight, nodes[0])
        case .sized(let width, let height, _): return .sized(width: width, height: height, nodes[0])
        case .optional(let priority, _): return .optional(priority: priority, nodes[0])
        case .region(let id, _): return .region(id, nodes[0])
        case .paged(var list):
            list.items = nodes
            return .paged(list)
        case .split:
            return nodes.count == 2 ? .split(facts: nodes[0], story: nodes[1]) : nodes.first ?? .spacer
        case .oriented: return .oriented(portrait: nodes[0], landscape: nodes[1])
        }
    }

    /// The first words inside, to name a place in a problem.
    var firstWords: String? {
        if case .text(let text, _) = self { return text }
        for child in children { if let words = child.firstWords { return words } }
        return nil
    }
}
