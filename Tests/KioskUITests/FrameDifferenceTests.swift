import KioskTestSupport
import KioskUI
import Testing

@Suite struct FrameDifferenceTests {
    private let bounds = Rect(x: 0, y: 0, width: 1000, height: 1000)
    private let ground = DrawCommand.fill(Rect(x: 0, y: 0, width: 1000, height: 1000), Color(0xFFFFFF))

    private func fill(_ x: Int, _ y: Int, _ color: UInt32 = 0, size: Int = 50) -> DrawCommand {
        .fill(Rect(x: x, y: y, width: size, height: size), Color(color))
    }

    private func dirty(_ old: [DrawCommand], _ new: [DrawCommand]) -> [Rect] {
        FrameDifference(from: [ground] + old, to: [ground] + new, in: bounds, typesetter: FixedTypesetter()).rects
    }

    @Test func `nothing is drawn again when nothing changed`() {
        #expect(dirty([fill(1, 1)], [fill(1, 1)]) == [])
    }

    @Test func `a changed colour is drawn again in its place only`() {
        let rects = dirty([fill(10, 10), fill(500, 500, 1)], [fill(10, 10), fill(500, 500, 2)])
        #expect(rects == [Rect(x: 500, y: 500, width: 50, height: 50)])
    }

    @Test func `a moved box is drawn again where it was and where it is`() {
        #expect(dirty([fill(10, 10)], [fill(10, 30)]) == [Rect(x: 10, y: 10, width: 50, height: 70)])
        #expect(
            dirty([fill(10, 10)], [fill(900, 900)]) == [
                Rect(x: 10, y: 10, width: 50, height: 50), Rect(x: 900, y: 900, width: 50, height: 50),
            ])
    }

    @Test func `a changed order is drawn again wholly`() {
        #expect(dirty([fill(1, 1), fill(2, 2)], [fill(2, 2), fill(1, 1)]) == [bounds])
    }

    @Test func `a change nearly everywhere is drawn again wholly`() {
        #expect(dirty([], [fill(0, 0, 7, size: 900)]) == [bounds])
    }

    @Test func `changed text is drawn again with a margin for its ink`() {
        let font = Font(.text(.bold, .korean), pixels: 40)
        let rects = dirty(
            [.text("9:12", x: 100, y: 100, font, Color(0))], [.text("9:13", x: 100, y: 100, font, Color(0))])
        #expect(rects == [Rect(x: 89, y: 89, width: 102, height: 62)])
    }

    @Test func `a stroke's width belongs to what is drawn again`() {
        let path = DrawCommand.path(
            [UnitPoint(0, 0), UnitPoint(1, 1)], in: Rect(x: 100, y: 100, width: 100, height: 100), closed: false,
            fill: nil, stroke: Color(0), width: 20)
        #expect(dirty([], [path]) == [Rect(x: 89, y: 89, width: 122, height: 122)])
    }

    @Test func `a pressed button is a small change`() {
        let button = Node.column(spacing: 5, .stretch, [Node.button("저장하기", id: "a", event: Act.first), .spacer])
        let (up, down) = (frame(button), frame(button, pressed: "a"))
        let rects = FrameDifference(
            from: up.commands, to: down.commands, in: Rect(x: 0, y: 0, width: 600, height: 800),
            typesetter: FixedTypesetter()
        ).rects
        #expect(rects == [Rect(x: 0, y: 0, width: 600, height: 84)])
    }
}
