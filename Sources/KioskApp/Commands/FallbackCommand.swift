import ArgumentParser
import CSDL2
import Foundation
import KioskSDL
import KioskScreens
import KioskUI

/// `kiosk fallback`: one sentence on the panel and nothing else, for when `kiosk run` has failed too often. It needs no
/// store, no network and no device.
struct FallbackCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "fallback", abstract: "Show that the screen is resting, until it is ended.")

    @OptionGroup var settings: SettingsOptions
    @Flag(help: "Fill the panel.") var fullscreen = false
    @Option(help: "Stop after so many seconds.") var seconds: Int?

    func run() throws {
        try reporting {
            let settings = try settings.load()
            try MainActor.assumeIsolated { try show(settings) }
        }
    }

    @MainActor private func show(_ settings: Settings) throws {
        let signals = Signals()
        let assets = try Assets.find()
        let fonts = try assets.fonts()
        let fills = fullscreen || settings.panelWidth == 0 || settings.panelHeight == 0
        let window = try Window(
            title: "사랑방", size: fills ? nil : (width: settings.panelWidth, height: settings.panelHeight))
        let canvas = try Canvas(width: window.size.width, height: window.size.height, fonts: fonts)
        let look = Look(
            words: try assets.words(settings.language), now: .current, calendar: settings.calendar,
            centreName: settings.centreName)
        let theme = Theme(pitch: settings.pitch, language: settings.language)
        let frame = Frame(
            FallbackPage.view(look), in: (canvas.width, canvas.height), theme: theme, typesetter: fonts)
        try canvas.draw(frame.commands)
        try window.present(canvas)
        ServiceManager(environment: ProcessInfo.processInfo.environment).tell("READY=1\nSTATUS=The screen is resting.")
        try wait(signals)
    }

    /// Sleeps; SDL is asked now and then, because a display server gives up on windows that never answer.
    @MainActor private func wait(_ signals: Signals) throws {
        let doorbell = try Doorbell()
        let mailbox = Mailbox<Bool> { doorbell.ring() }
        signals.onEnd { mailbox.post(true) }
        let end = seconds.map { ContinuousClock.now + .seconds($0) }
        while mailbox.empty().isEmpty, end.map({ ContinuousClock.now < $0 }) ?? true {
            doorbell.wait(1000, driver: .current)
            var event = SDL_Event()
            while SDL_PollEvent(&event) == 1 { if event.type == SDL_QUIT.rawValue { return } }
        }
    }
}
