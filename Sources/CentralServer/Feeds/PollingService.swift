import Logging
import ServiceLifecycle
import SignageFeed

/// Polls the sources for ever, and publishes as soon as something new came in: a bus's estimate is worth showing for
/// 90 seconds only.
public struct PollingService: Service {
    let poller: FeedPoller
    let publisher: Publisher
    let clock: any Clock<Duration>
    let logger: Logger

    public init(poller: FeedPoller, publisher: Publisher, clock: any Clock<Duration>, logger: Logger) {
        (self.poller, self.publisher, self.clock, self.logger) = (poller, publisher, clock, logger)
    }

    public func run() async throws {
        try await cancelWhenGracefulShutdown {
            do {
                try await poller.run(clock: clock) { statuses in await hear(statuses) }
            } catch is CancellationError {
                // Asked to stop.
            }
        }
    }

    private func hear(_ statuses: [FeedPoller.Status]) async {
        for status in statuses {
            guard let error = status.error, status.isNews else { continue }
            logger.warning("A source gave nothing", metadata: ["source": "\(status.id)", "error": "\(error)"])
        }
        guard statuses.contains(where: \.hasChanged) else { return }
        do {
            try await publisher.publishAll()
        } catch is CancellationError {
            // Asked to stop in the middle of a turn.
        } catch {
            logger.error("Publishing failed", metadata: ["error": "\(error)"])
        }
    }
}
