import ArgumentParser
import CentralServer
import Foundation
import Logging

/// The office's program. Answers are JSON on standard output; an error is one line on standard error, with an exit
/// code of sysexits(3).
@main
struct Central: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "central", abstract: "The office of the senior centres.",
        subcommands: [Serve.self, User.self, Enrol.self, Revoke.self, LoadSeeds.self, BackUp.self, Export.self])

    static func main() async {
        do {
            var command = try parseAsRoot()
            if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                try command.run()
            }
        } catch let failure as CommandFailure {
            fail(failure)
        } catch {
            // Every other code is the argument parser's, which knows best how to show its errors.
            guard exitCode(for: error) == .failure else { exit(withError: error) }
            fail(CommandFailure(explaining: error))
        }
    }

    private static func fail(_ failure: CommandFailure) -> Never {
        FileHandle.standardError.write(Data("central: \(failure.message)\n".utf8))
        exit(withError: ExitCode(failure.kind.exitCode))
    }
}

extension CommandFailure.Kind {
    /// As sysexits(3) has them.
    fileprivate var exitCode: Int32 {
        switch self {
        case .badData: 65
        case .unavailable: 69
        case .failed: 70
        }
    }
}
