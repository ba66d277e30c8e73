import Foundation
import Logging
import SignageFeed
import Synchronization

/// Gathers what speaks for and against the wall clock, and keeps over restarts when it was right last.
///
/// It is right while network time steers it, and when the office just agreed with it.
final class WallClock: Sendable {
    /// 2026-11-01: nothing of this product is older.
    static let builtAt = Date(timeIntervalSince1970: 1_793_491_200)

    /// How often it is looked at, and at most how often a right time is written down.
    static let interval = Duration.seconds(600)

    private struct Knowledge {
        var lastGood: Date?
        /// On the steady clock; nil for what an earlier run wrote down.
        var lastGoodInstant: ContinuousClock.Instant?
        var keptAt: ContinuousClock.Instant?
        var lastContact: Date?
    }

    private let knowledge: Mutex<Knowledge>
    private let file: DurableValue<Date>
    private let hasBattery: Bool
    private let logger: Logger

    /// `folder` exists. `hasBattery`: the box has a clock that runs on while the power is off.
    init(
        folder: String, hasBattery: Bool = FileManager.default.fileExists(atPath: "/dev/rtc0"), logger: Logger
    ) {
        file = DurableValue<Date>("clock", in: folder)
        knowledge = Mutex(Knowledge(lastGood: file.read().value))
        (self.hasBattery, self.logger) = (hasBattery, logger)
    }

    /// What the time is worth now.
    func trust(
        _ now: Date = Date(), at instant: ContinuousClock.Instant = .now, isSteered: Bool = isSteeredByTheNetwork
    ) -> SignageFeed.ClockTrust {
        if isSteered { confirm(now, at: instant) }
        let known = knowledge.withLock { $0 }
        let evidence = ClockEvidence(
            isSynchronised: isSteered, lastGood: known.lastGood,
            elapsedSinceGood: known.lastGoodInstant.map { instant - $0 }, hasBattery: hasBattery, builtAt: Self.builtAt)
        return evidence.trust(now)
    }

    /// The office said what time it is; `contact` is when, on this clock. Answers whether that was news. More than five
    /// minutes apart, nobody knows who is right.
    func heard(
        officeMilliseconds: Int64, at contact: Date, _ instant: ContinuousClock.Instant = .now
    ) -> Bool {
        let isNews = knowledge.withLock { known in
            defer { known.lastContact = contact }
            return known.lastContact != contact
        }
        guard isNews else { return false }
        let difference = contact.timeIntervalSince1970 - Double(officeMilliseconds) / 1000
        if abs(difference) <= 300 { confirm(contact, at: instant) }
        return true
    }

    private func confirm(_ now: Date, at instant: ContinuousClock.Instant) {
        guard now >= Self.builtAt else { return }
        let isDue = knowledge.withLock { known in
            (known.lastGood, known.lastGoodInstant) = (now, instant)
            let isDue = known.keptAt.map { instant - $0 >= Self.interval } ?? true
            if isDue { known.keptAt = instant }
            return isDue
        }
        guard isDue else { return }
        do throws(DurableWriteError) { try file.write(now) } catch {
            logger.warning("When the clock was right is not kept", metadata: ["error": "\(error)"])
        }
    }

    /// systemd's time service makes this file once the network has set the clock since the start; it lies in memory.
    static var isSteeredByTheNetwork: Bool {
        FileManager.default.fileExists(atPath: "/run/systemd/timesync/synchronized")
    }
}
