import Foundation
import KioskSDL
import KioskScreens
import Logging
import SignageFeed
import Synchronization

/// Rings and says what is to be heard of an alert, off the first thread; a new one silences the one before. Alerts that take
/// turns on the wall are each heard as often as they are to be, and not anew at each turn.
final class Herald: Sendable {
    private let ring: @Sendable (Int) throws -> Void
    private let voice: Voice?
    private let logger: Logger
    private let orders: AsyncStream<Announcement?>
    private let door: AsyncStream<Announcement?>.Continuation
    /// How often each of the newest alerts was said to its end.
    private let told = Mutex<[(reference: AlertMessage.Reference, times: Int)]>([])
    private static let memory = 64

    /// One utterance is no longer.
    private static let longest = Duration.seconds(120)
    /// The bell's last stroke has faded.
    private static let stroke = Duration.milliseconds(750)

    /// `ring` strikes the bell so many times.
    init(voice: Voice?, logger: Logger, ring: @escaping @Sendable (Int) throws -> Void) {
        (self.voice, self.logger, self.ring) = (voice, logger, ring)
        (orders, door) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(4))
    }

    /// Callable from the first thread; nil silences.
    func announce(_ announcement: Announcement?) { door.yield(announcement) }

    /// Works until cancelled.
    func run() async {
        var current: Task<Void, Never>?
        for await order in orders {
            current?.cancel()
            await current?.value
            current = order.map { order in Task.detached { await self.tell(order) } }
        }
        current?.cancel()
        await current?.value
    }

    private func tell(_ announcement: Announcement) async {
        do {
            for time in 0..<max(1, announcement.times) where time >= timesTold(announcement.reference) {
                let begin = ContinuousClock.now
                if time == 0, announcement.bells > 0 { await strike(announcement.bells) }
                if let speech = announcement.speech, let voice { try await voice.say(speech, within: Self.longest) }
                remember(announcement.reference, times: time + 1)
                guard time + 1 < announcement.times else { return }
                try await Task.sleep(until: begin + .seconds(announcement.interval), clock: .continuous)
            }
        } catch is CancellationError {
            return
        } catch {
            logger.warning("An alert's words could not be spoken", metadata: ["error": "\(error)"])
        }
    }

    private func timesTold(_ reference: AlertMessage.Reference) -> Int {
        told.withLock { told in told.first { $0.reference == reference }?.times ?? 0 }
    }

    private func remember(_ reference: AlertMessage.Reference, times: Int) {
        told.withLock { told in
            told.removeAll { $0.reference == reference }
            told.append((reference, times))
            if told.count > Self.memory { told.removeFirst() }
        }
    }

    private func strike(_ bells: Int) async {
        do {
            try ring(bells)
            try await Task.sleep(for: Self.stroke * bells)
        } catch is CancellationError {
            return
        } catch {
            logger.notice("There is no bell: the sound device is absent", metadata: ["error": "\(error)"])
        }
    }
}
