import KioskUI

@testable import KioskScreens

/// A panel of 27 inches and what is set on it.
struct Panel: Sendable, CustomStringConvertible {
    var width = 1080
    var height = 1920
    /// Percent.
    var zoom = 100
    var language = Language.korean
    var isHighContrast = false

    /// Both shapes, all zooms.
    static func all(_ language: Language) -> [Panel] {
        [(1080, 1920), (1920, 1080)].flatMap { width, height in
            [100, 150, 200].map { Panel(width: width, height: height, zoom: $0, language: language) }
        }
    }

    var description: String { "\(width)×\(height), \(zoom) %, \(language.rawValue)" }

    var theme: Theme {
        Theme(zoom: Double(zoom) / 100, palette: isHighContrast ? .highContrast : .hanji, language: language)
    }

    /// The gallery in Korean.
    static func gallery() throws -> Gallery {
        Gallery(setup: try House.setup(supporters: ["이영자"]), number: try House.card())
    }

    /// Every piece of the gallery, laid out on this panel.
    func frames(_ typesetter: any Typesetter) throws -> [(name: String, frame: Frame<AppEvent>)] {
        var setup = try House.setup(supporters: ["이영자", "박순길"])
        setup.language = language
        let look = Look(
            words: try House.words(language), now: Gallery.now, calendar: House.calendar, centreName: "문래 경로당")
        return Gallery(setup: setup, number: try House.card()).pieces.map { piece in
            (piece.name, Frame(piece.app.view(look), in: (width, height), theme: theme, typesetter: typesetter))
        }
    }
}
