import ArgumentParser
import FitnessMeasure
import Foundation
import KioskSDL
import KioskScreens
import KioskUI
import SeniorCard

/// `kiosk visit SCRIPT`: plays a written visit through real hit-testing, and says where it went wrong.
struct VisitCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "visit", abstract: "Play a .touch script; exit 65 at the first line that does not hold.")

    @Argument(help: "The script, or - for stdin.") var script: String
    @Option(help: "Keep the pictures that the script asks for in this folder.") var pictures: String?

    func run() throws {
        try reporting {
            let text = String(decoding: try read(script), as: UTF8.self)
            let steps: VisitScript
            do {
                steps = try VisitScript(text)
            } catch {
                throw Failure.badData("\(script): \(error)")
            }
            try MainActor.assumeIsolated { try play(steps) }
        }
    }

    @MainActor private func play(_ steps: VisitScript) throws {
        let studio = try Studio(language: .korean)
        let words = WordBook(studio.assets, first: try studio.assets.words(.korean), .korean, Kiosk.silentLogger)
        var visitor = Visitor(
            app: App(setup: try studio.setup()), house: try VisitHouse.example(), at: Gallery.now,
            calendar: try studio.setup().calendar, typesetter: studio.fonts, words: { words.words($0) },
            decode: { VisitHouse.report(of: $0, at: $1) })
        do {
            try visitor.play(steps) { name, app, now in
                guard let pictures else { return }
                try FileManager.default.createDirectory(atPath: pictures, withIntermediateDirectories: true)
                let frame = Studio.Frame(width: 1080, height: 1920, pitch: 0.311, zoom: 1, isHighContrast: false)
                try studio.draw(app, frame, at: now).writePNG(to: "\(pictures)/\(name).png")
            }
        } catch let disappointment as Visitor.Disappointment {
            throw Failure.badData("\(script): \(disappointment)")
        }
        try write(["steps": steps.steps.count, "written": visitor.log.count])
    }
}
