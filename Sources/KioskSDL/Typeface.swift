import CSDL2
import KioskUI

/// One font file at one size, opened by SDL_ttf.
final class Typeface {
    let handle: OpaquePointer
    /// Where the glyphs are read from; stays as long as they may be.
    private let file: FontFile
    /// From the em box's top to the baseline, so that a Hangul syllable's ink stands in the middle of its em box.
    let baseline: Int

    init(
        _ file: FontFile, path: String, face: Int, pixels: Int, isIcons: Bool, edges: FontBook.Edges
    ) throws(FontError) {
        guard let handle = TTF_OpenFontIndexRW(file.reader(), 1, Int32(pixels), face) else {
            throw FontError.unreadable(path: path, SDLError())
        }
        (self.handle, self.file) = (handle, file)
        TTF_SetFontHinting(handle, edges == .crisp ? TTF_HINTING_MONO : TTF_HINTING_LIGHT_SUBPIXEL)
        baseline = isIcons ? pixels : Self.baseline(handle, pixels)
    }

    isolated deinit { TTF_CloseFont(handle) }

    var ascent: Int { Int(TTF_FontAscent(handle)) }

    func provides(_ scalar: Unicode.Scalar) -> Bool { TTF_GlyphIsProvided32(handle, scalar.value) != 0 }

    /// The advance in pixels.
    func width(of text: String) -> Int {
        var width: Int32 = 0
        guard TTF_SizeUTF8(handle, text, &width, nil) == 0 else { return 0 }
        return Int(width)
    }

    /// The lowest and the highest pixel of a glyph's ink above the baseline.
    static func ink(_ handle: OpaquePointer, _ scalar: Unicode.Scalar) -> (low: Int, high: Int)? {
        var (low, high): (Int32, Int32) = (0, 0)
        guard TTF_GlyphMetrics32(handle, scalar.value, nil, nil, &low, &high, nil) == 0, high > low else { return nil }
        return (Int(low), Int(high))
    }

    private static func baseline(_ handle: OpaquePointer, _ pixels: Int) -> Int {
        guard let ink = ink(handle, "한") else { return pixels * 85 / 100 }
        return (pixels + ink.high + ink.low) / 2
    }
}
