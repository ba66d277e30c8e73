import Foundation
import KioskScreens
import Logging
import SignageFeed
import SyncClient

/// A kiosk that belongs to no office asks the world itself, by a list of sources like an office's, and keeps the last
/// wall that it could make.
struct OwnFeeds: Sendable {
    private let poller: FeedPoller
    /// In the list's order: what the first place knows counts before the others.
    private let places: [String]
    private let cache: SnapshotCache
    private let now: @Sendable () -> Date
    private let logger: Logger

    /// - Parameters:
    ///   - list: The file of sources. Keys that it names are looked up by `keys`.
    ///   - folder: Where the last wall and the day's count of questions are kept; made if missing.
    /// - Throws: What is wrong with the list or the folder.
    init(
        list: String, folder: String, keys: @escaping @Sendable (String) -> String?, exchange: @escaping HTTPExchange,
        now: @escaping @Sendable () -> Date, logger: Logger
    ) throws {
        let sources = try FeedSource.load(from: URL(filePath: list))
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let quotas = DurableValue<QuotaLedger>("feed-quotas", in: folder)
        poller = FeedPoller(
            sources: sources, keys: keys, now: now, ledger: quotas.read().value ?? QuotaLedger(),
            keep: { ledger in
                do throws(DurableWriteError) { try quotas.write(ledger) } catch {
                    logger.error("The day's count of questions is not kept", metadata: ["error": "\(error)"])
                }
            }, exchange: { try await Self.ask($0, by: exchange) })
        var known: Set<String> = []
        places = sources.map(\.place).filter { known.insert($0).inserted }
        cache = Self.cache(in: folder)
        (self.now, self.logger) = (now, logger)
    }

    /// The wall that was kept last; nil when there is none, or none that can be read.
    static func lastSnapshot(in folder: String) -> WallSnapshot? { cache(in: folder).read().value }

    /// The key of that name, from the environment: keys stand in no file.
    static func environmentKey(_ name: String) -> String? {
        ProcessInfo.processInfo.environment["SARANGBANG_FEED_KEY_" + name.uppercased()]
    }

    /// Asks until cancelled, and tells the wall whenever something new came in.
    func run(clock: any Clock<Duration>, post: @escaping @Sendable (AppEvent) -> Void) async {
        do {
            try await poller.run(clock: clock) { statuses in await hear(statuses, post) }
        } catch is CancellationError {
            // Asked to stop.
        } catch {
            logger.error("Sources are asked no more", metadata: ["error": "\(error)"])
        }
    }

    private func hear(_ statuses: [FeedPoller.Status], _ post: @Sendable (AppEvent) -> Void) async {
        for status in statuses {
            guard let error = status.error, status.isNews else { continue }
            logger.warning("A source gave nothing", metadata: ["source": "\(status.id)", "error": "\(error)"])
        }
        guard statuses.contains(where: \.hasChanged) else { return }
        let at = now()
        let snapshot = await poller.facts(for: places).snapshot(version: Int(at.timeIntervalSince1970), at: at)
        post(.wallChanged(snapshot))
        do throws(DurableWriteError) { try cache.write(snapshot) } catch {
            logger.warning("The wall is not kept for the next start", metadata: ["error": "\(error)"])
        }
    }

    private static func cache(in folder: String) -> SnapshotCache {
        SnapshotCache(directory: URL(filePath: folder, directoryHint: .isDirectory))
    }

    /// Header names come in lower case.
    private static func ask(
        _ question: FeedRequest, by exchange: HTTPExchange
    ) async throws(NetworkFailure) -> FeedAnswer {
        var headers: [String: String] = [:]
        for (name, value) in question.headers { headers[name] = value }
        let reply = try await exchange(
            HTTPRequestValue(
                method: "GET", url: question.address.exposed.absoluteString, headers: headers, body: Data(),
                maximumReplyBytes: mostBytes))
        return FeedAnswer(
            status: reply.status, bytes: Array(reply.body),
            validators: FeedValidators(entityTag: reply.headers["etag"], lastModified: reply.headers["last-modified"]),
            retryAfter: reply.headers["retry-after"], location: reply.headers["location"])
    }

    /// Feeds are small; a larger answer is no feed.
    private static let mostBytes = 2 << 20
}
