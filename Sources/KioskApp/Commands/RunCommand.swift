import ArgumentParser
import Foundation

/// `kiosk run`: the wall goes on and stays on.
struct RunCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "run", abstract: "Show the wall and serve seniors.")

    @OptionGroup var settings: SettingsOptions
    @Flag(help: "Fill the panel.") var fullscreen = false
    @Flag(help: "Simulated devices and people, and the mirror on loopback.") var demo = false
    @Option(help: "Port of the mirror (with --demo).") var mirrorPort: Int?
    @Option(help: "Stop after so many seconds; for measuring.") var seconds: Int?

    func validate() throws {
        guard demo || mirrorPort == nil else { throw ValidationError("--mirror-port needs --demo") }
    }

    func run() throws {
        try reporting {
            LargeBlocks.areGivenBack()
            let choices = Kiosk.Choices(fullscreen: fullscreen, demo: demo, mirrorPort: mirrorPort, seconds: seconds)
            let settings = try settings.load()
            try MainActor.assumeIsolated { try Kiosk(settings, choices).run() }
        }
    }
}
