import ArgumentParser
import FitnessMeasure
import Foundation

/// `kiosk device …`: for installers, and for whoever has a device on the table that nobody knows.
struct DeviceCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "device", abstract: "List, decode, listen to and record devices.",
        subcommands: [List.self, Pair.self, Decode.self, Listen.self, Log.self, Replay.self])

    /// `kiosk device list`
    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "list", abstract: "The devices that this kiosk has drivers for.")

        private struct Entry: Encodable {
            var id: String
            var title: String
            var link: String
            /// True once somebody has used it with the real device.
            var isVerified: Bool
            var source: String
        }

        func run() throws {
            try reporting {
                let profiles = try LineProfiles(folder: Assets.find().folder.appending(path: "devices"))
                if let problem = profiles.problems.first { throw Failure.badData(problem.description) }
                let cuff = Entry(
                    id: "blood-pressure", title: "Bluetooth blood pressure monitor (service 1810)", link: "bluetooth",
                    isVerified: false, source: "Bluetooth SIG, Blood Pressure Service")
                let lines = profiles.profiles.map {
                    Entry(id: $0.id, title: $0.title, link: "serial", isVerified: $0.isVerified, source: $0.source)
                }
                try write([cuff] + lines)
            }
        }
    }
}

/// Bytes written as hex digits.
enum Hexadecimal {
    static func bytes(_ text: String) -> [UInt8]? {
        let digits = text.filter { !$0.isWhitespace && $0 != ":" && $0 != "-" }.compactMap(\.hexDigitValue)
        let count = text.filter { !$0.isWhitespace && $0 != ":" && $0 != "-" }.count
        guard digits.count == count, count > 0, count.isMultiple(of: 2) else { return nil }
        return stride(from: 0, to: count, by: 2).map { UInt8(digits[$0] << 4 | digits[$0 + 1]) }
    }
}
