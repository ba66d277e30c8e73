import Foundation
import KioskSDL
import KioskScreens
import KioskUI
import Logging
import SeniorCard

/// Draws cards with the same canvas as the panel, and leaves them in the printer's queue: a PNG to look at, and the
/// dots for a printer of 203 and of 300 dpi. File names hold nothing of the person.
@MainActor
final class CardPrinter {
    private let fonts: FontBook
    private let folder: String
    private let place: String
    private let logger: Logger

    init(fonts: FontBook, folder: String, place: String, logger: Logger) {
        (self.fonts, self.folder, self.place, self.logger) = (fonts, folder, place, logger)
    }

    /// A failure is logged and costs the paper only: the card is on the screen and in the store.
    func print(_ number: CardNumber, name: String) {
        do {
            try FileManager.default.createDirectory(
                atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
            let file = folder + "/" + UUID().uuidString
            for dotsPerInch in [203, 300] {
                let canvas = try draw(number, name: name, form: .card, dotsPerInch: dotsPerInch)
                if dotsPerInch == 300 { try canvas.writePNG(to: file + ".png") }
                try canvas.printRaster().portableBitmap.write(to: URL(filePath: "\(file)-\(dotsPerInch)dpi.pbm"))
            }
        } catch {
            logger.error("A card could not be drawn for the printer", metadata: ["error": "\(error)"])
        }
    }

    func draw(_ number: CardNumber, name: String, form: CardForm, dotsPerInch: Int) throws -> Canvas {
        let layout = try CardLayout(form, number: number, name: name, place: place)
        let drawing = CardDrawing(layout, dotsPerInch: dotsPerInch, typesetter: fonts)
        let canvas = try Canvas(width: drawing.width, height: drawing.height, fonts: fonts)
        try canvas.draw(drawing.commands)
        return canvas
    }
}

extension PrintRaster {
    /// A PBM file (P4), which every print filter reads.
    var portableBitmap: Data { Data("P4\n\(width) \(height)\n".utf8) + Data(bits) }
}
