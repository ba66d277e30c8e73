import Foundation
import Logging
import SignageFeed

/// Counts what was visible on the wall, keeps it on the disk and gives whole days to the office; off the first thread.
final class ProofKeeper: Sendable {
    /// Makes whole days durable, so that they need not be kept here any longer.
    typealias KeepDays = @Sendable ([PlayTotal]) async throws -> Void

    private let journal: PlayJournal
    private let keepDays: KeepDays
    private let logger: Logger
    private let sightings: AsyncStream<Sighting>
    private let door: AsyncStream<Sighting>.Continuation

    /// The journal's folder must be there.
    init(journal: PlayJournal, logger: Logger, keepDays: @escaping KeepDays) {
        (self.journal, self.logger, self.keepDays) = (journal, logger, keepDays)
        // A disk that hangs must not fill the memory; what is missing then was seen by nobody who counts.
        (sightings, door) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(64))
    }

    /// Callable from the first thread; returns at once.
    func take(_ sighting: Sighting) { door.yield(sighting) }

    /// No more sightings come: what runs is kept, and ``run()`` returns.
    func end() { door.finish() }

    /// Works until ``end()``.
    func run() async {
        var (proof, last) = (begin(), Duration.zero)
        for await sighting in sightings {
            last = sighting.steady
            let ended = proof.look(
                sighting.presentations, sighting.plan, steady: last, isClockTrusted: sighting.plan.isClockTrusted)
            keep(ended)
            // What began before midnight is told in pieces that end within a quarter of an hour.
            if sighting.plan.isClockTrusted { await settleDays(before: sighting.plan.at - 900, &proof) }
        }
        keep(proof.stop(steady: last))
    }

    /// What was counted before a restart.
    private func begin() -> ProofOfPlay {
        do throws(DurableWriteError) {
            let kept = try journal.read()
            if kept.damaged > 0 {
                logger.warning("Lines of the play journal were damaged", metadata: ["lines": "\(kept.damaged)"])
            }
            return ProofOfPlay(kept.records)
        } catch {
            logger.error("The play journal cannot be read", metadata: ["error": "\(error)"])
            return ProofOfPlay()
        }
    }

    private func keep(_ records: [PlayRecord]) {
        do throws(DurableWriteError) {
            try journal.add(records)
        } catch {
            logger.error("What was shown could not be written down", metadata: ["error": "\(error)"])
        }
    }

    /// Days that are over go to the office. Until they are safe the journal has them, and they are counted again after
    /// the next start.
    private func settleDays(before now: Date, _ proof: inout ProofOfPlay) async {
        let days = proof.takeDays(before: now)
        guard !days.isEmpty else { return }
        do {
            try await keepDays(days)
            try journal.forget(before: KoreanTime.midnight(of: now))
        } catch {
            logger.error("A day's plays wait for the next start", metadata: ["error": "\(error)"])
        }
    }
}
