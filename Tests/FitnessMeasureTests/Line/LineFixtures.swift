import FitnessMeasure
import Foundation
import Synchronization
import Testing

/// The repository's folder of profiles.
let deviceProfiles = repository.appending(path: "assets/devices")

/// The root of the sources, however this file was reached.
let repository = URL(filePath: #filePath).resolvingSymlinksInPath()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

extension LineProfile {
    /// A shipped profile.
    static func shipped(_ id: String) throws -> LineProfile {
        try #require(try LineProfiles(folder: deviceProfiles)[id])
    }

    /// All messages of these bytes, with silence at the end.
    func messages(_ bytes: [UInt8]) -> [Result<LineMessage, LineFault>] {
        var framer = LineFramer(framing)
        let decoder = LineDecoder(self)
        let frames = framer.append(bytes) + [framer.silence()].compactMap { $0 }
        return frames.map { frame in
            do throws(LineFault) { return .success(try decoder.decode(try frame.get())) } catch {
                return .failure(error)
            }
        }
    }
}

extension DeviceReport {
    var reading: Reading? { if case .reading(let reading) = self { reading } else { nil } }
}

extension LineMessage {
    var value: LineValue? { if case .value(let value) = self { value } else { nil } }
}

extension [UInt8] {
    init(hex: String) {
        let digits = hex.compactMap(\.hexDigitValue)
        self = stride(from: 0, to: digits.count, by: 2).map { UInt8(digits[$0] << 4 | digits[$0 + 1]) }
    }

    init(_ text: String) { self = Array(text.utf8) }
}

/// Ids that count up, and times of a clock that the test moves.
func countedStamps(_ clock: HandClock) -> ReadingStamps {
    let count = Mutex(0)
    return ReadingStamps(
        makeID: {
            let number = count.withLock { count in
                count += 1
                return count
            }
            return UUID(uuid: (0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, UInt8(number)))
        },
        now: { Date(timeIntervalSince1970: 1_795_000_000) },
        monotonic: { clock.nanoseconds })
}

/// What a driver reported, in order, waited for one at a time.
final class ReportLog: Sendable {
    private let reports: AsyncStream<DeviceReport>
    private let continuation: AsyncStream<DeviceReport>.Continuation

    init() { (reports, continuation) = AsyncStream.makeStream() }

    var report: @Sendable (DeviceReport) -> Void { { [continuation] in continuation.yield($0) } }

    func next() async throws -> DeviceReport {
        var place = reports.makeAsyncIterator()
        return try #require(await place.next())
    }

    /// The next report that is not a live value.
    func nextOutcome() async throws -> DeviceReport {
        while true {
            let report = try await next()
            guard case .measuring = report else { return report }
        }
    }
}
