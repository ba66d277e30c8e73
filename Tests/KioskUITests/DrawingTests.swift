import KioskUI
import Testing

@Suite struct DrawingTests {
    @Test(arguments: [320, 672, 1000, 1080, 1366, 1920, 3840])
    func `the lattice fills any width with mirrored pairs`(width: Int) {
        let frame = frame(.column(spacing: 0, .stretch, [.lattice(height: 27)]), width)
        let rects = frame.commands.dropFirst().compactMap { if case .fill(let rect, _) = $0 { rect } else { nil } }
        let band = Rect(x: 0, y: 0, width: width, height: 54)
        #expect(rects.first == band)
        #expect(rects.dropFirst().allSatisfy { $0.intersection(band) == $0 })
        #expect(rects.dropFirst().map(\.maxX).max() == width)
        let verticals = Set(rects.dropFirst().filter { $0.height > $0.width }.map(\.x))
        let thickness = 54 / 20
        // A bar at the right end is cut by the band; its mirror image at the left end begins outside.
        let inner = verticals.filter { $0 > thickness && $0 < width - 2 * thickness }
        #expect(inner.allSatisfy { x in inner.contains { abs($0 - (width - x - thickness)) <= 1 } })
    }

    @Test func `a lattice too low for its pattern stays plain`() {
        #expect(frame(.column(spacing: 0, .stretch, [.lattice(height: 5)])).commands.count == 2)
    }

    @Test func `modules are drawn in whole pixels with a quiet zone of four`() {
        let rows = [[true, true, false], [false, true, false], [true, false, true]]
        let frame = frame(.column(spacing: 0, .leading, [.modules(rows, side: 10)]))
        let fills = frame.commands.dropFirst().compactMap { command -> Rect? in
            if case .fill(let rect, _) = command { rect } else { nil }
        }
        #expect(fills[0] == Rect(x: 0, y: 0, width: 77, height: 77))
        #expect(
            Array(fills.dropFirst()) == [
                Rect(x: 28, y: 28, width: 14, height: 7), Rect(x: 35, y: 35, width: 7, height: 7),
                Rect(x: 28, y: 42, width: 7, height: 7), Rect(x: 42, y: 42, width: 7, height: 7),
            ])
    }

    @Test func `modules are black on white in every palette`() {
        let dark = frame(.modules([[true]], side: 10), palette: .highContrast)
        #expect(dark.commands.contains(.fill(Rect(x: 210, y: 310, width: 180, height: 180), Color(0xFFFFFF))))
        #expect(dark.commands.contains(.fill(Rect(x: 290, y: 390, width: 20, height: 20), Color(0x000000))))
    }

    @Test(
        arguments: [
            (600, 200, Rect(x: 100, y: 0, width: 400, height: 200)),
            (300, 400, Rect(x: 0, y: 125, width: 300, height: 150)),
        ])
    func `a picture keeps its shape in the middle of its place`(width: Int, height: Int, box: Rect) {
        let picture = Picture(
            aspect: 2, strokes: [.init([UnitPoint(0, 0), UnitPoint(1, 1)], closed: true, fill: .sun, width: 0.1)])
        guard
            case .path(_, let rect, true, let fill, let ink, let stroke) = frame(
                .picture(picture, height: 50), width, height
            ).commands.last
        else {
            Issue.record("no path")
            return
        }
        #expect(rect == box)
        #expect(fill == Palette.hanji[.sun] && ink == Palette.hanji[.ink])
        #expect(stroke == box.height / 10)
    }

    @Test(arguments: Icon.allCases)
    func `every icon has a glyph`(icon: Icon) {
        #expect(icon.glyph.unicodeScalars.count == 1)
        #expect(Icon.allCases.filter { $0.glyph == icon.glyph } == [icon])
    }
}
