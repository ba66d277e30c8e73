import KioskUI

/// What a canvas held at one time, kept while the next picture fades in over it.
public final class PictureCopy {
    let surface: Surface

    /// Copies some rectangles of the canvas; the rest is of no use.
    public init(of canvas: Canvas, only areas: [Rect]? = nil) throws(SDLError) {
        surface = try Surface(unwrittenWidth: canvas.width, height: canvas.height)
        let inside = (areas ?? [canvas.bounds]).compactMap { $0.intersection(canvas.bounds) }
        try canvas.surface.copy(inside, onto: surface.handle)
    }
}
