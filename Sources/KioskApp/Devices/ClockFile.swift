import FitnessMeasure
import Foundation
import Logging
import SyncClient
import Synchronization

/// What is known of the devices' clocks, kept over restarts: without it every restart would believe a moved clock.
final class ClockFile: Sendable {
    let clocks: KnownClocks
    private let path: String
    private let logger: Logger
    private let written: Mutex<Data>

    /// A file that cannot be read costs what was known, not the start.
    init(path: String, logger: Logger) {
        (self.path, self.logger) = (path, logger)
        let bytes = FileManager.default.contents(atPath: path)
        do {
            clocks =
                try bytes.map {
                    try KnownClocks(kept: $0, at: Date(), monotonic: MonotonicTime.nanoseconds)
                } ?? KnownClocks()
        } catch {
            logger.warning("What was known of the devices' clocks is lost", metadata: ["error": "\(error)"])
            clocks = KnownClocks()
        }
        written = Mutex(bytes ?? Data())
    }

    /// Writes what has changed, once a device has said something that its clock has a part in.
    func heard(_ report: DeviceReport) {
        switch report {
        case .health, .lost, .reading: keep()
        case .ready, .measuring, .failed: break
        }
    }

    private func keep() {
        do {
            let bytes = try clocks.kept(at: Date(), monotonic: MonotonicTime.nanoseconds)
            let isNews = written.withLock { written in
                defer { written = bytes }
                return written != bytes
            }
            if isNews { try DurableFile.write(bytes, to: path, mode: 0o600) }
        } catch {
            logger.warning("The devices' clocks were not kept", metadata: ["error": "\(error)"])
        }
    }
}
