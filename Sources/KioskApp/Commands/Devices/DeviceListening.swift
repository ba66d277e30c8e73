import ArgumentParser
import FitnessMeasure
import Foundation
import Synchronization

extension DeviceCommand {
    /// `kiosk device listen`
    struct Listen: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "listen", abstract: "Run a driver and print what it reports, a line of JSON each.")
        @Option(help: "The driver's id, as `kiosk device list` shows it.") var device: String
        @Option(help: "The serial port, or the Bluetooth address; without one any device of the kind in reach.")
        var port: String?
        @Option(help: "Stop after so many seconds.") var seconds = 60

        func run() throws {
            try reporting {
                let driver = try driver()
                let seconds = seconds
                try waitFor {
                    try await withThrowingTaskGroup(of: Void.self) { group in
                        group.addTask { try await driver.run { ReportLine($0).print() } }
                        group.addTask { try await Task.sleep(for: .seconds(seconds)) }
                        try await group.next()
                        group.cancelAll()
                    }
                }
            }
        }

        private func driver() throws -> any DeviceDriver {
            if let family = GattFamily.named(device) {
                return GattInstrument(
                    family, link: BlueZLink(wanted: family.demand(address: port)), stamps: DeviceCommand.stamps)
            }
            guard let port else { throw Failure(code: .validationFailure, message: "--port is needed for \(device)") }
            let profile = try DeviceCommand.profile(device)
            return LineDevice(
                profile, link: SerialLink(path: port, settings: profile.serial), isSimulated: false,
                stamps: DeviceCommand.stamps)
        }
    }

    /// `kiosk device log`
    struct Log: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "log",
            abstract: "Record a serial port's bytes with times to a file that `replay` and tests can play.")
        @Option(help: "The serial port.") var port: String
        @Option(help: "The recording to write; must not exist.") var out: String
        @Option(help: "Baud rate.") var baud = 9600
        @Option(help: "Stop after so many seconds.") var seconds = 60
        @Option(help: "Who records.") var by = "installer"
        @Option(help: "What stands on the device.") var device = "unknown"
        @Option(help: "What is odd about it.") var note = ""

        private struct Answer: Encodable {
            var file: String
            var chunks: Int
        }

        func run() throws {
            try reporting {
                guard !FileManager.default.fileExists(atPath: out) else { throw Failure.badData("\(out) exists") }
                let link = SerialLink(path: port, settings: SerialSettings(baud: baud))
                let seconds = seconds
                let entries = try waitFor { try await Self.record(link, for: .seconds(seconds)) }
                let recording = DeviceRecording(
                    header: [
                        .init("who", by), .init("device", device), .init("port", "\(baud) baud"), .init("odd", note),
                    ], entries: entries)
                try Data(recording.text.utf8).write(to: URL(filePath: out))
                try write(Answer(file: out, chunks: entries.count))
            }
        }

        private static func record(_ link: SerialLink, for length: Duration) async throws -> [DeviceRecording.Entry] {
            let heard = Heard()
            let start = ContinuousClock.now
            let open = try await ScriptRecorder(
                link, elapsed: { ContinuousClock.now - start }, heard: { heard.add($0) }
            ).open()
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask { for try await _ in open.chunks {} }
                group.addTask { try await Task.sleep(for: length) }
                try await group.next()
                group.cancelAll()
            }
            await open.close()
            return heard.entries
        }
    }

    /// `kiosk device replay`
    struct Replay: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "replay", abstract: "Play a recording through the real driver and print what it reports.")
        @Option(help: "The profile's id.") var device: String
        @Argument(help: "The recording.") var file: String

        func run() throws {
            try reporting {
                let text = String(decoding: try read(file), as: UTF8.self)
                let recording: DeviceRecording
                do {
                    recording = try DeviceRecording(text: text)
                } catch {
                    throw Failure.badData("\(file): \(error)")
                }
                let profile = try DeviceCommand.profile(device)
                let driver = LineDevice(
                    profile, link: ScriptLink(recording, pace: .atOnce), isSimulated: true, retry: .seconds(3600),
                    stamps: DeviceCommand.stamps)
                try waitFor {
                    await withThrowingTaskGroup(of: Void.self) { group in
                        let (ended, end) = AsyncStream.makeStream(of: Void.self)
                        group.addTask {
                            try await driver.run { report in
                                ReportLine(report).print()
                                if case .lost = report { end.finish() }
                            }
                        }
                        for await _ in ended {}
                        group.cancelAll()
                    }
                }
            }
        }
    }

    static func profile(_ id: String) throws -> LineProfile {
        let profiles = try LineProfiles(folder: Assets.find().folder.appending(path: "devices"))
        guard let profile = profiles[id] else {
            throw Failure.badData("no such device: \(id); `kiosk device list` shows them")
        }
        return profile
    }

    static var stamps: ReadingStamps {
        ReadingStamps(makeID: { UUID() }, now: { Date() }, monotonic: { MonotonicTime.nanoseconds })
    }
}

/// What a recorder has heard so far.
private final class Heard: Sendable {
    private let storage = Mutex<[DeviceRecording.Entry]>([])
    var entries: [DeviceRecording.Entry] { storage.withLock { $0 } }
    func add(_ entry: DeviceRecording.Entry) { storage.withLock { $0.append(entry) } }
}

/// A device's report as a line of JSON.
private struct ReportLine: Encodable {
    var report: String
    var device: String?
    var values: [QuantityValue]?
    var flags: [String]?
    var reason: String?

    init(_ report: DeviceReport) {
        switch report {
        case .ready(let key): (self.report, device) = ("ready", key.rawValue)
        case .measuring(let key, let live):
            (self.report, device, values) = ("measuring", key.rawValue, live.map { [$0] })
        case .reading(let reading):
            (self.report, device, values) = ("reading", reading.deviceKey.rawValue, reading.values)
            flags = reading.flags.map(\.rawValue).sorted()
        case .failed(let key, let failure): (self.report, device, reason) = ("failed", key.rawValue, "\(failure)")
        case .health(let key, let health): (self.report, device, reason) = ("health", key.rawValue, "\(health)")
        case .lost(let key): (self.report, device) = ("lost", key.rawValue)
        }
    }

    func print() {
        do {
            try write(self)
        } catch {
            FileHandle.standardError.write(Data("kiosk: a report could not be written: \(error)\n".utf8))
        }
    }
}
