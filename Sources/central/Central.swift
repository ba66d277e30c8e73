import ArgumentParser

/// The office's program.
@main
struct Central: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "central", abstract: "The office of the senior centres.")
}
