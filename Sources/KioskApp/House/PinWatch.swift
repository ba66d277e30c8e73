import Foundation
import KioskScreens
import Logging
import SignageFeed

/// Tells the wall when a paper was put up or taken off by `kiosk pin`, and takes it off when its last day has ended.
struct PinWatch: Sendable {
    private let shelf: PinShelf
    private let now: @Sendable () -> Date
    private let trust: @Sendable () -> SignageFeed.ClockTrust
    private let logger: Logger

    /// Whoever put the paper up looks at the wall for it; reading a file of 300 bytes costs nothing.
    static let interval = Duration.seconds(5)

    init(
        shelf: PinShelf, now: @escaping @Sendable () -> Date, trust: @escaping @Sendable () -> SignageFeed.ClockTrust,
        _ logger: Logger
    ) {
        (self.shelf, self.now, self.trust, self.logger) = (shelf, now, trust, logger)
    }

    /// Works until cancelled.
    func run(clock: any Clock<Duration>, post: @Sendable (AppEvent) -> Void) async {
        var told: LocalPin??
        var isDamaged = false
        repeat {
            let found = shelf.read()
            if case .unreadable(let damage) = found {
                // What hangs stays: the file may be mended.
                if !isDamaged {
                    logger.warning("The pinned paper cannot be read", metadata: ["damage": "\(damage)"])
                }
                isDamaged = true
            } else {
                isDamaged = false
                let pin = standing(found.value?.pin)
                if told != .some(pin) { post(.pinChanged(pin)) }
                told = .some(pin)
            }
            do { try await clock.sleep(for: Self.interval) } catch { return }
        } while true
    }

    /// The paper, if it is still good. A photograph that nobody may see any more is not kept.
    private func standing(_ pin: LocalPin?) -> LocalPin? {
        guard let pin, pin.isOver(at: now(), trust()) else { return pin }
        do { _ = try shelf.takeOff() } catch {
            logger.warning("A paper that is over could not be taken off", metadata: ["error": "\(error)"])
        }
        return nil
    }
}
