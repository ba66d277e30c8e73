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
        static let configuration = CommandConfiguration(
            commandName: "new", abstract: "Make a card number of this kiosk's municipality.")
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
            commandName: "check", abstract: "Exit 0 if the number has a card's form and right check digits, else 65.")
        @Argument(help: "The number; spaces and hyphens between groups do not count.") var number: String

        private struct Answer: Encodable { var number: String }

        func run() throws {
            try reporting {
                try write(Answer(number: try CardNumber(typed: number).digits))
            }
        }
    }

    /// `kiosk card draw NUMBER --out FILE.png`
    struct Draw: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "draw", abstract: "Draw a card as PNG, as the printer gets it.")
        @Argument(help: "The card's number.") var number: String
        @Option(help: "The PNG file to write.") var out: String
        @Option(help: "Dots per inch of the printer.") var dpi = 300
        @Option(help: "The name on the card.") var name = ""

        func validate() throws {
            guard (72...1200).contains(dpi) else { throw ValidationError("--dpi must be 72…1200") }
        }

        func run() throws {
            try reporting {
                let card = try CardNumber(typed: number)
                try MainActor.assumeIsolated { try draw(card) }
                try write(["file": out])
            }
        }

        @MainActor private func draw(_ card: CardNumber) throws {
            let assets = try Assets.find()
            let printer = PrintQueue(
                fonts: try assets.fonts(), folder: "", place: "사랑방", logger: Kiosk.silentLogger)
            try printer.draw(card, name: name, form: .card, dotsPerInch: dpi).writePNG(to: out)
        }
    }
}

extension CardNumber {
    /// A number that somebody typed; what is wrong with it is told in a sentence.
    fileprivate init(typed text: String) throws(Failure) {
        do {
            try self.init(parsing: text)
        } catch {
            throw .badData(error.sentence)
        }
    }
}

extension CardNumberError {
    /// For whoever typed the number.
    fileprivate var sentence: String {
        switch self {
        case .wrongLength(let count): "not a card number: it has \(CardNumber.digitCount) digits, not \(count)"
        case .notDigits: "not a card number: it has digits only"
        case .unknownFormat(let digit): "a card of another kind: numbers that begin with \(digit) are not known here"
        case .wrongCheckDigits: "not a card number: the check digits do not fit, so a digit is wrong"
        }
    }
}
