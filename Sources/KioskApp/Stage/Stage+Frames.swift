import KioskSDL
import KioskScreens
import KioskUI

/// Moving pictures on the wall: a source runs while its item is on, or is about to be.
extension Stage {
    /// Lets the sources of the present picture and of the next one run, and shows what they gave.
    func moveFrames(at now: Moment) throws {
        guard let frames, let images = canvas.images else { return }
        frames.want(Self.movingPictures(shown + awaited), at: now.monotonic)
        for (name, frame) in frames.newFrames(at: now.monotonic) {
            images.show(frame, as: .moving(name))
            if fade == nil { try redraw(places(of: .moving(name))) }
        }
        let available = frames.available(at: now.monotonic)
        guard available != availableFrames else { return }
        for name in availableFrames.subtracting(available) { images.show(nil, as: .moving(name)) }
        availableFrames = available
        update(.sourcesChanged(available), at: now)
    }

    /// The sources of a picture, each with the size that its place has.
    static func movingPictures(_ commands: [DrawCommand]) -> [String: FrameSize] {
        var wanted: [String: FrameSize] = [:]
        for case .image(let id, let rect) in commands {
            if let source = id.source { wanted[source] = FrameSize(width: rect.width, height: rect.height) }
        }
        return wanted
    }
}
