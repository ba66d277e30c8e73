import Foundation
import KioskSDL
import KioskScreens
import KioskUI
import Logging
import SeniorCard

/// Draws what is printed with the same canvas as the panel, and leaves it in the printer's queue: a PNG to look at, and
/// the dots for a printer of 203 and of 300 dpi. File names hold nothing of the person.
@MainActor
final class PrintQueue {
    private let fonts: FontBook
    private let folder: String
    private let place: String
    private let logger: Logger

    private static let resolutions = [203, 300]

    init(fonts: FontBook, folder: String, place: String, logger: Logger) {
        (self.fonts, self.folder, self.place, self.logger) = (fonts, folder, place, logger)
    }

    /// A failure is logged and costs the paper only: what it tells is on the screen and in the store.
    func print(_ printout: Printout, words: (Language) -> Words) {
        do {
            switch printout {
            case .card(let number, let name):
                try queue { try draw(number, name: name, form: .card, dotsPerInch: $0) }
            case .slip(let slip):
                let words = words(slip.language)
                for paper in PlanSlip.Paper.allCases {
                    try queue(paper.rawValue) { try draw(slip, on: paper, words, dotsPerInch: $0) }
                }
            }
        } catch {
            logger.error("Nothing could be drawn for the printer", metadata: ["error": "\(error)"])
        }
    }

    /// `paper` stands in the names where there is a choice.
    private func queue(_ paper: String? = nil, _ draw: (Int) throws -> Canvas) throws {
        try FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        let file = ([folder + "/" + UUID().uuidString] + (paper.map { [$0] } ?? [])).joined(separator: "-")
        for dotsPerInch in Self.resolutions {
            let canvas = try draw(dotsPerInch)
            if dotsPerInch == 300 { try canvas.writePNG(to: file + ".png") }
            try canvas.printRaster().portableBitmap.write(to: URL(filePath: "\(file)-\(dotsPerInch)dpi.pbm"))
        }
    }

    func draw(_ number: CardNumber, name: String, form: CardForm, dotsPerInch: Int) throws -> Canvas {
        let layout = try CardLayout(form, number: number, name: name, place: place)
        let drawing = CardDrawing(layout, dotsPerInch: dotsPerInch, typesetter: fonts)
        let canvas = try Canvas(width: drawing.width, height: drawing.height, fonts: fonts)
        try canvas.draw(drawing.commands)
        return canvas
    }

    func draw(_ slip: PlanSlip, on paper: PlanSlip.Paper, _ words: Words, dotsPerInch: Int) throws -> Canvas {
        let theme = PrintRaster.theme(dotsPerInch: Double(dotsPerInch), language: slip.language)
        let drawing = PlanSlipDrawing(
            slip, on: paper, words, dotsPerInch: dotsPerInch, theme: theme, typesetter: fonts)
        let canvas = try Canvas(width: drawing.width, height: drawing.height, fonts: fonts)
        try canvas.draw(drawing.commands)
        return canvas
    }
}

extension PrintRaster {
    /// A PBM file (P4), which every print filter reads.
    var portableBitmap: Data { Data("P4\n\(width) \(height)\n".utf8) + Data(bits) }
}
