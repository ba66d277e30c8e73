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
        onSighting(
            Sighting(presentations: try presentations(of: plan, isCovered), plan: plan, steady: now.monotonic))
    }

    struct PanelLook: Equatable {
        var at: Duration
        var shown: [ZonePlan.Shown]
        var isCovered: Bool
    }

    /// What is where each zone's own content was drawn. Not the whole panel: clock and frame are there whatever the zone
    /// shows, and a place of one colour is a place where nothing is.
    private func presentations(of plan: FramePlan, _ isCovered: Bool) throws -> [Zone: Presentation] {
        var found: [Zone: Presentation] = [:]
        for zone in plan.zones.map(\.zone) {
            guard let place = frame.regions[RegionID(zone)] else { continue }
            found[zone] = Presentation(
                pixels: isCovered ? 0 : try window.fingerprint(in: place), blank: 0, isCovered: isCovered,
                isStuck: !window.isVisible)
        }
        return found
    }
}
