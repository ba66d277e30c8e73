import KioskSDL
import KioskUI

/// One picture of the wall turning into the next.
struct CrossFade {
    /// Longer ones are motion, which a wall does not need.
    static let longest = Duration.milliseconds(300)
    /// A step is a picture: few enough for a weak machine, many enough for the eye.
    static let step = Duration.milliseconds(100)

    let before: PictureCopy
    let areas: [Rect]
    private let began: Duration
    private let length: Duration

    /// `before` holds what was shown inside `areas`. Times are of the steady clock.
    init(from before: PictureCopy, in areas: [Rect], at began: Duration, length: Duration) {
        // The first step is seen at once: without it the first picture would be the old one again.
        (self.before, self.areas, self.began) = (before, areas, began - Self.step)
        self.length = min(length, Self.longest)
    }

    /// 0…1; 1 when it is over.
    func progress(at now: Duration) -> Double {
        length > .zero ? max(0, min(1, (now - began) / length)) : 1
    }
}
