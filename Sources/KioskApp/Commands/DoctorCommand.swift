import ArgumentParser
import FitnessMeasure
import Foundation
import KioskScreens
import KioskStore
import SyncClient
import SyncWire

/// `kiosk doctor`: what an installer or the support needs to know, in one look.
struct DoctorCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor",
        abstract: "Say what is attached and whether disk, clock, database and office are well; exit 69 if not.")

    @OptionGroup var settings: SettingsOptions

    private struct Answer: Encodable {
        var version = House.version
        var serialPorts: [String]
        var inputDevices: [String]
        var freeDiskBytes: Int64?
        var clock: String
        var database: String
        var events: Int?
        var unsent: Int?
        var office: String
        /// The id of the battery in use, and what is wrong with the one that the settings name.
        var battery: String
        var batteryProblem: String?
        /// By name: the tests that wait for it, or what is wrong with its settings.
        var instruments: [String: String]
        var isWell: Bool
    }

    private static let sound = "ok"
    /// As it should be on a box at work.
    private static let inUse = "in use by the running kiosk"

    func run() throws {
        try reporting {
            let settings = try settings.load()
            let folder = DataFolder(settings)
            let (database, statistics, free) = try waitFor { await Self.examineStore(settings) }
            let office = try waitFor { await Self.callOffice(folder) }
            let chosen = try Self.examineMeasuring(settings)
            let answer = Answer(
                serialPorts: Self.names(in: "/dev/serial/by-id"),
                inputDevices: Self.names(in: "/dev/input/by-id").filter { $0.hasSuffix("-event-kbd") },
                freeDiskBytes: free, clock: ClockTrust.current.state.rawValue, database: database,
                events: statistics?.stored, unsent: statistics?.unsent, office: office,
                battery: chosen.battery.battery.id, batteryProblem: chosen.battery.problem,
                instruments: chosen.instruments,
                isWell: [Self.sound, Self.inUse].contains(database) && !office.hasPrefix("unreachable")
                    && chosen.isWell)
            try write(answer)
            if !answer.isWell {
                throw Failure.unavailable(
                    "database: \(database); office: \(office); battery: \(chosen.battery.problem ?? Self.sound)")
            }
        }
    }

    private static func examineMeasuring(
        _ settings: Settings
    ) throws -> (battery: ChosenBattery, instruments: [String: String], isWell: Bool) {
        let assets = try Assets.find()
        let tests = try assets.tests()
        let battery = try assets.chosenBattery(settings.battery, of: tests)
        do {
            let attached = try settings.attached(assets, tests: tests).map(\.place)
            let served = attached.map { ($0.id.rawValue, $0.tests.map(\.rawValue).joined(separator: ", ")) }
            return (battery, Dictionary(served) { first, _ in first }, battery.problem == nil)
        } catch {
            return (battery, ["settings": "\(error)"], false)
        }
    }

    private static func examineStore(_ settings: Settings) async -> (String, OutboxStatistics?, Int64?) {
        do {
            let (store, _) = try House.openStore(settings)
            let check = try await store.check()
            return (check.isSound ? sound : "\(check)", try await store.statistics(), try store.freeDiskBytes())
        } catch StoreError.inUse {
            return (inUse, nil, nil)
        } catch {
            return ("\(error)", nil, nil)
        }
    }

    private static func callOffice(_ folder: DataFolder) async -> String {
        do {
            guard let identity = try House.identity(folder) else { return "not enrolled" }
            let transport = HTTPTransport(connect: .seconds(5), total: .seconds(10))
            let office = OfficeClient(identity: identity, exchange: transport.exchange)
            let answer: String
            do {
                let reply = try await office.ask("GET", WirePath.manifest(identity.deviceID) + "?have=0")
                answer = "reached, status \(reply.status)"
            } catch {
                answer = "unreachable: \(error)"
            }
            try await transport.shutdown()
            return answer
        } catch {
            return "unreachable: \(error)"
        }
    }

    private static func names(in folder: String) -> [String] {
        // A box without such devices has no such folder.
        guard FileManager.default.fileExists(atPath: folder) else { return [] }
        do {
            return try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
        } catch {
            return ["unreadable: \(error.localizedDescription)"]
        }
    }
}
