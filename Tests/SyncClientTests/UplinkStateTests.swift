import Foundation
import SyncWire
import Testing

@testable import SyncClient

@Suite struct UplinkStateTests {
    /// Any outcome, drawn.
    private static func outcome(_ random: inout SplitMix64, _ batch: OutboxBatch) -> UploadOutcome {
        let statuses: [ItemResult.Status] = [.stored, .duplicate, .quarantined, .conflict, .erased, .retry]
        switch Int.random(in: 0..<9, using: &random) {
        case 0: return .refused(code: "revoked")
        case 1: return .overloaded
        case 2: return .tooLarge
        case 3: return .broke
        case 4: return .timedOut
        case 5: return .noNetwork(.unreachable("no link"))
        default:
            let results = batch.items.indices.map {
                ItemResult(line: $0, eventID: nil, status: statuses.randomElement(using: &random) ?? .stored)
            }
            return .accepted(
                UploadReply(
                    echo: "", results: results, serverIncarnation: "a", contiguousStored: [:], replicatedThrough: [:],
                    serverMilliseconds: 0))
        }
    }

    private static func event(_ random: inout SplitMix64, _ state: UplinkState) -> UplinkState.Event {
        let number = Bool.random(using: &random) ? state.attempt : Int.random(in: 0...50, using: &random)
        let batch = OutboxBatch(
            (0..<Int.random(in: 1...4, using: &random)).map { _ in
                OutboxBatch.Item(eventID: UUID(), line: Data("{}".utf8))
            })
        switch Int.random(in: 0..<9, using: &random) {
        case 0: return .timer
        case 1: return .recorded
        case 2: return .nudged
        case 3: return .answered(number, .loaded(nil))
        case 4: return .answered(number, .loaded(batch))
        case 5: return .answered(number, .applied)
        case 6: return .answered(number, .storeFailed)
        default:
            guard case .sending(let sent) = state.phase else { return .answered(number, .applied) }
            return .answered(number, .sent(outcome(&random, sent)))
        }
    }

    @Test func `from every state a new try begins within a quarter of an hour`() {
        for seed in UInt64(0)..<2000 {
            var random = SplitMix64(state: seed)
            var state = UplinkState(now: .zero, bootDelay: .seconds(Int64(seed % 300)), seed: seed)
            var now: Duration = .zero
            for _ in 0..<Int.random(in: 1...60, using: &random) {
                now += .milliseconds(Int64.random(in: 0...400_000, using: &random))
                _ = state.update(Self.event(&random, state), at: now)
                #expect(state.deadline <= now + .seconds(900) || state.deadline <= .seconds(300))
            }
            var effects: [UplinkState.Effect] = []
            for _ in 0..<2 where effects.isEmpty {
                now = max(now, state.deadline)
                effects = state.update(.timer, at: now)
            }
            guard case .load = effects.first else {
                Issue.record("seed \(seed) does not try again")
                return
            }
        }
    }

    @Test func `a record hurries an idle kiosk, and one without network`() {
        for trouble in [nil, UploadOutcome.noNetwork(.cut)] {
            var state = Self.waiting(after: trouble)
            _ = state.update(.recorded, at: .seconds(10))
            #expect(state.deadline <= .seconds(12))
        }
    }

    @Test(arguments: [UploadOutcome.overloaded, .refused(code: "revoked")])
    func `a record does not hurry a kiosk that was asked for patience`(_ outcome: UploadOutcome) {
        var state = Self.waiting(after: outcome)
        let deadline = state.deadline
        _ = state.update(.recorded, at: .zero)
        #expect(state.deadline == deadline)
    }

    @Test func `a link that comes up is used at once`() {
        var state = Self.waiting(after: .noNetwork(.cut))
        _ = state.update(.nudged, at: .seconds(3))
        #expect(state.deadline <= .seconds(3))
    }

    @Test func `an answer that comes after its time changes nothing`() {
        var state = UplinkState(now: .zero, bootDelay: .zero, seed: 1)
        guard case .load(let number, _) = state.update(.timer, at: .zero).first else {
            Issue.record("no load")
            return
        }
        _ = state.update(.timer, at: state.deadline)
        #expect(state.trouble == .storage)
        #expect(state.update(.answered(number, .loaded(nil)), at: .seconds(91)).isEmpty)
        #expect(state.trouble == .storage)
    }

    @Test func `waits grow to a quarter of an hour and no further`() {
        var (backoff, longest) = (Backoff(seed: 9), Duration.zero)
        for number in 0..<200 {
            let wait = backoff.delay(after: .network)
            longest = max(longest, wait)
            #expect(wait >= .milliseconds(500))
            #expect(wait <= min(.seconds(900), .seconds(5) * (1 << min(number, 10))))
        }
        #expect(longest > .seconds(600))
        #expect(backoff.delay(after: .overload) <= .seconds(5))
    }

    private static func waiting(after outcome: UploadOutcome?) -> UplinkState {
        var state = UplinkState(now: .zero, bootDelay: .zero, seed: 3)
        guard case .load(let number, _) = state.update(.timer, at: .zero).first else { return state }
        guard let outcome, let batch = OutboxBatch([.init(eventID: UUID(), line: Data())]) else {
            guard case .load(let probe, _) = state.update(.answered(number, .loaded(nil)), at: .zero).first else {
                return state
            }
            _ = state.update(.answered(probe, .loaded(nil)), at: .zero)
            return state
        }
        guard case .send(let send, _) = state.update(.answered(number, .loaded(batch)), at: .zero).first else {
            return state
        }
        _ = state.update(.answered(send, .sent(outcome)), at: .zero)
        return state
    }
}
