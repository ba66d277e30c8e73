import KioskSDL
import KioskScreens
import KioskUI

extension Stage {
    /// Presents a picture that has just been drawn: softly if one thing on the wall follows another, else at once.
    func present(over before: PictureCopy?, in dirty: [Rect]?, at now: Moment) throws {
        guard let before else { return try window.present(canvas, only: dirty) }
        fade = CrossFade(
            from: before, in: dirty ?? [canvas.bounds], at: now.monotonic, length: crossFade)
        try goOnFading(at: now)
    }

    /// A change between two pages of the wall's own content. An alert, and all that a person does, is there at once.
    func isSoftChange(to page: WallPage?) -> Bool {
        guard crossFade > .zero, let page, let shownPage else { return false }
        return page != shownPage
    }

    /// The next step of a change that runs.
    func goOnFading(at now: Moment) throws {
        guard let fade else { return }
        let progress = fade.progress(at: now.monotonic)
        guard progress < 1 else { return try endFade() }
        try window.present(canvas, over: fade.before, progress: progress, only: fade.areas)
    }

    /// The new picture stands at once: somebody touches, or something else is to be shown.
    func endFade() throws {
        guard let ending = fade else { return }
        fade = nil
        try window.present(canvas, only: ending.areas)
    }
}
