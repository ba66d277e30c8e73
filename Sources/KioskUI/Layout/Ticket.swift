/// What a touch sends, by its number in the node tree.
///
/// Layout knows nothing of a screen's events. With tickets in their place it is compiled once, for one type, and runs
/// several times faster than code that fits any.
enum Ticket: Hashable, Sendable {
    case touch(Int)
    case turn(list: Int, page: Int)
}

/// The events of a node tree, to be had back for their tickets.
struct TicketBook<Event: Sendable>: Sendable {
    private var touches: [Event] = []
    private var turns: [@Sendable (Int) -> Event] = []

    func event(for ticket: Ticket) -> Event {
        switch ticket {
        case .touch(let number): touches[number]
        case .turn(let list, let page): turns[list](page)
        }
    }

    fileprivate mutating func ticket(for event: Event) -> Ticket {
        touches.append(event)
        return .touch(touches.count - 1)
    }

    fileprivate mutating func turner(_ turn: @escaping @Sendable (Int) -> Event) -> @Sendable (Int) -> Ticket {
        turns.append(turn)
        let list = turns.count - 1
        return { .turn(list: list, page: $0) }
    }
}

extension Node {
    /// The same tree with tickets for its events.
    func ticketed(_ book: inout TicketBook<Event>) -> Node<Ticket> {
        switch self {
        case .text(let text, let style): .text(text, style)
        case .ticker(let text, let style, let shift): .ticker(text, style, shift: shift)
        case .icon(let icon, let size, let color): .icon(icon, size: size, color)
        case .picture(let picture, let height): .picture(picture, height: height)
        case .modules(let modules, let side): .modules(modules, side: side)
        case .image(let image, let height): .image(image, height: height)
        case .spacer: .spacer
        case .lattice(let height): .lattice(height: height)
        case .touch(let id, let event, let child): .touch(id, book.ticket(for: event), child.ticketed(&book))
        case .paged(let list): .paged(list.ticketed(&book))
        default: ticketedGroup(&book)
        }
    }

    /// Nodes that only hold others.
    private func ticketedGroup(_ book: inout TicketBook<Event>) -> Node<Ticket> {
        switch self {
        case .column(let spacing, let align, let children):
            .column(spacing: spacing, align, children.ticketed(&book))
        case .row(let spacing, let align, let children): .row(spacing: spacing, align, children.ticketed(&book))
        case .rowOrColumn(let spacing, let children): .rowOrColumn(spacing: spacing, children.ticketed(&book))
        case .grid(let columns, let spacing, let cells):
            .grid(columns: columns, spacing: spacing, cells.ticketed(&book))
        case .box(let style, let child): .box(style, child.ticketed(&book))
        case .firstFitting(let alternatives): .firstFitting(alternatives.ticketed(&book))
        case .flex(let weight, let child): .flex(weight, child.ticketed(&book))
        case .sized(let width, let height, let child): .sized(width: width, height: height, child.ticketed(&book))
        case .optional(let priority, let child): .optional(priority: priority, child.ticketed(&book))
        case .region(let id, let child): .region(id, child.ticketed(&book))
        case .layers(let children): .layers(children.ticketed(&book))
        case .split(let facts, let story): .split(facts: facts.ticketed(&book), story: story.ticketed(&book))
        case .oriented(let portrait, let landscape):
            .oriented(portrait: portrait.ticketed(&book), landscape: landscape.ticketed(&book))
        case .text, .icon, .picture, .modules, .image, .spacer, .lattice, .touch, .paged, .ticker: .spacer
        }
    }
}

extension Array {
    fileprivate func ticketed<Event>(_ book: inout TicketBook<Event>) -> [Node<Ticket>] where Element == Node<Event> {
        var nodes: [Node<Ticket>] = []
        nodes.reserveCapacity(count)
        for node in self { nodes.append(node.ticketed(&book)) }
        return nodes
    }
}

extension PagedList {
    fileprivate func ticketed(_ book: inout TicketBook<Event>) -> PagedList<Ticket> {
        PagedList<Ticket>(
            items: items.ticketed(&book), spacing: spacing, page: page, up: up.ticketed(&book),
            down: down.ticketed(&book))
    }
}

extension PagedList.Turner {
    fileprivate func ticketed(_ book: inout TicketBook<Event>) -> PagedList<Ticket>.Turner {
        PagedList<Ticket>.Turner(word: word, id: id, event: book.turner(event))
    }
}
