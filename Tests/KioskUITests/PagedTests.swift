import KioskUI
import Testing

@Suite struct PagedTests {
    private func list(_ count: Int, page: Int = 0) -> Node<Act> {
        .flex(
            1,
            .paged(
                PagedList(
                    items: (1...count).map { .sized(width: nil, height: 50, .text("\($0)번", TextStyle(.body))) },
                    spacing: 5, page: page, upWord: "위로", downWord: "아래로", turn: { .page($0) })))
    }

    private func laidOut(_ count: Int, page: Int = 0, height: Int = 450) -> Frame<Act> {
        frame(.column(spacing: 0, .stretch, [list(count, page: page)]), 600, height)
    }

    @Test func `what fits has no buttons`() {
        let four = laidOut(4, height: 430)
        #expect(four.words == ["1번", "2번", "3번", "4번"])
        #expect(four.targets.isEmpty)
    }

    @Test(
        arguments: [
            (0, ["1번", "2번", "3번", "위로", "1 / 3", "아래로"]), (1, ["4번", "5번", "6번", "위로", "2 / 3", "아래로"]),
            (2, ["7번", "8번", "위로", "3 / 3", "아래로"]), (9, ["7번", "8번", "위로", "3 / 3", "아래로"]),
            (-1, ["1번", "2번", "3번", "위로", "1 / 3", "아래로"]),
        ] as [(Int, [String])])
    func `a longer list is cut into pages`(page: Int, words: [String]) {
        let frame = laidOut(8, page: page)
        #expect(frame.words == words)
        #expect(frame.problems.isEmpty)
    }

    @Test(
        arguments: [
            (0, nil, Act.page(1)), (1, Act.page(0), Act.page(2)), (2, Act.page(1), nil),
        ] as [(Int, Act?, Act?)])
    func `the buttons turn to the neighbouring pages and end at the ends`(page: Int, up: Act?, down: Act?) {
        let frame = laidOut(8, page: page)
        #expect(frame.event(for: "page-up") == up)
        #expect(frame.event(for: "page-down") == down)
    }

    @Test func `the buttons are large enough for a finger`() {
        #expect(laidOut(8).targets.allSatisfy { $0.rect.height >= 40 && $0.rect.width >= 40 })
    }

    @Test func `a list leaves room to what else stands in the column`() {
        let column = Node<Act>.column(spacing: 0, .stretch, [list(20), block(.pine, nil, 60)])
        let frame = frame(column)
        #expect(frame.problems.isEmpty)
        #expect(frame.blocks() == [Rect(x: 0, y: 680, width: 600, height: 120)])
    }

    @Test func `a part in its way is dropped before a list has room for nothing`() {
        let column = Node<Act>.column(spacing: 0, .stretch, [list(20), .optional(priority: 1, block(.pine, nil, 150))])
        #expect(frame(column, 600, 400).blocks().isEmpty)
    }

    @Test func `every item is on some page whatever the height`() {
        for height in stride(from: 260, through: 1400, by: 57) {
            var seen: [String] = []
            for page in 0..<12 {
                let words = laidOut(11, page: page, height: height).words.filter { $0.hasSuffix("번") }
                seen += words.filter { !seen.contains($0) }
            }
            #expect(seen == (1...11).map { "\($0)번" })
        }
    }
}
