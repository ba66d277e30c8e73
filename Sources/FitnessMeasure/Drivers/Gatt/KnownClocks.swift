import Foundation
import Synchronization

/// By how much the clocks of the devices that were met are ahead of ours, and which were moved by somebody else.
///
/// A record carries its device's time, but a clock that was moved since shows another moment for it, and an old record
/// can look like one of now. The offset that is read tells that a clock was moved, never which clock dated a record.
/// Outlives connections and a driver's runs, and by ``kept(at:monotonic:)`` the program's.
public final class KnownClocks: Sendable {
    private let clocks: Mutex<[DeviceKey: Clock]>

    private struct Clock {
        /// Seconds ahead of ours; nil if we wrote a time and could not see whether it was kept.
        var offset: Int?
        /// Monotonic nanoseconds of the last look at it.
        var seen: Int64
        /// True from the move until a dated burst was given to nobody.
        var isMoved = false
        /// The offsets before the last moves, each with the moment at which the move was noticed.
        var former: [(offset: Int, until: Int64)] = []
        /// For a clock that cannot be read.
        var learned: LearnedClock?
    }

    /// How fast a clock may go wrong by itself: nine seconds a day, several times what its crystal does.
    private static let worstDrift = 100e-6

    /// Seconds. A record that could have been sent is not kept longer than this.
    private static let longestKept = 3600

    private static let mostMoves = 4

    public init() { clocks = Mutex([:]) }

    init(_ kept: some Sequence<Kept>, moment: (Date) -> Int64) {
        let pairs = kept.map { kept in
            let former = kept.former.suffix(Self.mostMoves).map { (offset: $0.offset, until: moment($0.until)) }
            return (
                kept.device,
                Clock(
                    offset: kept.offset, seen: moment(kept.seen), isMoved: kept.isMoved, former: Array(former),
                    learned: kept.learned)
            )
        }
        clocks = Mutex(Dictionary(pairs) { first, _ in first })
    }

    func snapshot(_ date: (Int64) -> Date) -> [Kept] {
        clocks.withLock { clocks in
            clocks.map { device, clock in
                Kept(
                    device: device, offset: clock.offset, seen: date(clock.seen), isMoved: clock.isMoved,
                    former: clock.former.map { Kept.Former(offset: $0.offset, until: date($0.until)) },
                    learned: clock.learned)
            }
        }
    }

    /// A record's date by a clock that could not be read: how old it is. A device that need not be remembered stays
    /// unknown.
    func hear(
        _ device: DeviceKey, date: Int, ahead: Int, isSeenBeingMade: Bool, at moment: Int64
    ) -> LearnedClock.Standing {
        clocks.withLock { clocks in
            guard clocks[device] != nil || clocks.count < GattConversation.mostRemembered else {
                return isSeenBeingMade ? .now : .unknown
            }
            var clock = clocks[device] ?? Clock(seen: moment)
            var learned = clock.learned ?? LearnedClock()
            defer {
                (clock.learned, clock.seen) = (learned, moment)
                clocks[device] = clock
            }
            return learned.hear(date: date, ahead: ahead, isSeenBeingMade: isSeenBeingMade)
        }
    }

    /// The last offset, in seconds; nil if none is known.
    func offset(of device: DeviceKey) -> Int? { clocks.withLock { $0[device]?.offset } }

    /// The clock was read before anything was written. Another offset than the one that we left is somebody's doing.
    func saw(_ device: DeviceKey, _ offset: Int, at moment: Int64) {
        change(device, to: offset, at: moment) { clock in
            guard let before = clock.offset, Self.isMove(by: offset - before, within: moment - clock.seen) else {
                return
            }
            clock.isMoved = true
            clock.former = (clock.former + [(before, moment)]).suffix(Self.mostMoves)
        }
    }

    /// The clock after we wrote it, or tried to.
    func left(_ device: DeviceKey, _ offset: Int?, at moment: Int64) { change(device, to: offset, at: moment) { _ in } }

    /// A dated burst has ended. True if it is the first since the clock was moved; the next one counts again.
    func settle(_ device: DeviceKey) -> Bool {
        clocks.withLock { clocks in
            defer { clocks[device]?.isMoved = false }
            return clocks[device]?.isMoved == true
        }
    }

    /// True if a record that looks as if taken then can have been made before the clock was put back a little, and was
    /// kept through the first burst.
    func isDoubtful(_ taken: Int64, of device: DeviceKey) -> Bool {
        clocks.withLock { clocks in
            guard let clock = clocks[device], let offset = clock.offset else { return false }
            return clock.former.contains { former in
                let back = former.offset - offset
                return (1...Self.longestKept).contains(back) && taken - Int64(back) * 1_000_000_000 <= former.until
            }
        }
    }

    private func change(_ device: DeviceKey, to offset: Int?, at moment: Int64, _ notice: (inout Clock) -> Void) {
        clocks.withLock { clocks in
            guard clocks[device] != nil || clocks.count < GattConversation.mostRemembered else { return }
            var clock = clocks[device] ?? Clock(seen: moment)
            notice(&clock)
            (clock.offset, clock.seen) = (offset, moment)
            clocks[device] = clock
        }
    }

    /// More than two looks at a clock can differ by, `nanoseconds` apart.
    private static func isMove(by seconds: Int, within nanoseconds: Int64) -> Bool {
        Double(seconds.magnitude) > Double(ClockSetting.tolerance) + Double(nanoseconds) / 1e9 * worstDrift
    }
}
