import KioskSDL
import KioskScreens
import KioskUI
import SignageFeed

/// Pictures on the wall come from the disk, and the wall never waits on the stage for one: what is on stays until the
/// next one's picture is decoded, which begins while the present one is on.
extension Stage {
    /// After so long a picture that does not come is as good as missing.
    static let patience = Duration.seconds(5)

    /// True while what is shown has to stay, because pictures of the next are still to come.
    func mustHold(_ commands: [DrawCommand], at now: Moment) -> Bool {
        guard let images = canvas.images, app.wallPage != nil else {
            heldSince = nil
            return false
        }
        let missing = images.prepare(commands)
        awaited = missing.isEmpty ? [] : commands
        guard !missing.isEmpty else {
            heldSince = nil
            return false
        }
        let since = heldSince ?? now.monotonic
        heldSince = since
        guard now.monotonic - since >= Self.patience else { return true }
        heldSince = nil
        for order in missing where order.id.source == nil { images.take(.failure(.late), for: order) }
        return false
    }

    /// A picture was decoded, or will never be.
    func take(_ result: Result<DecodedImage, ImageError>, for order: ImageOrder) throws {
        guard let images = canvas.images else { return }
        images.take(result, for: order)
        try redraw(places(of: order.id))
    }

    /// Tells the app of pictures that cannot be shown, each once.
    func reportPictures(at now: Moment) {
        for (id, error) in canvas.images?.failures ?? [:] where reportedPictures[id] == nil {
            if reportedPictures.count >= Self.mostReports { reportedPictures = [:] }
            reportedPictures[id] = error
            onMissingPicture?(id, error)
            if let hash = ContentHash(id.name) { update(.pictureFailed(hash), at: now) }
        }
    }

    private static let mostReports = 1_000

    /// What was published anew may have mended what failed.
    func forgetFailedPictures() {
        canvas.images?.forgetFailures()
        reportedPictures = [:]
    }

    /// Lays out what will be on next, and has its pictures read meanwhile.
    func lookAhead(at now: Moment) {
        guard let images = canvas.images, let next = app.nextPicture(after: now),
            next.wall != lookedAhead?.wall, fade == nil
        else { return }
        lookedAhead = next
        var future = app
        _ = future.update(.tick, at: next)
        _ = images.prepare(frame(of: future, at: next).commands)
    }

    /// Where an image stands in the present picture.
    func places(of id: ImageID) -> [Rect] {
        shown.compactMap { command in
            guard case .image(id, let rect) = command else { return nil }
            return rect
        }
    }

    /// Draws parts again whose commands are the same and whose pixels are not.
    func redraw(_ areas: [Rect]) throws {
        guard !areas.isEmpty else { return }
        try endFade()
        try canvas.draw(shown, only: areas)
        try window.present(canvas, only: areas)
        onPresent?(presented)
    }
}
