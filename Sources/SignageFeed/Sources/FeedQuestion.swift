import Foundation

/// One question to one source: address, answer, parse.
struct FeedQuestion {
    let source: FeedSource

    init(_ source: FeedSource) { self.source = source }

    @concurrent
    func ask(
        keys: @Sendable (String) -> String?, now: @Sendable () -> Date, fetch: FeedPoller.Fetch
    ) async -> FeedOutcome<FeedContent> {
        do throws(FeedError) {
            let url = try source.url(at: now(), keys: keys)
            let answer = url.isFileURL ? (200, try Self.file(url)) : try await Self.answer(url, fetch)
            let context = source.context(receivedAt: now())
            let bytes =
                source.isDemo == true
                ? DemoFeed.rebased(answer.1, source.format, now: context.receivedAt) : answer.1
            return outcome(status: answer.0, source.format.parse(bytes, context: context))
        } catch {
            return .failed(error)
        }
    }

    /// A gateway's refusal comes with any status and says more than it; otherwise the status decides.
    private func outcome(
        status: Int, _ parsed: FeedOutcome<FeedContent>
    ) -> FeedOutcome<FeedContent> {
        if (200...299).contains(status) { return parsed }
        if case .failed(let error) = parsed, case .service = error.code { return parsed }
        return .failed(FeedError(.httpStatus(status), retryAfter: status == 429 ? .seconds(600) : .none))
    }

    /// What went wrong on the way is not passed on: it names the address, and the address holds the key.
    private static func answer(_ url: URL, _ fetch: FeedPoller.Fetch) async throws(FeedError) -> (Int, [UInt8]) {
        do {
            let answer = try await fetch(url)
            return (answer.status, answer.bytes)
        } catch {
            throw FeedError(.unreachable)
        }
    }

    private static func file(_ url: URL) throws(FeedError) -> [UInt8] {
        do throws(FileFault) {
            return try DiskFiles().read(url.path, limit: FeedBytes.limit)
        } catch {
            guard case .tooLarge(let limit) = error else { throw FeedError(.unreachable) }
            throw FeedError(.tooLarge(limit: limit))
        }
    }
}
