import Testing

@testable import SignageFeed

@Suite struct RotationTests {
    private func member(_ item: Int, dwell: Int = 20, priority: Int = 0, share: Int? = nil) -> Rotation.Member {
        Rotation.Member(item: item, dwell: dwell, priority: priority, share: share)
    }

    /// Seconds of each item over `time`.
    private func seconds(_ rotation: Rotation, over time: Int) -> [Int: Int] {
        var (at, seconds): (Int, [Int: Int]) = (0, [:])
        while at < time {
            let spot = rotation.spot(at: at)
            seconds[spot.item, default: 0] += spot.end - at
            at = spot.end
        }
        return seconds
    }

    @Test func `nobody makes no rotation`() { #expect(Rotation([]) == nil) }

    @Test func `equals follow each other in the office's order`() throws {
        let rotation = try #require(Rotation([member(0), member(1, dwell: 8), member(2)]))
        #expect(rotation.length == 48)
        let at = [0, 19, 20, 27, 28, 47, 48, -1]
        #expect(at.map { rotation.spot(at: $0).item } == [0, 0, 1, 1, 2, 2, 0, 2])
        #expect(rotation.spot(at: 20) == .init(item: 1, start: 20, end: 28, ordinal: 1, reason: .rotation))
    }

    @Test(arguments: [(1, 1), (1, 30), (3, 7), (4, 4), (5, 9), (20, 100), (300, 150)])
    func `the highest has most of the time, and nobody below starves`(high: Int, low: Int) throws {
        let members =
            (0..<high).map { member($0, priority: 5) } + (high..<high + low).map { member($0, priority: $0 % 5) }
        let rotation = try #require(Rotation(members))
        let rounds = max(1, (low + rotation.turns - 1) / rotation.turns)
        let seconds = seconds(rotation, over: rotation.length * rounds)
        #expect(seconds.count == high + low)
        let lower = (high..<high + low).reduce(0) { $0 + (seconds[$1] ?? 0) }
        let part = Double(lower) / Double(rotation.length * rounds)
        #expect((0.1...0.21).contains(part), "\(part)")
        let tops = (0..<high).compactMap { seconds[$0] }
        #expect(tops.max() == tops.min())
    }

    @Test(arguments: [
        ([10], 20, 5), ([5, 5], 8, 40), ([1], 30, 3), ([50], 10, 10), ([20, 10, 2], 15, 200), ([30, 40], 12, 7),
    ])
    func `each has its share of an hour`(shares: [Int], dwell: Int, others: Int) throws {
        let sharing = shares.enumerated().map { member($0.offset, dwell: dwell, share: $0.element) }
        let rotation = try #require(Rotation(sharing + (100..<100 + others).map { member($0) }))
        #expect(rotation.length <= 2 * Rotation.shareCycle + others * 40)
        let seconds = seconds(rotation, over: rotation.length)
        let scale = min(1, 50 / Double(shares.reduce(0, +)))
        for (item, share) in shares.enumerated() {
            let part = Double(seconds[item] ?? 0) / Double(rotation.length)
            // Whole plays only: half a play of an hour either way.
            let bound = Double(dwell) / Double(rotation.length)
            #expect(abs(part - Double(share) / 100 * scale) <= bound, "\(share) %: \(part)")
        }
        #expect((100..<100 + others).allSatisfy { (seconds[$0] ?? 0) > 0 })
    }

    @Test func `a share is spread, not bunched`() throws {
        let rotation = try #require(Rotation([member(0, dwell: 10, share: 10)] + (1...6).map { member($0, dwell: 10) }))
        let starts = rotation.slots.filter { $0.occupant == .sharing(0) }.map(\.start)
        let gaps = zip(starts, starts.dropFirst()).map { $1 - $0 }
        #expect(gaps.allSatisfy { (90...110).contains($0) })
    }

    @Test func `shares of nothing are a rotation like any other`() throws {
        let rotation = try #require(Rotation([member(0, share: 5), member(1, share: 50)]))
        #expect(seconds(rotation, over: rotation.length) == [0: 20, 1: 20])
    }
}
