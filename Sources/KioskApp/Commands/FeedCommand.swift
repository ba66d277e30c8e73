import ArgumentParser
import Foundation
import SignageFeed

/// `kiosk feed …`
struct FeedCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "feed", abstract: "Look into what feeds send.", subcommands: [Parse.self])

    /// `kiosk feed parse --kind KIND FILE…`
    struct Parse: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "parse",
            abstract: "Read saved answers of a feed; one JSON object a file, exit 65 if all of them are errors.",
            discussion: """
                Kinds: \(FeedReporter.Kind.allCases.map(\.rawValue).joined(separator: ", ")).
                Several files are taken in the order of their arrival: an alert may be updated or cancelled by a later one.
                With --format, one file is read as a source of that format and told in the office's own terms. Formats: \
                \(FeedFormat.allCases.map(\.rawValue).joined(separator: ", ")).
                """)
        @Option(help: "What the files are.") var kind: String?
        @Option(help: "The format of one source, instead of a kind.") var format: String?
        @Option(name: [.long, .customLong("at")], help: "When they arrived, ISO 8601; now if absent.") var now: String?
        @Option(help: "Where the kiosk stands: latitude,longitude.") var site: String?
        @Option(help: "The region it stands in, e.g. '충청북도 옥천군'.") var region: String?
        @Option(help: "The weather office's cell: nx,ny. Rows of other cells are left out.") var grid: String?
        @Option(help: "The stop's id in a GTFS feed; all stops if absent.") var stop: String?
        @Argument(help: "The files, or - for stdin.") var files: [String]

        func run() throws {
            try reporting {
                let context = FeedContext(receivedAt: try instant(), grid: try cell(), stopID: stop)
                if let format { return try tell(format, context) }
                guard let kind, let kind = FeedReporter.Kind(rawValue: kind) else {
                    throw Failure(code: .validationFailure, message: "no such kind: \(kind ?? "none")")
                }
                var reporter = FeedReporter(kind, context: context, site: try place())
                var areErrors = true
                for file in files {
                    let report = bytes(file).map { reporter.report(file, $0) } ?? .unreadable(file)
                    areErrors = areErrors && report.status == .error
                    try write(report)
                }
                if areErrors { throw ExitCode(65) }
            }
        }
    }
}
