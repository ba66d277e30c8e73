import Foundation

/// One question to one source: address, answer, parse.
struct FeedQuestion: Sendable {
    let source: FeedSource
    let validators: FeedValidators
    /// So many issues before the newest.
    var earlier = 0
    var timetables = TimetableShelf()

    /// What came of it.
    enum Result: Sendable {
        case answered(FeedOutcome<FeedContent>, FeedValidators)
        /// The server says that its last answer still holds.
        case notModified
    }

    /// Followed one after the other; a ring of them ends here.
    private static let redirectLimit = 5

    @concurrent
    func ask(
        keys: @Sendable (String) -> String?, now: @Sendable () -> Date, exchange: FeedPoller.Exchange
    ) async -> Result {
        do throws(FeedError) {
            let address = FeedAddress(
                try source.url(at: now(), keys: keys, earlier: earlier), isSecret: source.key != nil)
            let isFile = address.exposed.isFileURL
            let answer = isFile ? try Self.file(address.exposed) : try await self.answer(address, exchange)
            if answer.status == 304, validators != FeedValidators() { return .notModified }
            return .answered(outcome(answer, at: now()), answer.validators)
        } catch {
            return .answered(.failed(error), FeedValidators())
        }
    }

    private func outcome(_ answer: FeedAnswer, at now: Date) -> FeedOutcome<FeedContent> {
        let timetable = timetables.timetable(of: source, at: now)
        let context = source.context(receivedAt: now, timetable: timetable)
        let bytes = source.isDemo == true ? DemoFeed.rebased(answer.bytes, source.format, now: now) : answer.bytes
        var parsed = source.format.parse(bytes, context: context)
        if source.timetable != nil, timetable == nil { parsed = parsed.adding(TimetableShelf.unreadable) }
        // A gateway's refusal comes with any status and says more than it; otherwise the status decides.
        if (200...299).contains(answer.status) { return parsed }
        if case .failed(let error) = parsed, case .service = error.code { return parsed }
        let patience = answer.patience(at: now) ?? (answer.status == 429 ? 600 : nil)
        return .failed(FeedError(.httpStatus(answer.status), retryAfter: patience.map { .seconds($0) } ?? .none))
    }

    /// What went wrong on the way is not passed on: it may name the address, and the address holds the key.
    private func answer(_ address: FeedAddress, _ exchange: FeedPoller.Exchange) async throws(FeedError) -> FeedAnswer {
        var request = FeedRequest(address: address, validators: validators)
        for _ in 0...Self.redirectLimit {
            let answer: FeedAnswer
            do { answer = try await exchange(request) } catch { throw FeedError(.unreachable) }
            guard answer.bytes.count <= FeedBytes.limit else { throw FeedError(.tooLarge(limit: FeedBytes.limit)) }
            guard [301, 302, 303, 307, 308].contains(answer.status), let location = answer.location else {
                return answer
            }
            guard let next = request.address.redirected(to: location) else {
                throw FeedError(.httpStatus(answer.status))
            }
            request.address = next
        }
        throw FeedError(.httpStatus(310))
    }

    private static func file(_ url: URL) throws(FeedError) -> FeedAnswer {
        do throws(FileFault) {
            return FeedAnswer(status: 200, bytes: try DiskFiles().read(url.path, limit: FeedBytes.limit))
        } catch {
            guard case .tooLarge(let limit) = error else { throw FeedError(.unreachable) }
            throw FeedError(.tooLarge(limit: limit))
        }
    }
}
