import KioskUI
import Testing

/// Layouts that choose among several arrangements: by room, and by the panel's shape.
@Suite struct AlternativesTests {
    private func text(_ word: String, height: Millimetres = 20) -> Node<Act> {
        .sized(width: nil, height: height, .text(word, TextStyle(.body)))
    }

    @Test(arguments: [(400, "높은"), (399, "낮은"), (40, "낮은")])
    func `the first alternative that is low enough is shown`(height: Int, shown: String) {
        let node = Node<Act>.firstFitting([text("높은", height: 200), text("낮은")])
        #expect(frame(node, 600, height).words == [shown])
    }

    @Test func `an alternative without its optional parts comes before the next one`() {
        let node = Node<Act>.firstFitting([
            .column(spacing: 0, .stretch, [text("먼저"), .optional(priority: 1, text("덤"))]), text("다음"),
        ])
        #expect(frame(node, 600, 80).words == ["먼저", "덤"])
        #expect(frame(node, 600, 60).words == ["먼저"])
        #expect(frame(node, 600, 60).problems.isEmpty)
    }

    @Test func `in a column the alternatives give way before optional parts go`() {
        let node = Node<Act>.column(
            spacing: 0, .stretch,
            [
                .optional(priority: 1, text("덤", height: 50)),
                .flex(1, .firstFitting([text("높은", height: 100), text("낮은", height: 30)])),
            ])
        #expect(frame(node, 600, 300).words == ["덤", "높은"])
        #expect(frame(node, 600, 160).words == ["덤", "낮은"])
        #expect(frame(node, 600, 100).words == ["낮은"])
    }

    @Test func `a word that would be cut rules an alternative out`() {
        let node = Node<Act>.firstFitting([
            .row(spacing: 0, .center, [text("긴낱말하나"), text("긴낱말둘")]), .column(spacing: 0, .stretch, [text("긴낱말하나")]),
        ])
        #expect(frame(node, 800, 200).words == ["긴낱말하나", "긴낱말둘"])
        #expect(frame(node, 150, 200).words == ["긴낱말하나"])
    }

    @Test func `each part of a split needs room for its longest word`() {
        let node = Node<Act>.firstFitting([
            .split(facts: text("아주아주긴낱말"), story: text("짧다")),
            .column(spacing: 0, .stretch, [text("아주아주긴낱말"), text("짧다")]),
        ])
        #expect(Set(frame(node, 800, 300).texts.map(\.rect.y)).count == 1)
        let narrow = frame(node, 320, 300)
        #expect(narrow.problems.isEmpty)
        #expect(narrow.texts.allSatisfy { $0.lines.count == 1 })
    }

    @Test func `an arrangement for the panel's shape is taken`() {
        let node = Node<Act>.box(
            BoxStyle(padding: 0), .oriented(portrait: text("세로"), landscape: .optional(priority: 1, text("가로"))))
        #expect(frame(node, 400, 600).words == ["세로"])
        #expect(frame(node, 600, 400).words == ["가로"])
    }

    @Test func `a low foot keeps its words and its targets`() {
        let buttons = [
            FootButton("처음으로", icon: .home, id: "home", event: Act.first),
            FootButton("이전", icon: .back, id: "back", event: .second),
        ]
        let (high, low) = (
            frame(.column(spacing: 0, .stretch, [.foot(buttons)])),
            frame(.column(spacing: 0, .stretch, [.foot(buttons, isLow: true)]))
        )
        #expect(low.words == high.words)
        #expect(low.targets[0].rect.height < high.targets[0].rect.height)
        #expect(low.problems.isEmpty)
    }

    @Test(arguments: [28.0, 56]) func `the fifth step is as high as asked, the first three sevenths of it`(
        height: Double
    ) {
        let steps = frame(.row(spacing: 0, .trailing, [.steps(level: 5, height: Millimetres(height))]))
        let heights = steps.commands.compactMap { command -> Int? in
            if case .box(let rect, _, _, _, _) = command { rect.height } else { nil }
        }
        #expect(heights == (3...7).map { Int((height * Double($0) / 7 * 2).rounded()) })
    }
}
