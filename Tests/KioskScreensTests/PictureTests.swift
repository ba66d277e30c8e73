import CSDL2
import Foundation
import KioskSDL
import KioskTestSupport
import KioskUI
import Testing

@testable import KioskScreens

/// Key screens as they look, and beside each picture its draw commands as text, which a review can read.
/// `RECORD_PICTURES=1 swift test` writes both anew.
@Suite @MainActor struct PictureTests {
    /// A piece of the gallery on a panel.
    struct Shot: Sendable, CustomStringConvertible {
        var piece: String
        var panel = Panel()
        var description: String {
            let shape = panel.width > panel.height ? "landscape" : "portrait"
            let zoom = panel.zoom == 100 ? "" : ".\(panel.zoom)"
            return "\(piece).\(panel.language.rawValue).\(shape)\(zoom)" + (panel.isHighContrast ? ".dark" : "")
        }
    }

    private nonisolated static let wide = Panel(width: 1920, height: 1080)

    nonisolated static let shots = [
        Shot(piece: "wall"), Shot(piece: "wall", panel: wide), Shot(piece: "wall", panel: Panel(language: .english)),
        Shot(piece: "start"), Shot(piece: "home"), Shot(piece: "home", panel: Panel(zoom: 200)),
        Shot(piece: "home", panel: Panel(isHighContrast: true)), Shot(piece: "enrol-name"), Shot(piece: "new-card"),
        Shot(piece: "pressure-high"), Shot(piece: "pressure-high", panel: wide),
        Shot(piece: "pressure-simulated", panel: Panel(language: .japanese)), Shot(piece: "chair-running"),
        Shot(piece: "result-work-on"), Shot(piece: "result-whole"), Shot(piece: "fitness-partly"),
        Shot(piece: "fitness-partly", panel: wide), Shot(piece: "test-tug-3m-fast"), Shot(piece: "test-running"),
        Shot(piece: "test-figure8-walk", panel: Panel(language: .english)),
        Shot(piece: "help", panel: Panel(language: .chinese)), Shot(piece: "plan"), Shot(piece: "plan", panel: wide),
        Shot(piece: "plan", panel: Panel(zoom: 200, language: .english)),
    ]

    @Test(arguments: shots) func `a key screen looks as recorded`(shot: Shot) throws {
        let fonts = try House.fonts()
        let frame = try #require(shot.panel.frames(fonts).first { $0.name == shot.piece }?.frame)
        let canvas = try Canvas(width: frame.width, height: frame.height, fonts: fonts)
        try canvas.draw(frame.commands)
        #expect(fonts.failures == [])
        let folder = House.root.appending(path: "Tests/KioskScreensTests/Pictures")
        let isRecording = SDL_getenv("RECORD_PICTURES") != nil
        try PictureComparison(folder: folder.path).expect(
            canvas, looksLike: shot.description, recording: isRecording)
        try expect(frame.commands.map(\.line), in: folder.appending(path: shot.description + ".txt"), isRecording)
    }

    /// The first line that is another one is told; the rest usually follows from it.
    private func expect(_ lines: [String], in file: URL, _ isRecording: Bool) throws {
        if isRecording { try (lines.joined(separator: "\n") + "\n").write(to: file, atomically: true, encoding: .utf8) }
        let recorded = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map(String.init)
        #expect(lines.count == recorded.count)
        let other = zip(lines, recorded).first { $0 != $1 }
        #expect(other == nil, "drawn, recorded")
    }
}

extension DrawCommand {
    /// One line for people. A drawing's points are counted, not listed.
    fileprivate var line: String {
        switch self {
        case .fill(let rect, let color): "fill \(rect.line) \(color.line)"
        case .box(let rect, let radius, let ground, let edge, let edgeWidth):
            "box \(rect.line) radius \(radius) \(ground?.line ?? "-") edge \(edge?.line ?? "-") \(edgeWidth)"
        case .text(let text, let x, let y, let font, let color):
            "text \(x),\(y) \(font.pixels) \(color.line) \(font.face == .icons ? icon(text) : text)"
        case .path(let points, let rect, let closed, let fill, let stroke, let width):
            "path \(rect.line) \(points.count) points\(closed ? ", closed" : "") \(fill?.line ?? "-") "
                + "\(stroke?.line ?? "-") \(width)"
        case .image(let id, let rect): "image \(rect.line) \(id.name)"
        }
    }

    private func icon(_ glyph: String) -> String { glyph.unicodeScalars.map { String($0.value, radix: 16) }.joined() }
}

extension Rect {
    fileprivate var line: String { "\(x),\(y) \(width)×\(height)" }
}

extension Color {
    fileprivate var line: String {
        [red, green, blue].map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
}
