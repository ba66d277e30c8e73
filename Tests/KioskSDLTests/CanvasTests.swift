import KioskSDL
import KioskUI
import Testing

@Suite @MainActor struct CanvasTests {
    private let black = Color(0x000000)

    @Test func `a fill covers its rectangle and nothing else`() throws {
        let canvas = try drawn([.fill(Rect(x: 10, y: 20, width: 30, height: 5), Color(0x123456))])
        #expect(try canvas.color(10, 20) == [0x12, 0x34, 0x56])
        #expect(try canvas.color(39, 24) == [0x12, 0x34, 0x56])
        #expect(try canvas.color(40, 24) == [255, 255, 255])
        #expect(try canvas.color(9, 20) == [255, 255, 255])
    }

    @Test func `a rounded box has an edge, a ground and soft corners`() throws {
        let box = DrawCommand.box(
            Rect(x: 10, y: 10, width: 80, height: 80), radius: 20, ground: Color(0x00FF00), edge: Color(0xFF0000),
            edgeWidth: 4)
        let canvas = try drawn([box])
        #expect(try canvas.color(50, 50) == [0, 255, 0])
        #expect(try canvas.color(50, 11) == [255, 0, 0])
        #expect(try canvas.color(11, 50) == [255, 0, 0])
        #expect(try canvas.color(10, 10) == [255, 255, 255])
        let corner = try (0..<20).map { try canvas.color(10 + $0, 12) }
        #expect(corner.contains { $0[1] > 20 && $0[1] < 235 && $0[0] > 200 })
    }

    @Test func `a box is the same from all four sides`() throws {
        let box = Rect(x: 5, y: 5, width: 90, height: 90)
        for ground in [Color(0x336699), nil] {
            let bytes = try drawn([.box(box, radius: 25, ground: ground, edge: black, edgeWidth: 3)]).pixels()
            func red(_ x: Int, _ y: Int) -> Int { Int(bytes[(y * 100 + x) * 4]) }
            let worst = (0..<100).flatMap { y in (0..<100).map { x in abs(red(x, y) - red(99 - x, y)) } }.max()
            let turned = (0..<100).flatMap { y in (0..<100).map { x in abs(red(x, y) - red(y, x)) } }.max()
            // The outline's own sampling is finer along a line than across lines.
            #expect((worst ?? 255) <= 24 && (turned ?? 255) <= 24)
        }
    }

    @Test func `an edge without ground leaves what is inside`() throws {
        let canvas = try drawn([
            .box(Rect(x: 10, y: 10, width: 80, height: 80), radius: 10, ground: nil, edge: black, edgeWidth: 4)
        ])
        #expect(try canvas.color(50, 50) == [255, 255, 255])
        #expect(try canvas.color(50, 12) == [0, 0, 0])
    }

    @Test func `a stroke is as wide as asked and round at its ends`() throws {
        let path = DrawCommand.path(
            [UnitPoint(0.2, 0.5), UnitPoint(0.8, 0.5)], in: Rect(x: 0, y: 0, width: 100, height: 100), closed: false,
            fill: nil, stroke: black, width: 20)
        let canvas = try drawn([path])
        #expect(try canvas.ink() == Rect(x: 10, y: 40, width: 80, height: 20))
        #expect(try canvas.color(50, 40) == [0, 0, 0])
        #expect(try canvas.color(11, 41) == [255, 255, 255])
    }

    @Test func `a filled polygon covers half of a halved pixel row`() throws {
        let path = DrawCommand.path(
            [UnitPoint(0.1, 0.105), UnitPoint(0.9, 0.105), UnitPoint(0.9, 0.9), UnitPoint(0.1, 0.9)],
            in: Rect(x: 0, y: 0, width: 100, height: 100), closed: true, fill: black, stroke: nil, width: 0)
        let canvas = try drawn([path])
        let edge = try canvas.color(50, 10)[0]
        #expect((110...145).contains(edge))
        #expect(try canvas.color(50, 11) == [0, 0, 0])
        #expect(try canvas.color(9, 50) == [255, 255, 255])
    }

    @Test func `strokes that cross do not erase each other`() throws {
        let cross = DrawCommand.path(
            [UnitPoint(0.1, 0.1), UnitPoint(0.9, 0.9), UnitPoint(0.9, 0.1), UnitPoint(0.1, 0.9)],
            in: Rect(x: 0, y: 0, width: 100, height: 100), closed: false, fill: nil, stroke: black, width: 10)
        #expect(try drawn([cross]).color(50, 50) == [0, 0, 0])
    }

    @Test func `a path that leaves the canvas is cut off`() throws {
        let wide = DrawCommand.path(
            [UnitPoint(-3, -3), UnitPoint(4, -3), UnitPoint(4, 4), UnitPoint(-3, 4)],
            in: Rect(x: 0, y: 0, width: 100, height: 100), closed: true, fill: black, stroke: black, width: 9)
        let canvas = try drawn([wide])
        #expect(try canvas.color(0, 0) == [0, 0, 0])
        #expect(try canvas.color(99, 99) == [0, 0, 0])
    }

    @Test func `drawing only a part leaves the rest and equals drawing all`() throws {
        let fonts = try makeFonts()
        let node = Node<Act>.column(
            spacing: 4, .stretch, [.button("저장하기", icon: .save, id: "a", event: .first), .steps(level: 3), .spacer])
        func commands(_ pressed: TouchID?) -> [DrawCommand] {
            Frame(node, in: (width: 400, height: 500), theme: Theme(pitch: 0.5), typesetter: fonts, pressed: pressed)
                .commands
        }
        let (up, down) = (commands(nil), commands("a"))
        let partly = try Canvas(width: 400, height: 500, fonts: fonts)
        try partly.draw(up)
        let before = try partly.pixels()
        let dirty = FrameDifference(from: up, to: down, in: partly.bounds, typesetter: fonts).rects
        try partly.draw(down, only: dirty)
        let whole = try Canvas(width: 400, height: 500, fonts: fonts)
        try whole.draw(down)
        #expect(try partly.pixels() == whole.pixels())
        #expect(try partly.pixels() != before)
        #expect(dirty.allSatisfy { $0.height < 120 })
    }
}
