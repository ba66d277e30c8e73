extension Layout {
    /// Draws a node into the rectangle it was given.
    func place(_ node: Node<Event>, in rect: Rect, _ around: Surroundings) {
        switch node {
        case .text(let text, let style):
            watch(text, rect)
            place(text: text, style, in: rect, around)
        case .ticker(let text, let style, let shift): place(ticker: text, style, shift: shift, in: rect, around)
        case .icon(let icon, let size, let role): place(icon, pixels(size), role, in: rect)
        case .picture(let picture, _): place(picture, in: rect)
        case .modules(let rows, let side): place(modules: rows, side, in: rect)
        case .image(let id, _):
            watch(id.name, rect)
            commands.append(.image(id, in: rect))
        case .column(let spacing, let align, _): placeColumn(node, spacing, align, in: rect, around)
        case .row(let spacing, let align, _): placeRow(node, spacing, align, in: rect, around)
        case .rowOrColumn(let spacing, let children):
            if let widths = sideBySide(children, spacing, width: rect.width) {
                placeCells(children, widths, spacing, .stretch, in: rect, around)
            } else {
                placeColumn(.column(spacing: spacing, .stretch, children), spacing, .stretch, in: rect, around)
            }
        case .grid(let columns, let spacing, let children): placeGrid(columns, spacing, children, in: rect, around)
        case .box(let style, let child): placeBox(style, child, in: rect, around)
        case .touch(let id, let event, let child): placeTouch(id, event, child, enabled: true, in: rect, around)
        case .flex(_, let child), .sized(_, _, let child), .optional(_, let child): place(child, in: rect, around)
        case .region(let id, let child):
            regions[id] = rect
            place(child, in: rect, around)
        case .paged(let list): place(list, in: rect, around)
        case .firstFitting(let nodes):
            place(firstFitting(nodes, width: rect.width, height: rect.height), in: rect, around)
        case .spacer: break
        case .lattice: placeLattice(in: rect)
        case .layers(let children): placeLayers(children, in: rect, around)
        case .split(let facts, let story): placeSplit(facts, story, in: rect, around)
        case .oriented(let portrait, let landscape): place(isPortrait ? portrait : landscape, in: rect, around)
        }
    }

    /// Reports what is not wholly on the panel.
    func watch(_ name: String, _ rect: Rect) {
        if !bounds.contains(rect) { problems.append(.offScreen(name)) }
    }

    private func placeColumn(
        _ node: Node<Event>, _ spacing: Millimetres, _ align: Align, in rect: Rect, _ around: Surroundings
    ) {
        let children = fitted(node, width: rect.width, height: rect.height).children
        let heights = columnHeights(children, spacing, align, width: rect.width, height: rect.height)
        var y = rect.y
        for (child, height) in zip(children, heights) {
            let width = columnWidth(child, align, rect.width)
            let x = rect.x + offset(align, of: width, in: rect.width)
            place(child, in: Rect(x: x, y: y, width: width, height: height), around)
            y += height + gap(spacing)
        }
        let used = children.isEmpty ? 0 : y - gap(spacing) - rect.y
        if used > rect.height { problems.append(.tooTall(near: node.firstWords ?? "", pixels: used - rect.height)) }
    }

    private func placeRow(
        _ node: Node<Event>, _ spacing: Millimetres, _ align: Align, in rect: Rect, _ around: Surroundings
    ) {
        let children = fitted(node) { self.leastWidth($0) <= rect.width }.children
        let widths = rowWidths(children, spacing, width: rect.width)
        placeCells(children, widths, spacing, align, in: rect, around)
    }

    private func placeCells(
        _ children: [Node<Event>], _ widths: [Int], _ spacing: Millimetres, _ align: Align, in rect: Rect,
        _ around: Surroundings
    ) {
        var x = rect.x
        for (child, width) in zip(children, widths) {
            let natural = min(rect.height, height(child, width: width, .natural))
            let height = align == .stretch ? rect.height : natural
            let y = rect.y + offset(align, of: height, in: rect.height)
            place(child, in: Rect(x: x, y: y, width: width, height: height), around)
            x += width + gap(spacing)
        }
        let used = children.isEmpty ? 0 : x - gap(spacing) - rect.x
        if used > rect.width {
            let words = children.compactMap(\.firstWords).first ?? ""
            problems.append(.tooWide(near: words, pixels: used - rect.width))
        }
    }

    private func placeBox(_ style: BoxStyle, _ child: Node<Event>, in rect: Rect, _ around: Surroundings) {
        var inside = around
        var ground = style.ground.map { theme.palette[$0] }
        if around.sinks {
            ground = (ground ?? around.ground).pressed
            inside.sinks = false
        }
        let radius = min(gap(style.corner), min(rect.width, rect.height) / 2)
        let edge = style.edge.map { theme.palette[$0] }
        let edgeWidth = edge == nil ? 0 : max(1, pixels(style.edgeWidth))
        if radius == 0, edge == nil, let ground {
            commands.append(.fill(rect, ground))
        } else if ground != nil || edge != nil {
            commands.append(.box(rect, radius: radius, ground: ground, edge: edge, edgeWidth: edgeWidth))
        }
        inside.ground = ground ?? around.ground
        place(child, in: rect.inset(by: gap(style.padding)), inside)
    }

    func placeTouch(
        _ id: TouchID, _ event: Event, _ child: Node<Event>, enabled: Bool, in rect: Rect, _ around: Surroundings
    ) {
        watch(id.name, rect)
        targets.append(TouchTarget(id: id, rect: rect, event: event, enabled: enabled))
        guard enabled, id == pressed else { return place(child, in: rect, around) }
        var (face, inside) = (rect, around)
        face.y += pixels(2)
        inside.judged = false
        if child.isBox {
            inside.sinks = true
        } else {
            inside.ground = around.ground.pressed
            commands.append(.box(face, radius: pixels(4), ground: inside.ground, edge: nil, edgeWidth: 0))
        }
        place(child, in: face, inside)
    }

    private func placeLayers(_ children: [Node<Event>], in rect: Rect, _ around: Surroundings) {
        for child in children {
            let first = targets.count
            place(child, in: rect, around)
            guard targets.count > first else { continue }
            for index in targets.indices[..<first] where rect.contains(targets[index].rect) {
                targets[index].enabled = false
            }
        }
    }

    private func placeSplit(_ facts: Node<Event>, _ story: Node<Event>, in rect: Rect, _ around: Surroundings) {
        let (left, right) = splitWidths(rect.width)
        guard !isPortrait else {
            let column = Node.column(
                spacing: 0, .stretch, [facts, .sized(width: nil, height: 8, .spacer), .flex(1, story)])
            return placeColumn(column, 0, .stretch, in: rect, around)
        }
        let factsRect = Rect(x: rect.x, y: rect.y, width: left, height: rect.height)
        let storyRect = Rect(x: rect.x + left + splitGap, y: rect.y, width: right, height: rect.height)
        place(fitted(facts, width: left, height: rect.height), in: factsRect, around)
        place(fitted(story, width: right, height: rect.height), in: storyRect, around)
    }
}

extension Node {
    /// Whether the face of a button is a box, which can sink and darken.
    fileprivate var isBox: Bool {
        switch self {
        case .box: true
        case .sized(_, _, let child), .flex(_, let child), .optional(_, let child), .region(_, let child): child.isBox
        default: false
        }
    }
}

extension Color {
    /// How a ground looks under a finger: darker and warm, or on black lighter.
    var pressed: Color {
        switch luminance {
        case ..<0.01: mixed(with: Color(0xFFFFFF), share: 0.2)
        case ..<0.4: mixed(with: Color(0x1F1B16), share: 0.3)
        default: mixed(with: Color(0x7A6440), share: 0.24)
        }
    }
}
