import Foundation
import Logging
import ServiceLifecycle

/// Publishes again and again, so that new facts, notices whose time has come and the next day's classes reach the
/// walls. A failure is logged and tried again at the next turn.
public struct PublishingService: Service {
    let publisher: Publisher
    let interval: Duration
    let clock: any Clock<Duration>
    let logger: Logger

    public init(publisher: Publisher, interval: Duration, clock: any Clock<Duration>, logger: Logger) {
        (self.publisher, self.interval, self.clock, self.logger) = (publisher, interval, clock, logger)
    }

    public func run() async throws {
        try await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                await publishOnce()
                do { try await clock.sleep(for: interval) } catch is CancellationError { return }
            }
        }
    }

    private func publishOnce() async {
        do {
            try await publisher.publishAll()
        } catch is CancellationError {
            // Asked to stop in the middle of a turn: the loop ends by itself.
        } catch {
            logger.error("Publishing failed", metadata: ["error": "\(error)"])
        }
    }
}
