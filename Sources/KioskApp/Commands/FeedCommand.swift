import ArgumentParser
import Foundation
import SignageFeed

/// `kiosk feed …`
struct FeedCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "feed", abstract: "Look into what feeds send.", subcommands: [Parse.self])

    /// `kiosk feed parse --format NAME FILE`
    struct Parse: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "parse",
            abstract: "Read a saved answer of a feed; the outcome as JSON, exit 65 if it is no such feed.",
            discussion: "Formats: " + FeedFormat.allCases.map(\.rawValue).joined(separator: ", "))
        @Option(help: "The feed's format.") var format: String
        @Option(help: "When it was received, ISO 8601; now if absent.") var at: String?
        @Argument(help: "The file, or - for stdin.") var file: String

        func run() throws {
            try reporting {
                guard let format = FeedFormat(rawValue: format) else {
                    throw Failure(code: .validationFailure, message: "no such format: \(format)")
                }
                let bytes = [UInt8](try KioskApp.read(file))
                let receivedAt =
                    try at.map { text in
                        guard let date = try? Date(text, strategy: .iso8601) else {
                            throw Failure(code: .validationFailure, message: "not a time: \(text)")
                        }
                        return date
                    } ?? Date()
                let outcome = format.parse(bytes, context: FeedContext(receivedAt: receivedAt))
                try write(outcome)
                if case .failed(let error) = outcome {
                    throw Failure.badData("not an answer of \(format.rawValue): \(error.code)")
                }
            }
        }
    }
}
