import ArgumentParser
import Foundation
import KioskStore

/// `kiosk backup`: a copy of the database that opens by itself. The kiosk must not be running: one process owns the
/// file.
struct BackupCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "backup", abstract: "Copy the database to a file.")

    @OptionGroup var settings: SettingsOptions
    @Option(help: "Where to write; must not exist.") var out: String

    private struct Answer: Encodable {
        var file: String
        var bytes: Int
    }

    func run() throws {
        try reporting {
            let settings = try settings.load()
            let out = out
            guard !FileManager.default.fileExists(atPath: out) else { throw Failure.badData("\(out) exists already") }
            try waitFor {
                let (store, _) = try House.openStore(settings)
                try await store.backup(to: out)
            }
            let size = try FileManager.default.attributesOfItem(atPath: out)[.size] as? Int
            try write(Answer(file: out, bytes: size ?? 0))
        }
    }
}
