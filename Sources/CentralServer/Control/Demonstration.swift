import Foundation
import GRDB

/// Makes an office that can be tried at once: seeds, an account, a code for a kiosk.
struct Demonstration: Sendable {
    let office: Office

    func prepare() async throws -> Access {
        let desk = OfficeDesk(office: office)
        _ = try await desk.perform(.loadSeeds(directory: office.settings.seedsDirectory))
        let everybody = try await account("demo", .administrator)
        let nurse = try await account("nurse", .healthCentre)
        let first = try await office.store.read { db in
            try String.fetchOne(db, sql: "SELECT centreId FROM person ORDER BY rowid LIMIT 1")
        }
        guard let first else { throw CommandFailure(.badData, "the seeds hold no people") }
        return Access(
            user: everybody.name, password: everybody.password,
            healthCentre: Access.Account(user: nurse.name, password: nurse.password),
            kiosk: try await office.enrolment.issueCode(for: first))
    }

    /// Passwords are made anew at each start: a demonstration has none that others know.
    private func account(_ name: String, _ role: UserAccount.Role) async throws -> AccountAnswer {
        let accounts = Accounts(store: office.store, now: office.now)
        if try await accounts.list().contains(where: { $0.name == name }) {
            return try await accounts.setPassword(of: name, to: nil)
        }
        return try await accounts.add(name: name, password: nil, role: role, municipality: nil)
    }

    /// How to get in.
    struct Access: Codable, Equatable, Sendable {
        var user: String
        var password: String?
        /// The nurse, who sees results.
        var healthCentre: Account
        /// A code for the first centre.
        var kiosk: IssuedCode

        struct Account: Codable, Equatable, Sendable {
            var user: String
            var password: String?
        }
    }
}
