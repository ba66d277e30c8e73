import Foundation
import Glibc
import SyncWire

/// The circumstances of an event that only the kiosk's surroundings know.
public struct EventStamp: Equatable, Sendable {
    /// Milliseconds since 1970, UTC, by the kiosk's wall clock.
    public var wallMilliseconds: Int64
    /// Seconds east of UTC.
    public var utcOffset: Int
    /// The kernel's boot id.
    public var bootID: String
    public var monotonicNanoseconds: Int64
    public var clockState: ClockState
    public var appVersion: String

    public init(
        wallMilliseconds: Int64, utcOffset: Int, bootID: String, monotonicNanoseconds: Int64, clockState: ClockState,
        appVersion: String
    ) {
        (self.wallMilliseconds, self.utcOffset, self.bootID) = (wallMilliseconds, utcOffset, bootID)
        (self.monotonicNanoseconds, self.clockState) = (monotonicNanoseconds, clockState)
        self.appVersion = appVersion
    }

    /// The kiosk's local calendar day.
    public var day: CalendarDay { CalendarDay(wallMilliseconds: wallMilliseconds, utcOffset: utcOffset) }
}

extension EventStamp {
    /// A maker of stamps from a wall clock, a zone, and this machine's kernel.
    public static func maker(
        now: @escaping @Sendable () -> Date, timeZone: TimeZone, appVersion: String,
        clockState: @escaping @Sendable () -> ClockState
    ) throws(BootIDMissing) -> @Sendable () -> EventStamp {
        let bootID = try readBootID()
        return {
            let wall = now()
            return EventStamp(
                wallMilliseconds: Int64((wall.timeIntervalSince1970 * 1000).rounded(.down)),
                utcOffset: timeZone.secondsFromGMT(for: wall), bootID: bootID,
                monotonicNanoseconds: monotonicNanoseconds(), clockState: clockState(), appVersion: appVersion)
        }
    }

    private static func readBootID() throws(BootIDMissing) -> String {
        do {
            let text = try String(contentsOfFile: "/proc/sys/kernel/random/boot_id", encoding: .utf8)
            return text.trimmingCharacters(in: .whitespacesAndNewlines)
        } catch {
            throw BootIDMissing()
        }
    }

    private static func monotonicNanoseconds() -> Int64 {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
    }
}

/// The kernel does not tell its boot id.
public struct BootIDMissing: Error, Equatable, Sendable {}
