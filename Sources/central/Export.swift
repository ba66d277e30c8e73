import ArgumentParser
import CentralServer
import Foundation

/// `central export`
struct Export: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Write health data into files, with a line in the access log.",
        discussion: """
            Exit codes: 0 written; 64 wrong arguments; 65 no such person or centre, no consent, or the file exists;
            69 the office or the file cannot be reached; 70 the office failed.
            """,
        subcommands: [FHIR.self, CSV.self])

    struct FHIR: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "fhir", abstract: "One person as a FHIR R4 transaction bundle: readings, answers, plans.")
        @OptionGroup var office: OfficeOptions
        @Option(help: "The person's id.") var person: String
        @Option(help: "The first day, yyyy-mm-dd.") var since: String?
        @Option(help: "Why: counselling, explanation, follow-up, correction, card or request.") var reason: String
        @Option(help: "The file to write; it must not exist.") var out: String

        func run() async throws {
            try await office.perform(
                .exportPerson(
                    person: person, since: since, reason: reason, file: URL(fileURLWithPath: out).path))
        }
    }

    struct CSV: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "csv", abstract: "A centre's readings as a table, with its data dictionary.")
        @OptionGroup var office: OfficeOptions
        @Option(help: "The centre's id.") var centre: String
        @Option(help: "Why: counselling, explanation, follow-up, correction, card or request.") var reason: String
        @Option(help: "The folder for readings.csv and dictionary.csv, which must not exist.") var out: String

        func run() async throws {
            try await office.perform(
                .exportCentre(centre: centre, reason: reason, folder: URL(fileURLWithPath: out).path))
        }
    }
}
