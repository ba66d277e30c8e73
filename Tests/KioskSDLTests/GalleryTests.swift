import CSDL2
import KioskSDL
import KioskTestSupport
import KioskUI
import Testing

/// Every widget on panels of both shapes, in each palette and language, as it looks.
/// `RECORD_PICTURES=1 swift test` writes the pictures anew.
@Suite @MainActor struct GalleryTests {
    @Test(arguments: Gallery.allCases)
    func `the gallery looks as recorded`(page: Gallery) throws {
        let fonts = try makeFonts()
        let frame = Frame(page.node, in: page.size, theme: page.theme, typesetter: fonts, pressed: page.pressed)
        #expect(frame.problems == [])
        let canvas = try Canvas(width: frame.width, height: frame.height, fonts: fonts)
        try canvas.draw(frame.commands)
        #expect(fonts.failures == [])
        let isRecording = SDL_getenv("RECORD_PICTURES") != nil
        try PictureComparison(folder: Place.pictures).expect(canvas, looksLike: page.rawValue, recording: isRecording)
    }
}
