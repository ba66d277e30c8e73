import ArgumentParser
import Foundation
import KioskSDL
import KioskScreens
import KioskUI
import SeniorCard

/// `kiosk render`: screens as PNG files, without a display.
struct RenderCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "render", abstract: "Draw screens in a typical state to PNG files; needs no display.")

    @Option(help: "The screen's name; --list shows them.") var screen: String?
    @Flag(help: "Every screen.") var all = false
    @Flag(help: "Print the screens' names.") var list = false
    @Option(help: "ko, en, zh or ja.") var lang = "ko"
    @Option(help: "Width and height in pixels.") var size = "1080x1920"
    @Option(help: "100, 150 or 200 percent.") var zoom = 100
    @Option(help: "Millimetres per pixel; above 2 --all draws an LED board's screens.") var pitch = 0.311
    @Flag(help: "White on black.") var highContrast = false
    @Option(help: "The file to write, with --screen.") var out: String?
    @Option(help: "The folder to write to, with --all.") var outDir: String?

    func validate() throws {
        guard list || (screen != nil && out != nil) != (all && outDir != nil) else {
            throw ValidationError("give --screen NAME --out FILE, or --all --out-dir DIR, or --list")
        }
        guard [100, 150, 200].contains(zoom) else { throw ValidationError("--zoom must be 100, 150 or 200") }
        guard (0.05...20).contains(pitch) else { throw ValidationError("--pitch must be 0.05…20") }
        guard Language(rawValue: lang) != nil else { throw ValidationError("--lang must be ko, en, zh or ja") }
        guard pixels != nil else { throw ValidationError("--size must look like 1080x1920") }
    }

    private var pixels: (width: Int, height: Int)? {
        let parts = size.split(separator: "x").compactMap { Int($0) }
        guard parts.count == 2, parts.allSatisfy({ (64...8192).contains($0) }) else { return nil }
        return (parts[0], parts[1])
    }

    func run() throws {
        try reporting { try MainActor.assumeIsolated { try draw() } }
    }

    @MainActor private func draw() throws {
        let studio = try Studio(language: Language(rawValue: lang) ?? .korean)
        let pieces = try studio.pieces() + studio.boards()
        // Pixels that one can count are a board's.
        let fitting = pieces.filter { $0.app.isBoard == (pitch > 2) }
        if list { return try write(fitting.map(\.name)) }
        guard let pixels else { return }
        let frame = Studio.Frame(
            width: pixels.width, height: pixels.height, pitch: pitch, zoom: Double(zoom) / 100,
            isHighContrast: highContrast)
        if let screen, let out {
            guard let piece = pieces.first(where: { $0.name == screen }) else {
                throw Failure(code: .validationFailure, message: "no such screen: \(screen); --list shows them")
            }
            return try studio.draw(piece.app, frame).writePNG(to: out)
        }
        guard let outDir else { return }
        try FileManager.default.createDirectory(atPath: outDir, withIntermediateDirectories: true)
        for piece in fitting { try studio.draw(piece.app, frame).writePNG(to: "\(outDir)/\(piece.name).png") }
        try write(["files": fitting.count])
    }
}
