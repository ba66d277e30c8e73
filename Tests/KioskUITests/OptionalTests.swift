import KioskUI
import Testing

@Suite struct OptionalTests {
    private func column(_ priorities: [Int]) -> Node<Act> {
        .column(
            spacing: 0, .stretch,
            priorities.map { .optional(priority: $0, .sized(width: nil, height: 50, .text("\($0)", TextStyle(.body)))) }
        )
    }

    @Test(
        arguments: [
            (400, ["1", "3", "2", "4"]), (399, ["1", "3", "2"]), (300, ["1", "3", "2"]), (250, ["1", "2"]),
            (100, ["1"]), (50, []),
        ] as [(Int, [String])])
    func `the highest numbers go first`(height: Int, left: [String]) {
        let frame = frame(column([1, 3, 2, 4]), 600, height)
        #expect(frame.words == left)
        #expect(frame.problems.isEmpty)
    }

    @Test func `of equal numbers the later goes first`() {
        let twins: [Node<Act>] = ["앞", "뒤"].map { word in
            .optional(priority: 1, .sized(width: nil, height: 50, .text(word, TextStyle(.body))))
        }
        #expect(frame(.column(spacing: 0, .stretch, twins), 600, 150).words == ["앞"])
    }

    @Test func `a small part comes back when a later drop made room for it`() {
        let node = Node<Act>.column(
            spacing: 0, .stretch,
            [
                .optional(priority: 1, .sized(width: nil, height: 100, .text("큰", TextStyle(.body)))),
                .optional(priority: 2, .text("작은", TextStyle(.body))),
            ])
        #expect(frame(node, 600, 150).words == ["작은"])
    }

    @Test func `parts inside cards are dropped, too`() {
        let card = Node<Act>.card(
            padding: 5, .column(spacing: 0, .stretch, [.text("이름", TextStyle(.body)), column([7])]))
        let twoCards = Node<Act>.column(spacing: 5, .stretch, [card, card])
        #expect(frame(twoCards, 600, 400).words == ["이름", "7", "이름", "7"])
        #expect(frame(twoCards, 600, 250).words == ["이름", "7", "이름"])
        #expect(frame(twoCards, 600, 150).words == ["이름", "이름"])
    }

    @Test func `in a split only the side without room loses something`() {
        let node = Node<Act>.split(
            facts: .column(spacing: 0, .stretch, [block(.pine, nil, 190), column([1])]), story: column([9]))
        #expect(frame(node, 900, 400).words == ["9"])
    }

    @Test func `a row without width for its words drops a part`() {
        let row = Node<Act>.row(
            spacing: 0, .leading,
            [.text("긴낱말이하나", TextStyle(.body)), .optional(priority: 1, .text("덤으로붙은", TextStyle(.body)))])
        #expect(frame(row, 400, 100).words == ["긴낱말이하나", "덤으로붙은"])
        #expect(frame(row, 150, 100).words == ["긴낱말이하나"])
    }
}
