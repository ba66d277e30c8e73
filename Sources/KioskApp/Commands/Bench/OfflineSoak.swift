import Foundation
import KioskScreens
import SignageFeed
import Synchronization

/// The cable is out: sources are asked at their times, fail, and are waited for longer each time; facts grow old and go.
@MainActor
struct OfflineSoak {
    struct Outcome: Encodable {
        var hours: Int
        /// Questions that failed.
        var questions: Int
        var pictures: Int
        /// Bytes; before is after the first simulated hour, in which caches fill.
        var pssBefore: Int
        var pssAfter: Int
        var blackPictures: Int
    }

    private struct NoLine: Error {}

    private let panel: SoakPanel

    init() throws { panel = try SoakPanel(width: 1080, height: 1920) }

    func run(hours: Int) throws -> Outcome {
        let clock = SimulatedClock(Gallery.now)
        let questions = Mutex(0)
        let poller = FeedPoller(
            sources: Self.sources, keys: { _ in nil }, now: { clock.now.wall }
        ) { _ in
            questions.withLock { $0 += 1 }
            throw NoLine()
        }
        guard var app = try panel.studio.pieces().first(where: { $0.name == "wall" })?.app else {
            throw Failure.badData("the gallery has no wall")
        }
        var (before, black) = (0, 0)
        for tick in 0..<hours * 360 {
            if tick == 360 { before = try proportionalSetSize() }
            clock.goOn(.seconds(10))
            // The poller looks every five seconds; in vain it asks a source at most every ten.
            _ = try waitFor { await poller.pollDue() }
            _ = app.update(.tick, at: clock.now)
            if try panel.show(app, at: clock.now), try panel.isBlack() { black += 1 }
        }
        return Outcome(
            hours: hours, questions: questions.withLock { $0 }, pictures: panel.pictures, pssBefore: before,
            pssAfter: try proportionalSetSize(), blackPictures: black)
    }

    /// Those of a usual centre, at an address that nobody has.
    private static let sources: [FeedSource] = [
        (FeedFormat.kmaVillage, 600), (.kmaNowcast, 600), (.kmaWarnings, 300), (.airKorea, 600), (.tagoArrivals, 30),
        (.rss, 900),
        (.atom, 900), (.cap, 30), (.disasterText, 60),
    ].map { format, interval in
        FeedSource(
            id: format.rawValue, place: "centre", format: format, address: "https://feeds.invalid/" + format.rawValue,
            interval: interval)
    }
}

/// Time that goes on when it is told to.
final class SimulatedClock: Sendable {
    private let moment: Mutex<Moment>

    init(_ start: Moment) { moment = Mutex(start) }

    var now: Moment { moment.withLock { $0 } }

    func goOn(_ step: Duration) {
        moment.withLock {
            $0 = Moment(monotonic: $0.monotonic + step, wall: $0.wall.addingTimeInterval(step / .seconds(1)))
        }
    }
}
