import CSDL2
import Foundation
import KioskSDL
import KioskScreens
import KioskUI
import SignageFeed

/// A wall in simulated time: every tick is laid out, compared, drawn and presented as on the stage.
@MainActor
final class SoakPanel {
    let studio: Studio
    let window: Window
    let canvas: Canvas
    private let words: Words
    private let calendar: Calendar
    private let pitch: Double
    private var shown: [DrawCommand] = []
    /// Where the main place's own content is.
    private var content: Rect?
    private(set) var pictures = 0

    /// A panel of this size that shows as much as one of 27 inches.
    init(width: Int, height: Int, images: ImageBook? = nil) throws {
        studio = try Studio(language: .korean)
        window = try Window(title: "사랑방", size: (width: width, height: height))
        canvas = try Canvas(width: width, height: height, fonts: studio.fonts, images: images)
        words = try studio.assets.words(.korean)
        calendar = try studio.setup().calendar
        pitch = 0.311 * 1080 / Double(width)
    }

    /// Shows a state. Answers whether the picture changed.
    @discardableResult func show(_ app: App, at now: Moment) throws -> Bool {
        let look = Look(words: words, now: now, calendar: calendar, centreName: "문래 경로당")
        let frame = Frame(
            app.view(look), in: (canvas.width, canvas.height), theme: app.theme(pitch: pitch), typesetter: studio.fonts)
        let commands = frame.commands
        content = frame.regions[RegionID(.main)]
        let dirty = FrameDifference(from: shown, to: commands, in: canvas.bounds, typesetter: studio.fonts).rects
        guard !dirty.isEmpty else { return false }
        try canvas.draw(commands, only: dirty)
        try window.present(canvas, only: dirty)
        SDL_PumpEvents()
        SDL_FlushEvents(SDL_FIRSTEVENT.rawValue, SDL_LASTEVENT.rawValue)
        shown = commands
        pictures += 1
        return true
    }

    /// Nothing is where the content should be, or the panel is black: somebody in the room would say that it is off.
    func isBlack() throws -> Bool {
        guard let content, try window.fingerprint(in: content) != 0 else { return true }
        let points = [(1, 1), (1, 2), (2, 1), (2, 2), (2, 3), (3, 2), (3, 3)]
        return try points.allSatisfy { column, row in
            try window.color(x: canvas.width * column / 4, y: canvas.height * row / 4) == Color(0)
        }
    }
}
