import ArgumentParser
import CentralServer

/// `central user`
struct User: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Accounts for the office's web pages.", subcommands: [Add.self, Password.self, List.self])

    struct Add: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Enter an account.")
        @OptionGroup var office: OfficeOptions
        @OptionGroup var password: PasswordOptions
        @Argument(help: "The name to sign in with.") var name: String
        @Option(help: "administrator, office or healthCentre.") var role: UserAccount.Role
        @Option(help: "The id of the one municipality to see; without it, all.") var municipality: String?

        func run() async throws {
            try await office.perform(
                .addUser(name: name, password: try password.read(), role: role, municipality: municipality))
        }
    }

    struct Password: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Set a new password.")
        @OptionGroup var office: OfficeOptions
        @OptionGroup var password: PasswordOptions
        @Argument(help: "The account's name.") var name: String

        func run() async throws {
            try await office.perform(.setPassword(name: name, password: try password.read()))
        }
    }

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "List the accounts.")
        @OptionGroup var office: OfficeOptions

        func run() async throws { try await office.perform(.listUsers) }
    }
}

/// Where a password comes from; never from the arguments, which others on the machine can see.
struct PasswordOptions: ParsableArguments {
    @Flag(help: "Read the password, one line, from standard input. Without this, one is made and shown once.")
    var passwordStdin = false

    func read() throws -> String? {
        guard passwordStdin else { return nil }
        guard let line = readLine(strippingNewline: true) else {
            throw CommandFailure(.badData, "standard input holds no password")
        }
        return line
    }
}

extension UserAccount.Role: ExpressibleByArgument {}
