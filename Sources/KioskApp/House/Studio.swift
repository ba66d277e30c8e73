import FitnessMeasure
import Foundation
import KioskSDL
import KioskScreens
import KioskUI
import KoreanText
import SeniorCard

/// Draws states of the app without a window: for `kiosk render`, `kiosk visit` and the pictures of the README.
@MainActor
final class Studio {
    let assets: Assets
    let fonts: FontBook
    private let words: Words
    private let language: Language
    private let calendar: Calendar

    struct Frame: Sendable {
        var width: Int
        var height: Int
        var pitch: Double
        var zoom: Double
        var isHighContrast: Bool
    }

    init(language: Language) throws {
        assets = try Assets.find()
        fonts = try assets.fonts()
        words = try assets.words(language)
        self.language = language
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = try Studio.korea()
        self.calendar = calendar
    }

    private static func korea() throws -> TimeZone {
        guard let zone = TimeZone(identifier: "Asia/Seoul") else { throw Failure.unavailable("no time zone data") }
        return zone
    }

    func setup(panel: PanelKind = .kiosk) throws -> App.Setup {
        let tests = try assets.tests()
        return App.Setup(
            language: language, supporters: ["이영자", "박순길"], calendar: calendar,
            evaluation: try assets.fitnessTables(), tests: tests,
            battery: try assets.battery(Batteries.standard, of: tests), panel: panel, care: try assets.care())
    }

    func pieces() throws -> [Gallery.Piece] { try gallery().pieces }

    /// States of an LED board.
    func boards() throws -> [Gallery.Piece] { try gallery().boards }

    private func gallery() throws -> Gallery { Gallery(setup: try setup(), number: try Self.exampleNumber()) }

    /// A card of no municipality.
    private static func exampleNumber() throws -> CardNumber {
        var generator = SystemRandomNumberGenerator()
        return CardNumber.make(key: try MunicipalityKey(bytes: [UInt8](repeating: 7, count: 32)), using: &generator)
    }

    private func boardFonts() throws -> FontBook {
        try assets.fonts(FontFiles(contentsOf: assets.boardFontList), edges: .crisp)
    }

    func draw(
        _ app: App, _ frame: Frame, at now: Moment = Gallery.now, images: ImageBook? = nil
    ) throws -> Canvas {
        let fonts = app.isBoard ? try boardFonts() : fonts
        let canvas = try Canvas(width: frame.width, height: frame.height, fonts: fonts, images: images)
        var theme = app.theme(pitch: frame.pitch)
        theme.zoom *= frame.zoom
        if frame.isHighContrast { theme.palette = .highContrast }
        theme.language = language
        let look = Look(words: words, now: now, calendar: calendar, centreName: "문래 경로당")
        let picture = KioskUI.Frame(
            app.view(look), in: (frame.width, frame.height), theme: theme, typesetter: fonts)
        try canvas.draw(picture.commands)
        return canvas
    }
}

extension Assets {
    /// The fonts with this product's line breaking.
    @MainActor func fonts() throws -> FontBook { try fonts(FontFiles(contentsOf: fontList)) }

    /// The same, from a list that has been read already.
    @MainActor func fonts(_ files: FontFiles, edges: FontBook.Edges = .smooth) throws -> FontBook {
        try FontBook(files: files, edges: edges) { text, language in
            LineBreaker.pieces(of: text, language: language.rawValue)
        }
    }
}
