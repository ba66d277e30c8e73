import KioskSDL
import KioskTestSupport
import KioskUI
import SeniorCard
import Testing

@testable import KioskScreens

/// Cards as the canvas draws them for the printer, held to a reader after a hard life.
@MainActor
struct CardReadBackTests {
    nonisolated private static let printed: [(CardForm, Int)] = CardForm.allCases.flatMap { form in
        [203, 300].map { (form, $0) }
    }

    private let number: CardNumber

    init() throws { number = try House.card() }

    private func layout(_ form: CardForm) throws -> CardLayout {
        try CardLayout(form, number: number, name: "김영순", place: "문래 경로당")
    }

    private func picture(_ form: CardForm, _ dotsPerInch: Int) throws -> CardPicture {
        let fonts = try House.fonts()
        let drawing = CardDrawing(try layout(form), dotsPerInch: dotsPerInch, typesetter: fonts)
        let canvas = try Canvas(width: drawing.width, height: drawing.height, fonts: fonts)
        try canvas.draw(drawing.commands)
        return try CardPicture(canvas)
    }

    /// The code and the white around it.
    private func close(_ form: CardForm, _ dotsPerInch: Int) throws -> CardPicture {
        let zone = try layout(form).quietZone
        let dots = { (millimetres: Double) in Int(millimetres * Double(dotsPerInch) / 25.4) }
        return try picture(form, dotsPerInch).cropped(
            x: dots(zone.x)..<dots(zone.x + zone.width), y: dots(zone.y)..<dots(zone.y + zone.height))
    }

    @Test(arguments: printed) func `a fresh card reads`(form: CardForm, dotsPerInch: Int) throws {
        #expect(try picture(form, dotsPerInch).texts() == [number.digits])
    }

    @Test(arguments: printed) func `a turned card reads`(form: CardForm, dotsPerInch: Int) throws {
        let picture = try close(form, dotsPerInch)
        for degrees in [90.0, 180, 7] { #expect(try picture.rotated(degrees: degrees).texts() == [number.digits]) }
    }

    @Test(arguments: printed) func `a card out of focus reads`(form: CardForm, dotsPerInch: Int) throws {
        #expect(try close(form, dotsPerInch).blurred().texts() == [number.digits])
    }

    @Test(arguments: printed) func `a faded card reads`(form: CardForm, dotsPerInch: Int) throws {
        #expect(try close(form, dotsPerInch).contrast(0.5).texts() == [number.digits])
    }

    /// 25 of the 208 modules that hold data are 12 %; clear of the finders.
    @Test(arguments: printed) func `a card with a solid blot over a tenth of its data reads`(
        form: CardForm, dotsPerInch: Int
    ) throws {
        let (picture, code) = (try picture(form, dotsPerInch), try layout(form).code)
        let dots = { (millimetres: Double) in Int(millimetres * Double(dotsPerInch) / 25.4) }
        let side = code.width / Double(QRMatrix.side)
        for grey in [0, 255] as [UInt8] {
            let blotted = picture.blotted(
                x: dots(code.x + side * 15)..<dots(code.x + side * 20),
                y: dots(code.y + side * 15)..<dots(code.y + side * 20), grey: grey)
            #expect(try blotted.texts() == [number.digits])
        }
    }

    @Test(arguments: printed) func `nothing but the code lies in its quiet zone`(
        form: CardForm, dotsPerInch: Int
    ) throws {
        let (picture, layout) = (try picture(form, dotsPerInch), try layout(form))
        let dots = { (millimetres: Double) in Int(millimetres * Double(dotsPerInch) / 25.4) }
        let (zone, code) = (layout.quietZone, layout.code)
        let (inside, above) = (dots(zone.x)..<dots(zone.x + zone.width), dots(zone.y)..<dots(code.y) - 1)
        #expect(above.allSatisfy { row in inside.allSatisfy { picture.pixels[row * picture.width + $0] == 255 } })
    }
}
