extension Layout {
    /// The first whose words fit the width, else the last.
    func firstFitting(_ nodes: [Node<Event>], width: Int) -> Node<Event> {
        nodes.first { leastWidth($0) <= width } ?? nodes.last ?? .spacer
    }

    /// The first that fits both ways, without the optional parts that there is no room for; else the last.
    func firstFitting(_ nodes: [Node<Event>], width: Int, height room: Int) -> Node<Event> {
        for node in nodes {
            let node = fitted(node, width: width, height: room)
            if leastWidth(node) <= width, height(node, width: width, .fitted) <= room { return node }
        }
        return fitted(nodes.last ?? .spacer, width: width, height: room)
    }

    /// What the first alternative would like; or, where room is short, what the lowest needs.
    func firstFittingHeight(_ nodes: [Node<Event>], width: Int, _ insistence: Insistence) -> Int {
        let narrow = nodes.filter { leastWidth($0) <= width }
        guard insistence != .natural, narrow.count > 1 else {
            return height(firstFitting(nodes, width: width), width: width, insistence)
        }
        return narrow.map { height($0, width: width, insistence) }.min() ?? 0
    }
}

extension Node {
    /// The tree with only those arrangements that are for the panel's shape.
    func turned(toPortrait isPortrait: Bool) -> Node {
        if case .oriented(let portrait, let landscape) = self {
            return (isPortrait ? portrait : landscape).turned(toPortrait: isPortrait)
        }
        let children = children
        return children.isEmpty ? self : with(children.map { $0.turned(toPortrait: isPortrait) })
    }
}
