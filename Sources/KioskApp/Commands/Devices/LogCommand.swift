import ArgumentParser
import FitnessMeasure
import Foundation
import Synchronization

extension DeviceCommand {
    /// `kiosk device log`
    struct Log: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "log",
            abstract: "Record a serial port's bytes with times to a file that `replay` and tests can play.",
            discussion: "A pulled cable is recorded, too, and waited for.")
        @Option(help: "The serial port; the profile's without one.") var port: String?
        @Option(help: "The recording to write; must not exist.") var out: String
        @Option(help: "A profile's id, for its port and line settings.") var profile: String?
        @Option(help: "Baud rate.") var baud = 9600
        @Option(help: "Data bits, 7 or 8.") var bits = 8
        @Option(help: "Parity: none, even or odd.") var parity = "none"
        @Option(help: "Stop bits, 1 or 2.") var stop = 1
        @Option(help: "Stop after so many seconds.") var seconds = 60
        @Option(help: "Who records.") var by = "installer"
        @Option(help: "What stands on the device.") var device = "unknown"
        @Option(help: "The firmware that it shows.") var firmware = "unknown"
        @Option(help: "What is odd about it.") var note = ""

        private struct Answer: Encodable {
            var file: String
            var chunks: Int
        }

        func validate() throws {
            guard SerialSettings.knownSpeeds.contains(baud), (7...8).contains(bits), (1...2).contains(stop),
                SerialSettings.Parity(rawValue: parity) != nil
            else {
                throw ValidationError("No line has \(baud) baud, \(bits) bits, parity \(parity), \(stop) stop bits.")
            }
            guard port != nil || profile != nil else { throw ValidationError("Give --port or --profile.") }
        }

        func run() throws {
            try reporting {
                guard !FileManager.default.fileExists(atPath: out) else { throw Failure.badData("\(out) exists") }
                let known = try profile.map(DeviceCommand.profile)
                let settings =
                    known?.serial
                    ?? SerialSettings(
                        baud: baud, bits: bits, parity: SerialSettings.Parity(rawValue: parity) ?? .none, stop: stop)
                let link = SerialLink(ports: port.map { [.path($0)] } ?? known?.ports ?? [], settings: settings)
                let seconds = seconds
                let entries = try waitFor { try await LinkTape.record(link, for: .seconds(seconds)) }
                let recording = DeviceRecording(header: header(settings), entries: entries)
                try Data(recording.text.utf8).write(to: URL(filePath: out))
                try write(Answer(file: out, chunks: entries.count))
            }
        }

        /// Who, which device, what is odd: without it nobody can use a recording a year later.
        private func header(_ settings: SerialSettings) -> [DeviceRecording.Field] {
            let line =
                "\(settings.baud) baud, \(settings.bits) bits, parity \(settings.parity), \(settings.stop) stop bits"
            let fields: [DeviceRecording.Field] = [
                .init("who", by), .init("device", device), .init("firmware", firmware), .init("port", line),
                .init("odd", note.isEmpty ? "nothing" : note),
            ]
            return fields + (profile.map { [DeviceRecording.Field("profile", $0)] } ?? [])
        }
    }
}

/// What went over a link while it was recorded.
private final class LinkTape: Sendable {
    private let entries = Mutex<[DeviceRecording.Entry]>([])
    private let start = ContinuousClock.now

    /// Records for so long. A link that cannot be opened at first throws; one that is lost later is waited for.
    static func record(_ link: SerialLink, for length: Duration) async throws -> [DeviceRecording.Entry] {
        let tape = LinkTape()
        let first = try await tape.open(link)
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await tape.listen(first, link) }
            group.addTask { try await Task.sleep(for: length) }
            try await group.next()
            group.cancelAll()
        }
        return tape.entries.withLock { Array($0.prefix(DeviceRecording.maximumEntries)) }
    }

    private func open(_ link: SerialLink) async throws -> any OpenByteLink {
        try await ScriptRecorder(link, elapsed: { self.elapsed }, heard: { self.add($0) }).open()
    }

    private func listen(_ first: any OpenByteLink, _ link: SerialLink) async throws {
        var port = first
        while true {
            do {
                for try await _ in port.chunks {}
            } catch is LinkLost {
                mark(DeviceRecording.out)
            }
            await port.close()
            try Task.checkCancellation()
            port = try await reopened(link)
            mark(DeviceRecording.in)
        }
    }

    private func reopened(_ link: SerialLink) async throws -> any OpenByteLink {
        while true {
            try await Task.sleep(for: .milliseconds(500))
            do { return try await open(link) } catch is LinkLost { continue }
        }
    }

    private var elapsed: Duration { ContinuousClock.now - start }
    private func mark(_ word: [UInt8]) { add(.init(time: elapsed, direction: .cable, bytes: word)) }
    private func add(_ entry: DeviceRecording.Entry) { entries.withLock { $0.append(entry) } }
}
