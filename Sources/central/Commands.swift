import ArgumentParser
import CentralServer
import Foundation

/// `central enrol`
struct Enrol: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Issue a one-time code for a kiosk of a centre.")
    @OptionGroup var office: OfficeOptions
    @Option(help: "The centre's id.") var centre: String

    func run() async throws { try await office.perform(.enrol(centre: centre)) }
}

/// `central revoke`
struct Revoke: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Take nothing more from a kiosk.")
    @OptionGroup var office: OfficeOptions
    @Option(help: "The kiosk's device id.") var device: String

    func run() async throws { try await office.perform(.revoke(device: device)) }
}

/// `central load-seeds`
struct LoadSeeds: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Enter municipalities, programmes and the people of a demonstration; what is there stays.")
    @OptionGroup var office: OfficeOptions
    @Option(help: "The directory of the seed files. Wins over the settings.") var seeds: String?

    func run() async throws {
        let directory: String
        if let seeds { directory = seeds } else { directory = try await office.settings().seedsDirectory }
        try await office.perform(.loadSeeds(directory: URL(fileURLWithPath: directory).path))
    }
}

/// `central backup`
struct BackUp: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup", abstract: "Copy the living database into one file, and prove that it opens.")
    @OptionGroup var office: OfficeOptions
    @Option(help: "The file to write; it must not exist.") var out: String

    func run() async throws { try await office.perform(.backup(file: URL(fileURLWithPath: out).path)) }
}
