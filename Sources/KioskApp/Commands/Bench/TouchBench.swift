import ArgumentParser
import Foundation
import KioskSDL
import KioskScreens
import KioskUI

/// `kiosk bench touches`: a finger walks from the wall to the number pad and back; from each contact until the picture
/// of it is on the panel. Rival: the same picture drawn and presented whole.
struct TouchBench: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "touches", abstract: "Touch to presented picture.")

    @Option(help: "Contacts and lifts that must change the picture.") var count = 500

    private struct Answer: Encodable {
        var touch: Timings
        /// The first round, in which each screen is drawn for the first time since the start.
        var first: Timings
        /// Contacts that changed no picture in time; none are expected.
        var silent: Int
        var fullRedraw: Timings
    }

    func run() throws {
        try reporting { try MainActor.assumeIsolated { try measure() } }
    }

    @MainActor private func measure() throws {
        let panel = try BenchPanel()
        let app = try panel.wall()
        let road = try TouchRoad(from: app, on: panel)
        let stage = try Stage(
            app: app, window: panel.window, fonts: panel.studio.fonts, canvas: panel.canvas, pitch: BenchPanel.pitch,
            script: Stage.Script(words: { _ in panel.words }, calendar: panel.calendar, centreName: "문래 경로당"),
            serviceManager: ServiceManager(environment: [:]))
        let finger = Finger(mailbox: stage.mailbox)
        stage.onPresent = { [onlooker = finger.onlooker] _ in onlooker.sawPicture() }
        try stage.open()
        let walk = Thread { [count, steps = road.steps] in finger.walk(steps, touches: count) }
        walk.start()
        try stage.run()
        let outcome = finger.outcome
        try write(
            Answer(
                touch: Timings(nanoseconds: outcome.times), first: Timings(nanoseconds: outcome.first),
                silent: outcome.silent,
                fullRedraw: Timings(nanoseconds: try fullRedraws(of: road.apps, on: panel))))
    }

    /// The road's pictures, each drawn whole, with texts from the cache as for the touch.
    @MainActor private func fullRedraws(of apps: [App], on panel: BenchPanel) throws -> [Int64] {
        try (0..<count).map { number in
            let start = MonotonicTime.nanoseconds
            try panel.canvas.draw(panel.commands(of: apps[number % apps.count], at: .current))
            try panel.window.present(panel.canvas)
            defer { panel.forgetInput() }
            return MonotonicTime.nanoseconds - start
        }
    }
}
