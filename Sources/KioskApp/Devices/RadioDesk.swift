import FitnessMeasure
import KioskScreens
import Synchronization

/// Searches and pairs for staff, one work at a time: a new one ends the one before and waits for its end.
final class RadioDesk: Sendable {
    private let bus: BusAddress
    private let post: @Sendable (AppEvent) -> Void
    /// After so long nobody stands before the list any more.
    private let searchLimit: Duration
    private let current = Mutex(Current())

    private struct Current {
        var task: Task<Void, Never>?
        var replies: AsyncStream<PairingReply>.Continuation?
    }

    init(bus: BusAddress, searchLimit: Duration = .seconds(60), post: @escaping @Sendable (AppEvent) -> Void) {
        (self.bus, self.searchLimit, self.post) = (bus, searchLimit, post)
    }

    func begin(_ work: RadioWork) {
        let (replies, source) = AsyncStream.makeStream(of: PairingReply.self, bufferingPolicy: .bufferingNewest(1))
        current.withLock { current in
            let before = current.task
            before?.cancel()
            current.replies = source
            current.task = Task.detached {
                await before?.value
                await self.perform(work, replies)
            }
        }
    }

    /// To the question that waits.
    func reply(_ reply: PairingReply) { current.withLock { _ = $0.replies?.yield(reply) } }

    private func perform(_ work: RadioWork, _ replies: AsyncStream<PairingReply>) async {
        switch work {
        case .none: break
        case .search(let number): await search(number)
        case .pair(let address, let number): await pair(address, number, replies)
        }
    }

    /// Nobody waits for the end of a work that was cancelled.
    private func end(_ failure: PairingFailure?, _ number: Int) {
        if !Task.isCancelled { post(.radio(.ended(failure, number: number))) }
    }

    private func search(_ number: Int) async {
        let failure = await withTaskGroup(of: PairingFailure?.self) { group in
            group.addTask { [bus, post] in
                do throws(PairingFailure) {
                    try await BlueZSearch(bus: bus).search { post(.radio(.found($0, number: number))) }
                    return nil
                } catch {
                    return error
                }
            }
            group.addTask { [searchLimit] in
                // The only error is cancellation: the search is over already.
                do { try await Task.sleep(for: searchLimit) } catch {}
                return nil
            }
            defer { group.cancelAll() }
            return await group.next() ?? nil
        }
        end(failure, number)
    }

    private func pair(_ address: String, _ number: Int, _ replies: AsyncStream<PairingReply>) async {
        do throws(PairingFailure) {
            try await BlueZPairing(bus: bus).pair(address) { [post] question in
                post(.radio(.asked(question, number: number)))
                if case .show = question { return .yes }
                for await reply in replies { return reply }
                return .no
            }
            end(nil, number)
        } catch {
            end(error, number)
        }
    }
}
