import Foundation
import GRDB

/// Makes an office that can be tried at once: seeds, an account, a code for a kiosk.
struct Demonstration: Sendable {
    let office: Office

    func prepare() async throws -> Access {
        let desk = OfficeDesk(office: office)
        _ = try await desk.perform(.loadSeeds(directory: office.settings.seedsDirectory))
        let account = try await account()
        let first = try await office.store.read { db in
            try String.fetchOne(db, sql: "SELECT centreId FROM person ORDER BY rowid LIMIT 1")
        }
        guard let first else { throw CommandFailure(.badData, "the seeds hold no people") }
        return Access(
            user: account.name, password: account.password, kiosk: try await office.enrolment.issueCode(for: first))
    }

    /// Its password is made anew at each start: a demonstration has no password that others know.
    private func account() async throws -> AccountAnswer {
        let accounts = Accounts(store: office.store, now: office.now)
        if try await accounts.list().contains(where: { $0.name == "demo" }) {
            return try await accounts.setPassword(of: "demo", to: nil)
        }
        return try await accounts.add(name: "demo", password: nil, role: .administrator, municipality: nil)
    }

    /// How to get in.
    struct Access: Codable, Equatable, Sendable {
        var user: String
        var password: String?
        /// A code for the first centre.
        var kiosk: IssuedCode
    }
}
