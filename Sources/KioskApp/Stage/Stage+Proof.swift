import KioskSDL
import KioskScreens
import KioskUI
import SignageFeed

/// "Shown" means that it was on the panel: the pixels are read back after they were presented.
extension Stage {
    /// What nothing draws over for so long is looked at again.
    static let lookInterval = Duration.seconds(60)

    /// Looks at the panel when what is meant to be there has changed, and once a minute.
    func lookAtPanel(at now: Moment) throws {
        guard let onSighting, fade == nil, heldSince == nil else { return }
        let plan = app.plan(at: now)
        let isCovered = !app.showsWall
        let isNew = plan.zones.map(\.shown) != lastLook?.shown || isCovered != lastLook?.isCovered
        if let lastLook, !isNew, now.monotonic - lastLook.at < Self.lookInterval { return }
        lastLook = PanelLook(at: now.monotonic, shown: plan.zones.map(\.shown), isCovered: isCovered)
        let presentation = Presentation(
            pixels: isCovered ? 0 : try contentFingerprint(), blank: 0, isCovered: isCovered,
            isStuck: !window.isVisible)
        onSighting(Sighting(presentation: presentation, plan: plan, steady: now.monotonic))
    }

    struct PanelLook: Equatable {
        var at: Duration
        var shown: [ZonePlan.Shown]
        var isCovered: Bool
    }

    /// Of the picture, when the content is one, or of the whole panel; 0 if that is of one colour.
    private func contentFingerprint() throws -> UInt64 {
        let images = shown.compactMap { command -> Rect? in
            guard case .image(_, let rect) = command else { return nil }
            return rect
        }
        guard !images.isEmpty else { return try window.fingerprint(in: canvas.bounds) }
        let prints = try images.map { try window.fingerprint(in: $0) }
        // One picture that is not there is enough for the item not to be shown.
        return prints.contains(0) ? 0 : prints.reduce(0) { $0 &* 31 ^ $1 } | 1
    }
}
