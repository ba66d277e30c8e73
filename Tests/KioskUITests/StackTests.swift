import KioskUI
import Testing

@Suite struct StackTests {
    @Test func `a column stacks its children with gaps`() {
        let column = Node.column(spacing: 5, .stretch, [block(.pine, nil, 20), block(.pine, nil, 10)])
        #expect(
            frame(column).blocks() == [
                Rect(x: 0, y: 0, width: 600, height: 40), Rect(x: 0, y: 50, width: 600, height: 20),
            ])
    }

    @Test(
        arguments: [
            (Align.leading, 0, 100), (.center, 250, 100), (.trailing, 500, 100), (.stretch, 0, 600),
        ] as [(Align, Int, Int)])
    func `a column aligns its children`(align: Align, x: Int, width: Int) {
        let blocks = frame(.column(spacing: 0, align, [block(.pine, 50, 10)])).blocks()
        #expect(blocks == [Rect(x: x, y: 0, width: width, height: 20)])
    }

    @Test(
        arguments: [
            ([1.0, 1.0], [300, 300]), ([1, 3], [150, 450]), ([1, 1, 1], [200, 200, 200]), ([2, 1], [400, 200]),
        ] as [([Double], [Int])])
    func `flexible children share a row by weight`(weights: [Double], widths: [Int]) {
        let row = Node.row(spacing: 0, .stretch, weights.map { .flex($0, block()) })
        #expect(frame(row).blocks().map(\.width) == widths)
    }

    @Test func `a flexible child is never narrower than its words`() {
        let row = Node.row(spacing: 0, .stretch, [.flex(1, block(.pine, 200)), .flex(1, block(.mint))])
        #expect(frame(row).blocks().map(\.width) == [400])
        #expect(frame(row).blocks(.mint).map(\.width) == [200])
    }

    @Test func `a long text in a row gives way before a short one`() {
        let row = Node<Act>.row(
            spacing: 0, .leading,
            [.text("짧은 말", TextStyle(.body)), .text("길고 긴 말이 이어지고 또 이어져서 아무래도 한 줄에 들지 않아요", TextStyle(.body))])
        let texts = frame(row).texts
        #expect(texts[0].lines == ["짧은 말"])
        #expect(texts[1].lines.count == 2)
    }

    @Test func `an inner row keeps the order of its children from left to right`() {
        let row = Node.row(spacing: 10, .center, [block(.pine, 20, 20), .spacer, block(.pine, 30, 10)])
        let blocks = frame(row, 600, 40).blocks()
        #expect(blocks == [Rect(x: 0, y: 0, width: 40, height: 40), Rect(x: 540, y: 10, width: 60, height: 20)])
    }

    @Test(arguments: [
        (600, [Rect(x: 0, y: 0, width: 300, height: 20), Rect(x: 300, y: 0, width: 300, height: 20)]),
        (300, [Rect(x: 0, y: 0, width: 300, height: 20), Rect(x: 0, y: 20, width: 300, height: 20)]),
    ])
    func `children stand side by side only if they fit`(width: Int, expected: [Rect]) {
        let pair = Node.rowOrColumn(spacing: 0, [block(.pine, 100, 10), block(.pine, 100, 10)])
        #expect(frame(.column(spacing: 0, .stretch, [pair]), width).blocks() == expected)
    }

    @Test(arguments: [(3, 600, 3), (3, 500, 2), (3, 300, 1), (5, 600, 3)])
    func `a grid takes fewer columns rather than cut words`(asked: Int, width: Int, columns: Int) {
        let cells = (0..<6).map { _ in block(.pine, 90, 10) }
        let blocks = frame(.column(spacing: 0, .stretch, [.grid(columns: asked, spacing: 5, cells)]), width).blocks()
        #expect(blocks.filter { $0.y == blocks[0].y }.count == columns)
        #expect(Set(blocks.map(\.width)).count == 1)
    }

    @Test func `a split stands side by side in landscape, facts 43 to 57`() {
        let split = Node.split(facts: block(.pine), story: block(.mint))
        let wide = frame(split, 1016, 500)
        #expect(wide.blocks() == [Rect(x: 0, y: 0, width: 430, height: 500)])
        #expect(wide.blocks(.mint) == [Rect(x: 446, y: 0, width: 570, height: 500)])
        let tall = frame(.split(facts: block(.pine, nil, 50), story: block(.mint)), 500, 1016)
        #expect(tall.blocks() == [Rect(x: 0, y: 0, width: 500, height: 100)])
        #expect(tall.blocks(.mint) == [Rect(x: 0, y: 116, width: 500, height: 900)])
    }

    @Test func `a box insets its child and never leaves its place`() {
        let node = Node.box(BoxStyle(ground: .mint, padding: 10), block())
        #expect(frame(node, 200, 100).blocks() == [Rect(x: 20, y: 20, width: 160, height: 60)])
    }

    @Test func `the first alternative that fits is shown`() {
        let node = Node<Act>.firstFitting([
            .text("아주아주아주긴낱말이에요", TextStyle(.body)), .text("짧아요", TextStyle(.body)),
        ])
        #expect(frame(node, 600, 100).words == ["아주아주아주긴낱말이에요"])
        #expect(frame(node, 150, 100).words == ["짧아요"])
    }

    @Test func `what does not fit is reported with its first words`() {
        let column = Node<Act>.column(spacing: 0, .stretch, [.text("안녕하세요", TextStyle(.body)), block(.pine, nil, 500)])
        #expect(
            frame(column).problems.contains {
                if case .tooTall(near: "안녕하세요", pixels: _) = $0 { true } else { false }
            })
    }

    @Test func `a picture shrinks to half before a column overflows`() {
        let picture = Picture(aspect: 1, strokes: [.init([UnitPoint(0, 0), UnitPoint(1, 1)])])
        let column = Node<Act>.column(spacing: 0, .stretch, [.picture(picture, height: 100), block(.pine, nil, 100)])
        let cut = frame(column, 600, 300)
        #expect(cut.problems.isEmpty)
        #expect(cut.blocks().map(\.height) == [200])
        #expect(frame(column, 600, 290).problems.isEmpty == false)
    }
}
