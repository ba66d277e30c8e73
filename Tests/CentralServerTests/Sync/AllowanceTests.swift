import Foundation
import Testing

@testable import CentralServer

@Suite struct AllowanceTests {
    @Test func `a burst is served, then the steady rate`() {
        let clock = HandClock(Date(timeIntervalSince1970: 0))
        let allowance = Allowance(burst: 3, perSecond: 0.5, now: { clock.now })
        #expect((0..<3).map { _ in allowance.take(for: "a") } == [nil, nil, nil])
        #expect(allowance.take(for: "a") == 2)
        #expect(allowance.take(for: "b") == nil)
        clock.advance(2)
        #expect(allowance.take(for: "a") == nil)
        #expect(allowance.take(for: "a") == 2)
    }

    @Test func `a clock that goes back gives nothing and takes nothing`() {
        let clock = HandClock(Date(timeIntervalSince1970: 1000))
        let allowance = Allowance(burst: 2, perSecond: 1, now: { clock.now })
        #expect(allowance.take(for: "a") == nil)
        clock.advance(-500)
        #expect(allowance.take(for: "a") == nil)
        #expect(allowance.take(for: "a") == 1)
    }

    @Test func `memory is bounded however many come`() {
        let clock = HandClock(Date(timeIntervalSince1970: 0))
        let allowance = Allowance(burst: 1, perSecond: 1, now: { clock.now })
        for sender in 0..<(Allowance.remembered * 2) { _ = allowance.take(for: "\(sender)") }
        #expect(allowance.senders <= Allowance.remembered)
    }
}
