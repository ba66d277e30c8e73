import ArgumentParser
import FitnessMeasure
import Foundation
import KioskStore

extension DeviceCommand {
    /// `kiosk device redecode`
    struct Redecode: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "redecode",
            abstract:
                "Decode kept readings again from their raw bytes, with the drivers of today; a line of JSON each.",
            discussion: "Nothing is changed. Without a file the store is read; the kiosk must not be running then.")
        @OptionGroup var settings: SettingsOptions
        @Option(help: "The kiosk's data folder, instead of the settings' one.") var data: String?
        @Flag(help: "Print only what is not the same.") var changed = false
        @Argument(help: "Readings as stored, a line of JSON each; - for stdin.") var file: String?

        func run() throws {
            try reporting {
                let profiles = try LineProfiles(folder: Assets.find().folder.appending(path: "devices")).profiles
                let redecoding = Redecoding(profiles: profiles)
                let changed = changed
                try forEachReading { reading in
                    let outcome = redecoding.redecode(reading)
                    if !changed || outcome != .same { try write(RedecodedLine(reading, outcome)) }
                }
            }
        }

        private func forEachReading(_ work: @escaping @Sendable (Reading) throws -> Void) throws {
            if let file { return try Self.lines(of: file, work) }
            var settings = try settings.load()
            if let data { settings.dataFolder = data }
            let loaded = settings
            guard FileManager.default.fileExists(atPath: loaded.dataFolder) else {
                throw Failure.unavailable("no such folder: \(loaded.dataFolder)")
            }
            try waitFor {
                let (store, _) = try House.openStore(loaded)
                try await store.forEachReading { try work($0.reading) }
            }
        }

        private static func lines(of file: String, _ work: (Reading) throws -> Void) throws {
            let bytes = try read(file, limit: 256 << 20)
            for (index, line) in bytes.split(separator: 0x0a).enumerated() {
                let reading: Reading
                do {
                    reading = try JSONDecoder().decode(Reading.self, from: line)
                } catch {
                    throw Failure.badData("\(file): line \(index + 1) is no stored reading")
                }
                try work(reading)
            }
        }
    }
}

/// What became of one reading. No person is in it.
private struct RedecodedLine: Encodable {
    var id: UUID
    var device: String
    /// `same`, `changed`, `unreadable` or `not_from_device`.
    var outcome: String
    var before: [QuantityValue]
    var now: [QuantityValue]?
    var reason: String?

    init(_ reading: Reading, _ outcome: Redecoding.Outcome) {
        (id, device, before) = (reading.id, reading.deviceKey.rawValue, reading.values)
        switch outcome {
        case .same: (self.outcome, now) = ("same", reading.values)
        case .changed(let values): (self.outcome, now) = ("changed", values)
        case .unreadable(let reason): (self.outcome, self.reason) = ("unreadable", reason)
        case .notFromDevice: self.outcome = "not_from_device"
        }
    }
}
