import KioskUI
import Testing

@Suite struct ProblemTests {
    private func touch(_ id: TouchID, _ width: Millimetres, _ height: Millimetres) -> Node<Act> {
        .touch(id, .first, block(.pine, width, height))
    }

    @Test func `a touch place is at least 20 mm`() {
        let frame = frame(.column(spacing: 0, .leading, [touch("a", 5, 5)]))
        #expect(frame.targets[0].rect == Rect(x: 0, y: 0, width: 40, height: 40))
        #expect(frame.problems.isEmpty)
    }

    @Test func `a touch place squeezed below 20 mm is reported`() {
        #expect(frame(touch("a", 5, 5), 600, 30).problems.contains(.tooSmallTarget("a")))
    }

    @Test(arguments: [(3.0, []), (2.5, [LayoutProblem.gapTooSmall("a", "b")])] as [(Double, [LayoutProblem])])
    func `targets stand 3 mm apart`(gap: Double, problems: [LayoutProblem]) {
        let row = Node.row(spacing: Millimetres(gap), .leading, [touch("a", 30, 30), touch("b", 30, 30)])
        #expect(frame(row).problems == problems)
    }

    @Test func `two targets of one name are reported`() {
        let row = Node.row(spacing: 5, .leading, [touch("a", 30, 30), touch("a", 30, 30)])
        #expect(frame(row).problems == [.duplicateTarget("a")])
    }

    @Test func `text without contrast is reported`() throws {
        let faint = Node<Act>.box(BoxStyle(ground: .clay), .text("흐려요", TextStyle(.body, color: .pine)))
        guard case .lowContrast("흐려요", let ratio)? = frame(faint).problems.first else {
            Issue.record("not reported")
            return
        }
        #expect(ratio > 4 && ratio < 7)
    }

    @Test func `what leaves the panel is reported`() {
        let wide = Node<Act>.row(spacing: 0, .leading, [block(.pine, 250, 10), .icon(.heart, size: 60, .pine)])
        #expect(frame(wide).problems.contains(.offScreen("heart")))
    }

    @Test func `a pressed button sinks two millimetres and darkens`() {
        let button = Node.touch("a", Act.first, .box(BoxStyle(ground: .paper, corner: 5, padding: 0), block(.mint)))
        let (up, down) = (frame(button, 200, 100), frame(button, 200, 100, pressed: "a"))
        guard case .box(let first, _, let light?, _, _) = up.commands[1],
            case .box(let second, _, let dark?, _, _) = down.commands[1]
        else {
            Issue.record("no boxes")
            return
        }
        #expect(second.y - first.y == 4)
        #expect(dark.luminance < light.luminance)
        #expect(down.blocks(.mint)[0].y == 4)
        #expect(down.targets[0].rect == up.targets[0].rect)
        #expect(down.problems.isEmpty)
    }

    @Test func `a target under another layer's target does not answer`() {
        let layers = Node.layers([touch("under", 100, 100), touch("over", 30, 30)])
        let frame = frame(layers)
        #expect(frame.event(for: "under") == nil)
        #expect(frame.event(for: "over") == .first)
    }

    @Test func `a layer without targets leaves those beneath alone`() {
        let frame = frame(.layers([touch("under", 100, 100), .text("모의 기기", TextStyle(.body))]))
        #expect(frame.event(for: "under") == .first)
    }

    @Test func `a touch reaches the target that is there`() {
        let row = Node.row(spacing: 5, .leading, [touch("a", 30, 30), .touch("b", .second, block(.mint, 30, 30))])
        let frame = frame(row)
        #expect(frame.target(atX: 30, y: 30)?.id == "a")
        #expect(frame.target(atX: 100, y: 30)?.event == .second)
        #expect(frame.target(atX: 65, y: 30) == nil)
        #expect(frame.event(for: "c") == nil)
    }
}
