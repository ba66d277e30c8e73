import ArgumentParser
import FitnessMeasure
import Foundation

extension DeviceCommand {
    /// `kiosk device search`
    struct Search: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "search",
            abstract: "Bluetooth instruments of known kinds that are in the air: a line of JSON whenever that changes.")
        @Option(help: "Stop after so many seconds.") var seconds = 30

        private struct Answer: Encodable {
            var address, name: String
            var kinds: [String]
            var isPaired: Bool
        }

        func run() throws {
            try reporting {
                let seconds = seconds
                try waitFor {
                    try await withThrowingTaskGroup(of: Void.self) { group in
                        group.addTask { try await BlueZSearch().search { Self.tell($0) } }
                        group.addTask { try await Task.sleep(for: .seconds(seconds)) }
                        try await group.next()
                        group.cancelAll()
                    }
                }
            }
        }

        private static func tell(_ found: [FoundInstrument]) {
            let answers = found.map {
                Answer(address: $0.address, name: $0.name, kinds: $0.kinds, isPaired: $0.isPaired)
            }
            do {
                try write(answers)
            } catch {
                FileHandle.standardError.write(Data("\(error)\n".utf8))
            }
        }
    }
}
