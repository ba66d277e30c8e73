import KioskSDL
import KioskUI
import Testing

@Suite @MainActor struct PrintTests {
    @Test func `dots are packed with the leftmost in the highest bit`() throws {
        let dark = Color(0x000000)
        let canvas = try drawn(
            [.fill(Rect(x: 0, y: 0, width: 1, height: 1), dark), .fill(Rect(x: 9, y: 1, width: 2, height: 1), dark)],
            width: 11, height: 2)
        let raster = canvas.printRaster()
        #expect(raster == PrintRaster(width: 11, height: 2, bytesPerRow: 2, bits: [0x80, 0, 0, 0x60]))
    }

    @Test(arguments: [(0x7F7F7F, true), (0x808080, false)] as [(UInt32, Bool)])
    func `what is darker than the threshold is printed`(color: UInt32, isPrinted: Bool) throws {
        let canvas = try drawn([.fill(Rect(x: 0, y: 0, width: 8, height: 1), Color(color))], width: 8, height: 1)
        #expect(canvas.printRaster(threshold: 128).bits == [isPrinted ? 0xFF : 0])
    }

    @Test(arguments: [203.0, 300.0])
    func `a slip's millimetres are true at every density`(dotsPerInch: Double) throws {
        let theme = PrintRaster.theme(dotsPerInch: dotsPerInch, language: .korean)
        #expect(abs(Double(theme.pixels(25.4)) - dotsPerInch) < 1)
        #expect(ColorRole.allCases.allSatisfy { [Color(0), Color(0xFFFFFF)].contains(theme.palette[$0]) })
    }
}
