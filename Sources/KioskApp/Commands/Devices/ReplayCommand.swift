import ArgumentParser
import FitnessMeasure
import Foundation

extension DeviceCommand {
    /// `kiosk device replay`
    struct Replay: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "replay", abstract: "Play a recording through the real driver and print what it reports.",
            discussion: "In the recording's own time but without waiting; with --live as slowly as it was recorded.")
        @Option(help: "The profile's id; without it the recording's header names it.") var device: String?
        @Flag(help: "Play at the speed of the recording, over a link.") var live = false
        @Argument(help: "The recording.") var file: String

        func run() throws {
            try reporting {
                let recording: DeviceRecording
                do {
                    recording = try DeviceRecording(text: String(decoding: try read(file), as: UTF8.self))
                } catch let problem as DeviceRecordingError {
                    throw Failure.badData("\(file): \(problem)")
                }
                guard let id = device ?? recording["profile"] else {
                    throw Failure.badData("\(file) names no profile; give --device")
                }
                let profile = try DeviceCommand.profile(id)
                if live { return try Self.play(recording, profile) }
                let replay = LineReplay(profile, start: Date(), makeID: { UUID() })
                for (moment, report) in replay.reports(of: recording) { ReportLine(report, at: moment).print() }
            }
        }

        /// Until the recording's end, which is a pulled cable.
        private static func play(_ recording: DeviceRecording, _ profile: LineProfile) throws {
            let driver = LineDevice(
                profile, link: ScriptLink(recording), isSimulated: true, retry: .seconds(3600),
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
