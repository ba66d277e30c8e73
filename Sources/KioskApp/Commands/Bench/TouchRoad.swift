import KioskScreens
import KioskUI

/// A round through the screens that needs no card, and where the finger must touch for it.
@MainActor
struct TouchRoad {
    struct Step: Sendable {
        var x: Int
        var y: Int
        /// After a new screen the kiosk ignores fingers for a moment, and so the finger waits.
        var opensScreen: Bool
    }

    private static let targets: [TouchID] = [
        "wall", "without-card", "by-phone", "digit-2", "digit-9", "digit-6", "digit-0", "erase", "digit-5", "home",
    ]

    private(set) var steps: [Step] = []
    /// The state after each step.
    private(set) var apps: [App] = []

    init(from app: App, on panel: BenchPanel) throws {
        var app = app
        for id in Self.targets {
            let frame = panel.frame(of: app, at: .current)
            guard let event = frame.event(for: id), let rect = frame.targets.last(where: { $0.id == id })?.rect else {
                throw Failure.badData("no target \(id) on \(app.screenName)")
            }
            let screen = app.screenName
            _ = app.update(event, at: .current)
            steps.append(
                Step(
                    x: rect.x + rect.width / 2, y: rect.y + rect.height / 2, opensScreen: app.screenName != screen))
            apps.append(app)
        }
    }
}
