import ArgumentParser
import Foundation

/// `--config`, which most subcommands take.
struct SettingsOptions: ParsableArguments {
    @Option(help: "The kiosk's settings file; without it defaults and SARANGBANG_… variables hold.")
    var config: String?

    func load() throws -> Settings {
        if let config, !FileManager.default.fileExists(atPath: config) {
            throw Failure.unavailable("no such file: \(config)")
        }
        let file = config
        do {
            return try waitFor { try await Settings.load(file: file) }
        } catch {
            throw Failure.badData("settings: \(error)")
        }
    }
}
