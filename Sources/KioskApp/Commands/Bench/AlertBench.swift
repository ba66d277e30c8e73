import ArgumentParser
import Foundation
import KioskScreens
import Logging
import SignageFeed
import SyncClient
import SyncWire

/// `kiosk bench alert`: a disaster message arrives as a file, again and again; from the first byte that is written to the
/// disk until its picture is on the panel. The road is the kiosk's own: message, published wall, content folder, mailbox,
/// stage.
struct AlertBench: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "alert", abstract: "Alert file to presented picture.")

    @Option(help: "Alerts.") var count = 250

    private struct Answer: Encodable {
        var alert: Timings
        /// Alerts that were not on the panel within five seconds; none are expected.
        var silent: Int
    }

    func run() throws {
        try reporting { try MainActor.assumeIsolated { try measure() } }
    }

    @MainActor private func measure() throws {
        let panel = try BenchPanel()
        let stage = try Stage(
            app: try panel.wall(), window: panel.window, fonts: panel.studio.fonts, canvas: panel.canvas,
            pitch: BenchPanel.pitch,
            script: Stage.Script(words: { _ in panel.words }, calendar: panel.calendar, centreName: "문래 경로당"),
            serviceManager: ServiceManager(environment: [:]), crossFade: CrossFade.longest)
        let siren = Siren(mailbox: stage.mailbox)
        stage.onPresent = { [siren] in siren.saw(isAlert: $0.screenName == "alert") }
        try stage.open()
        let folder = FileManager.default.temporaryDirectory.appending(path: "bench-alert-\(getpid())")
        defer { unlinkFolder(folder) }
        let content = WallContent(
            folder: try ContentFolder(folder.path), logger: BenchCommand.logger,
            post: { [mailbox = stage.mailbox] in mailbox.post(.app($0)) })
        let work = beginning { [count] in
            defer { siren.mailbox.post(.quit) }
            return try await siren.sound(count, through: content)
        }
        try stage.run()
        let times = try work()
        try write(Answer(alert: Timings(nanoseconds: times), silent: count - times.count))
    }

    private func unlinkFolder(_ folder: URL) {
        do { try FileManager.default.removeItem(at: folder) } catch {
            BenchCommand.logger.warning("The bench's folder stays", metadata: ["error": "\(error)"])
        }
    }
}
