import ArgumentParser
import Crypto
import Foundation
import KioskSDL
import SeniorCard

/// `kiosk card …`
struct CardCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "card", abstract: "Make, check and draw card numbers.",
        subcommands: [New.self, Check.self, Draw.self])

    /// `kiosk card new`
    struct New: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Make a card number of this kiosk's municipality.")
        @OptionGroup var settings: SettingsOptions

        func run() throws {
            try reporting {
                let folder = DataFolder(try settings.load())
                let key = try folder.cardKey(try House.identity(folder))
                var generator = SystemRandomNumberGenerator()
                try write(["number": CardNumber.make(key: key, using: &generator).digits])
            }
        }
    }

    /// `kiosk card check NUMBER`
    struct Check: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Exit 0 if the number has a card's form and right check digits, else 65.")
        @Argument(help: "The number; spaces and hyphens between groups do not count.") var number: String

        private struct Answer: Encodable { var number: String }

        func run() throws {
            try reporting {
                do {
                    try write(Answer(number: try CardNumber(parsing: number).digits))
                } catch {
                    throw Failure.badData("not a card number: \(error)")
                }
            }
        }
    }

    /// `kiosk card draw NUMBER --out FILE.png`
    struct Draw: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Draw a card as PNG, as the printer gets it.")
        @Argument(help: "The card's number.") var number: String
        @Option(help: "The PNG file to write.") var out: String
        @Option(help: "Dots per inch of the printer.") var dpi = 300
        @Option(help: "The name on the card.") var name = ""

        func validate() throws {
            guard (72...1200).contains(dpi) else { throw ValidationError("--dpi must be 72…1200") }
        }

        func run() throws {
            try reporting {
                let card: CardNumber
                do {
                    card = try CardNumber(parsing: number)
                } catch {
                    throw Failure.badData("not a card number: \(error)")
                }
                try MainActor.assumeIsolated { try draw(card) }
                try write(["file": out])
            }
        }

        @MainActor private func draw(_ card: CardNumber) throws {
            let assets = try Assets.find()
            let printer = CardPrinter(
                fonts: try assets.fonts(), folder: "", place: "사랑방", logger: Kiosk.silentLogger)
            try printer.draw(card, name: name, form: .card, dotsPerInch: dpi).writePNG(to: out)
        }
    }
}
