import CSDL2
import Foundation
import KioskSDL
import KioskScreens
import KioskUI

/// A window of the usual panel and what is drawn on it, in Korean.
@MainActor
struct BenchPanel {
    static let pitch = 0.311

    let studio: Studio
    let window: Window
    let canvas: Canvas
    let words: Words
    let calendar: Calendar

    init() throws {
        studio = try Studio(language: .korean)
        window = try Window(title: "사랑방", size: (width: 1080, height: 1920))
        canvas = try Canvas(width: 1080, height: 1920, fonts: studio.fonts)
        words = try studio.assets.words(.korean)
        calendar = try studio.setup().calendar
    }

    /// The wall with all its parts.
    func wall() throws -> App {
        guard let piece = try studio.pieces().first(where: { $0.name == "wall" }) else {
            throw Failure.badData("the gallery has no wall")
        }
        return piece.app
    }

    func frame(of app: App, at now: Moment) -> Frame<AppEvent> {
        let look = Look(words: words, now: now, calendar: calendar, centreName: "문래 경로당")
        return Frame(
            app.view(look), in: (canvas.width, canvas.height), theme: app.theme(pitch: Self.pitch),
            typesetter: studio.fonts)
    }

    /// All that is drawn for a state.
    func commands(of app: App, at now: Moment) -> [DrawCommand] { frame(of: app, at: now).commands }

    /// Takes what the display sent, so that nothing piles up.
    func forgetInput() {
        SDL_PumpEvents()
        SDL_FlushEvents(SDL_FIRSTEVENT.rawValue, SDL_LASTEVENT.rawValue)
    }
}
