import FitnessMeasure
import Foundation
import Synchronization

/// A report with the moment at which it was made.
struct Heard: Sendable {
    let at: Moment
    let report: DeviceReport
}

struct MissingProfile: Error { let id: String }

extension World.Device {
    /// Plays the device's day to the product's own driver, and gives what that reported and when.
    func play(
        _ steps: [Step], _ profiles: LineProfiles, _ clocks: KnownClocks, unreadAddress: String
    ) async throws -> [Heard] {
        guard let id = profile else {
            return try await ScriptedCuff(address: isUnread ? unreadAddress : address, steps, clocks).play()
        }
        guard let profile = profiles[id] else { throw MissingProfile(id: id) }
        let replay = LineReplay(profile, key: key, start: DeviceClock.firstDay, makeID: countedIDs())
        return replay.reports(of: recording(of: steps)).map { Heard(at: $0.at.nanoseconds, report: $0.report) }
    }

    private func recording(of steps: [Step]) -> DeviceRecording {
        let entries = steps.map { step -> DeviceRecording.Entry in
            let time = Duration.nanoseconds(step.at)
            return switch step.kind {
            case .bytes(let bytes), .live(let bytes): .init(time: time, direction: .fromDevice, bytes: bytes)
            case .disconnect: .init(time: time, direction: .cable, bytes: DeviceRecording.out)
            case .connect, .quiet: .init(time: time, direction: .cable, bytes: DeviceRecording.in)
            }
        }
        return DeviceRecording(header: [], entries: entries)
    }
}

extension Duration {
    fileprivate var nanoseconds: Moment { components.seconds * 1_000_000_000 + components.attoseconds / 1_000_000_000 }
}

/// Ids that count up.
func countedIDs() -> @Sendable () -> UUID {
    let counter = Counter()
    return { counter.next() }
}

private final class Counter: Sendable {
    private let count = Mutex<UInt32>(0)

    func next() -> UUID {
        let number = count.withLock { count in
            count += 1
            return count
        }
        let bytes = (0..<4).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
        return UUID(
            uuid: (0xD0, 0, 0, 0, 0, 0, 0x40, 0, 0x80, 0, 0, 0, bytes[3], bytes[2], bytes[1], bytes[0]))
    }
}
