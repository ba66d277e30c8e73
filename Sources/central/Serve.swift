import ArgumentParser
import CentralServer
import Foundation

/// `central serve`
struct Serve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Run the office until it is told to stop.")
    @OptionGroup var office: OfficeOptions
    @Option(help: "The port to listen at; 0 for any free one. Wins over the settings.") var port: Int?
    @Flag(help: "Load the seeds, and show an account and a code to try with.") var demo = false

    func validate() throws {
        if let port, !(0...65535).contains(port) { throw ValidationError("a port is a number from 0 to 65535") }
    }

    func run() async throws {
        var settings = try await office.settings()
        if let port { settings.port = port }
        try await OfficeProcess(settings: settings, isDemo: demo, logger: .office(settings), now: { Date() })
            .run { answer in Answer.write(answer) }
    }
}
