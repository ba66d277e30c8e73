import ArgumentParser
import CentralServer
import Foundation
import Logging

/// Which office is meant.
struct OfficeOptions: ParsableArguments {
    @Option(help: "A YAML file of settings.")
    var config: String?

    @Option(name: .customLong("data"), help: "The directory of the database. Wins over the settings.")
    var dataDirectory: String?

    func settings() async throws -> Settings {
        var settings: Settings
        do { settings = try await Settings.load(file: config) } catch {
            throw CommandFailure(.badData, "the settings cannot be used: \(error)")
        }
        if let dataDirectory { settings.dataDirectory = dataDirectory }
        return settings
    }

    /// Carries out a command at the office that is meant, and prints its answer.
    func perform(_ command: OfficeCommand) async throws {
        let settings = try await settings()
        let door = OfficeDoor(settings: settings, logger: .office(settings, quiet: true), now: { Date() })
        Answer.write(try await door.perform(command))
    }
}

extension Logger {
    /// Logs to standard error; standard output is for answers.
    static func office(_ settings: Settings, quiet: Bool = false) -> Logger {
        var logger = Logger(label: "central", factory: { StreamLogHandler.standardError(label: $0) })
        logger.logLevel = quiet ? .error : Logger.Level(rawValue: settings.logLevel) ?? .info
        return logger
    }
}

/// One line of JSON on standard output.
enum Answer {
    static func write(_ json: Data) { FileHandle.standardOutput.write(json + Data("\n".utf8)) }
}
