import Foundation
import GRDB
import HummingbirdTesting
import Logging
import Passwords
import ServiceLifecycle
import Testing

@testable import CentralServer

@Suite struct OfficeDoorTests {
    private func door(_ directory: TemporaryDirectory) -> OfficeDoor {
        var settings = Settings()
        settings.dataDirectory = directory.path
        return OfficeDoor(settings: settings, logger: Logger(label: "test"), now: { SyncOffice.morning })
    }

    private func json(_ data: Data) throws -> [String: String] {
        try JSONDecoder().decode([String: String].self, from: data)
    }

    @Test func `an office that does not run is opened for the command`() async throws {
        let directory = try TemporaryDirectory()
        let made = try json(
            try await door(directory).perform(
                .addUser(name: "kim", password: nil, role: .administrator, municipality: nil)))
        #expect(made["name"] == "kim")
        let password = try #require(made["password"])
        let list = try JSONDecoder().decode(
            [AccountAnswer].self, from: try await door(directory).perform(.listUsers))
        #expect(list.map(\.name) == ["kim"])
        #expect(list.map(\.password) == [nil])
        let store = try OfficeStore.open(at: DataDirectory(path: directory.path).database)
        let hash = try await store.read { db in try UserAccount.fetchOne(db)?.passwordHash }
        #expect(try PasswordHash.matches(password, hash: try #require(hash)))
    }

    @Test func `a running office does it itself`() async throws {
        let directory = try TemporaryDirectory()
        let data = DataDirectory(path: directory.path)
        let hold = try #require(try data.hold())
        let office = try await SyncOffice.make()
        let control = ControlSocket(
            desk: OfficeDesk(office: office.office), path: data.socket, logger: Logger(label: "test"))
        let running = Task { try await control.makeApplication()?.run() }
        while !FileManager.default.fileExists(atPath: data.socket) { await Task.yield() }
        let code = try json(try await door(directory).perform(.enrol(centre: "pine")))
        #expect(code["centre"] == "pine")
        #expect(try await office.count("enrolmentCode") == 1)
        await #expect(throws: CommandFailure(.badData, "no centre has the id nowhere")) {
            try await door(directory).perform(.enrol(centre: "nowhere"))
        }
        running.cancel()
        _ = await running.result
        withExtendedLifetime(hold) {}
    }

    @Test func `a held directory without an office that listens is not available`() async throws {
        let directory = try TemporaryDirectory()
        let hold = try #require(try DataDirectory(path: directory.path).hold())
        let failure = await #expect(throws: CommandFailure.self) { try await door(directory).perform(.listUsers) }
        #expect(failure?.kind == .unavailable)
        withExtendedLifetime(hold) {}
    }

    static let refused: [(OfficeCommand, String)] = [
        (.addUser(name: " kim", password: nil, role: .office, municipality: nil), "blank"),
        (.addUser(name: "lee", password: "short", role: .office, municipality: nil), "10 characters"),
        (.addUser(name: "lee", password: nil, role: .office, municipality: "nowhere"), "no municipality"),
        (.addUser(name: "kim", password: nil, role: .office, municipality: nil), "already"),
        (.setPassword(name: "nobody", password: nil), "no account"),
        (.revoke(device: "nothing"), "no kiosk"), (.loadSeeds(directory: "/nowhere"), "/nowhere"),
    ]

    @Test(arguments: refused) func `a command that cannot be done says why`(
        command: OfficeCommand, word: String
    ) async throws {
        let office = try await SyncOffice.make()
        let desk = OfficeDesk(office: office.office)
        _ = try await desk.perform(.addUser(name: "kim", password: nil, role: .office, municipality: "east"))
        let failure = await #expect(throws: CommandFailure.self) { try await desk.perform(command) }
        #expect(failure?.kind == .badData)
        #expect(failure?.message.contains(word) == true)
    }

    @Test func `a new password ends sessions and lifts a lock`() async throws {
        let office = try await SyncOffice.make()
        let desk = OfficeDesk(office: office.office)
        _ = try await desk.perform(.addUser(name: "kim", password: nil, role: .office, municipality: nil))
        try await office.store.write { db in
            try db.execute(sql: "UPDATE userAccount SET failedTries = 5, lockedUntil = '2030-01-01 00:00:00.000'")
            try db.execute(
                sql: """
                    INSERT INTO webSession SELECT 'h', id, 'c', '2026-01-01', '2026-01-01' FROM userAccount
                    """)
        }
        _ = try await desk.perform(.setPassword(name: "kim", password: "a longer password"))
        #expect(try await office.count("webSession") == 0)
        #expect(try await office.count("userAccount", where: "failedTries = 0 AND lockedUntil IS NULL") == 1)
    }
}
