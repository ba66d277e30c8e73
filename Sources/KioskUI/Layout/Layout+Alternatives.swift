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
        guard !looksIntoAlternatives else { return height(ofAlternatives: nodes, width: width, insistence) }
        let key = MeasuredAlternatives.Key(nodes, width, insistence)
        if let known = measured[key] { return known.height }
        let height = height(
            ofAlternatives: insistence == .natural ? nodes : nodes.map(\.bare), width: width, insistence)
        measured[key] = MeasuredAlternatives(height: height, nodes: nodes)
        return height
    }

    private func height(ofAlternatives nodes: [Node<Event>], width: Int, _ insistence: Insistence) -> Int {
        let narrow = nodes.filter { leastWidth($0) <= width }
        guard insistence != .natural, narrow.count > 1 else {
            return height(firstFitting(nodes, width: width), width: width, insistence)
        }
        return narrow.map { height($0, width: width, insistence) }.min() ?? 0
    }
}

/// How high alternatives are, which are measured again whenever something around them is tried without a part.
struct MeasuredAlternatives {
    var height: Int
    /// Kept, so that no others come to lie at their place in memory.
    var nodes: [Node<Ticket>]

    /// The same array at the same width: the same alternatives.
    struct Key: Hashable {
        private let place: Int
        private let width: Int
        private let insistence: Layout.Insistence

        init(_ nodes: [Node<Ticket>], _ width: Int, _ insistence: Layout.Insistence) {
            place = nodes.withUnsafeBufferPointer { Int(bitPattern: $0.baseAddress) }
            (self.width, self.insistence) = (width, insistence)
        }
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
