extension Layout {
    func pagedHeight(_ list: PagedList<Event>, width: Int, _ insistence: Insistence) -> Int {
        let heights = list.items.map { height($0, width: width, .natural) }
        let whole = heights.reduce(0, +) + gap(list.spacing) * max(0, heights.count - 1)
        guard insistence != .natural, heights.count > 1 else { return whole }
        return min(whole, tallest(heights) + gap(list.spacing) + turnerHeight(list, width: width))
    }

    /// The items' numbers on each page; one page if all fit without buttons.
    private func pages(_ list: PagedList<Event>, width: Int, height room: Int) -> [Range<Int>] {
        let heights = list.items.map { height($0, width: width, .natural) }
        let between = gap(list.spacing)
        let whole = heights.reduce(0, +) + between * max(0, heights.count - 1)
        guard whole > room, heights.count > 1 else { return [0..<heights.count] }
        let room = room - between - turnerHeight(list, width: width)
        var pages: [Range<Int>] = []
        var (start, used) = (0, 0)
        for (index, height) in heights.enumerated() {
            if index > start, used + height > room {
                pages.append(start..<index)
                (start, used) = (index, 0)
            }
            used += height + between
        }
        return pages + [start..<heights.count]
    }

    func place(_ list: PagedList<Event>, in rect: Rect, _ around: Surroundings) {
        let pages = pages(list, width: rect.width, height: rect.height)
        let page = max(0, min(list.page, pages.count - 1))
        var y = rect.y
        for item in list.items[pages[page]] {
            let height = height(item, width: rect.width, .natural)
            place(item, in: Rect(x: rect.x, y: y, width: rect.width, height: height), around)
            y += height + gap(list.spacing)
        }
        guard pages.count > 1 else { return }
        let height = turnerHeight(list, width: rect.width)
        let bar = Rect(x: rect.x, y: rect.maxY - height, width: rect.width, height: height)
        if y > bar.y {
            problems.append(.tooTall(near: list.items[pages[page].lowerBound].firstWords ?? "", pixels: y - bar.y))
        }
        placeTurner(list, page: page, of: pages.count, in: bar, around)
    }

    private func turnerHeight(_ list: PagedList<Event>, width: Int) -> Int {
        let words = [list.up.word, list.down.word]
        return tallest(words.map { height(turnerFace($0, .up, lit: true), width: width / 3, .natural) })
    }

    /// Up, "2 / 3", down.
    private func placeTurner(
        _ list: PagedList<Event>, page: Int, of count: Int, in bar: Rect, _ around: Surroundings
    ) {
        let between = gap(4)
        let place = turnerPlace(page + 1, of: count)
        let room = bar.width - 2 * between
        let side = min(room * 3 / 8, (room - leastWidth(place)) / 2)
        let up = Rect(x: bar.x, y: bar.y, width: side, height: bar.height)
        let down = Rect(x: bar.maxX - side, y: bar.y, width: side, height: bar.height)
        let middle = Rect(x: up.maxX + between, y: bar.y, width: down.x - up.maxX - 2 * between, height: bar.height)
        let (first, last) = (page == 0, page == count - 1)
        let upFace = turnerFace(list.up.word, .up, lit: !first)
        let downFace = turnerFace(list.down.word, .down, lit: !last)
        placeTouch(list.up.id, list.up.event(max(0, page - 1)), upFace, enabled: !first, in: up, around)
        self.place(place, in: middle, around)
        placeTouch(
            list.down.id, list.down.event(min(count - 1, page + 1)), downFace, enabled: !last, in: down, around)
    }

    private func turnerPlace(_ page: Int, of count: Int) -> Node<Event> {
        func text(_ text: String, _ size: TextSize) -> Node<Event> {
            .text(text, TextStyle(size, align: .center, fixedDigits: true, maxLines: 1))
        }
        return .firstFitting([text("\(page) / \(count)", .body), text("\(page)/\(count)", .caption)])
    }

    private func turnerFace(_ word: String, _ icon: Icon, lit: Bool) -> Node<Event> {
        let style = BoxStyle(ground: lit ? .paper : nil, edge: lit ? .pine : .clay, edgeWidth: 1, padding: 6)
        func face(_ size: TextSize, withIcon: Bool) -> Node<Event> {
            let icons: [Node<Event>] = withIcon ? [.icon(icon, size: 15, lit ? .pine : .clay)] : []
            let word = Node<Event>.text(word, TextStyle(size, color: lit ? .ink : .quietInk))
            return .row(spacing: 3, .center, [.spacer] + icons + [word, .spacer])
        }
        return .box(
            style,
            .firstFitting([
                face(.body, withIcon: true), face(.caption, withIcon: true), face(.caption, withIcon: false),
            ]))
    }
}
