import Foundation
import Testing

@testable import SignageFeed

@Suite struct ProofOfPlayTests {
    private let seen = Presentation(pixels: 7, blank: 0)
    private let schedule = WallSamples.schedule(["a", "b"].map { WallSamples.item($0, seconds: 30) })
    private let start = FeedSamples.now

    /// Looks at the screen each `step` seconds for `seconds`, as `look` says.
    private func run(
        _ proof: inout ProofOfPlay, seconds: Int, step: Int = 10, state: WallState = WallState(trust: .known),
        look: (Int) -> Presentation
    ) -> [PlayRecord] {
        var records: [PlayRecord] = []
        for second in stride(from: 0, through: seconds, by: step) {
            let plan = schedule.wall(at: start + Double(second), state)
            records += proof.look([.main: look(second)], plan, steady: .seconds(second), isClockTrusted: true)
        }
        return records
    }

    @Test func `what was visible is recorded with its reason`() throws {
        var proof = ProofOfPlay()
        let records = run(&proof, seconds: 120) { _ in seen } + proof.stop(steady: .seconds(120))
        #expect(records.reduce(0) { $0 + $1.seconds } == 120)
        #expect(Set(records.map(\.item)) == ["a", "b"])
        let first = try #require(records.first)
        #expect(first.start == start && first.reasons == ["rotation"] && first.pixels == 7 && first.isClockTrusted)
        #expect(proof.stop(steady: .seconds(130)).isEmpty)
    }

    @Test(arguments: [
        Presentation(pixels: 0, blank: 0), Presentation(pixels: 7, blank: 0, isCovered: true),
        Presentation(pixels: 7, blank: 0, isStuck: true),
    ])
    func `black, covered and stuck are not shown`(hidden: Presentation) {
        var proof = ProofOfPlay()
        let records =
            run(&proof, seconds: 600) { $0 < 60 || $0 >= 540 ? seen : hidden } + proof.stop(steady: .seconds(600))
        #expect(records.reduce(0) { $0 + $1.seconds } == 120)
    }

    @Test func `behind an alert nothing is shown`() {
        var state = WallState(trust: .known)
        state.take(alerts: [], activity: .person, at: start)
        var proof = ProofOfPlay()
        let records = run(&proof, seconds: 300, state: state) { _ in seen }
        #expect(records.isEmpty && proof == ProofOfPlay())
    }

    @Test func `without a look at the screen only ninety seconds are believed`() {
        var proof = ProofOfPlay()
        let records = run(&proof, seconds: 3_600, step: 3_600) { _ in seen }
        #expect(records.map(\.seconds) == [90])
    }

    @Test func `a long showing is kept in pieces and counted once`() {
        let schedule = WallSamples.schedule([WallSamples.item("a")])
        var proof = ProofOfPlay()
        var records: [PlayRecord] = []
        for second in stride(from: 0, through: 3_600, by: 60) {
            let plan = schedule.wall(at: start + Double(second), WallState(trust: .known))
            records += proof.look([.main: seen], plan, steady: .seconds(second), isClockTrusted: true)
        }
        records += proof.stop(steady: .seconds(3_600))
        #expect(records.map(\.seconds) == [600, 600, 600, 600, 600, 600])
        #expect(records.map(\.isContinued) == [false, true, true, true, true, true])
        #expect(
            proof.takeDays(before: start + 86_400) == [
                PlayTotal(day: "2026-11-20", item: "a", seconds: 3_600, times: 1)
            ])
    }

    @Test func `house cards count under their own names, and a zone that is gone ends`() {
        var proof = ProofOfPlay()
        let empty = WallSamples.schedule([], ScreenProfile(zones: [.main, .side]))
        let known = WallState(trust: .known)
        _ = proof.look([.main: seen, .side: seen], empty.wall(at: start, known), steady: .zero, isClockTrusted: false)
        let one = WallSamples.schedule([]).wall(at: start + 20, known)
        let ended = proof.look([.main: seen], one, steady: .seconds(20), isClockTrusted: false)
        #expect(ended.map(\.zone) == ["side"] && ended.map(\.seconds) == [20])
        #expect(ended.allSatisfy { $0.item.hasPrefix("house/") && !$0.isClockTrusted })
    }

    @Test func `a zone that is planned but drawn nowhere is not shown`() {
        var proof = ProofOfPlay()
        let two = WallSamples.schedule([], ScreenProfile(zones: [.main, .side]))
        let known = WallState(trust: .known)
        _ = proof.look([.main: seen], two.wall(at: start, known), steady: .zero, isClockTrusted: true)
        #expect(proof.stop(steady: .seconds(20)).map(\.zone) == ["main"])
    }

    @Test func `a day's totals are told once, and have names that repeat`() {
        var proof = ProofOfPlay()
        _ = run(&proof, seconds: 60) { _ in seen } + proof.stop(steady: .seconds(60))
        #expect(proof.takeDays(before: start).isEmpty)
        let totals = proof.takeDays(before: start + 86_400)
        #expect(totals.map(\.id) == ["plays/2026-11-20/a", "plays/2026-11-20/b"])
        #expect(proof.takeDays(before: start + 86_400).isEmpty && proof.size == 0)
    }

    @Test func `it is bounded, whatever happens`() {
        var random = SplitMix(state: 9)
        let records = (0..<30_000).map { number in
            PlayRecord(
                item: "\(number)", zone: "main", start: start + Double(number % 60 * 86_400), seconds: 8, reasons: [],
                pixels: random.next(), isClockTrusted: true, isContinued: false)
        }
        let proof = ProofOfPlay(records)
        #expect(proof.size <= 40 * 1_001)
        let one = ProofOfPlay(
            (0..<5_000).map { number in
                PlayRecord(
                    item: "\(number)", zone: "main", start: start, seconds: 1, reasons: [], pixels: 1,
                    isClockTrusted: true, isContinued: false)
            })
        #expect(one.size == 1_001)
        var counted = one
        #expect(counted.takeDays(before: start + 86_400).reduce(0) { $0 + $1.seconds } == 5_000)
    }

    @Test func `thirty days of eight-second items leave totals and nothing else`() {
        let schedule = WallSamples.schedule((0..<12).map { WallSamples.item("\($0)", seconds: 8) })
        var planner = WallPlanner(schedule)
        var proof = ProofOfPlay()
        var (sizes, told): (Set<Int>, [PlayTotal]) = ([], [])
        let known = WallState(trust: .known)
        for turn in 0..<30 * 10_800 {
            let at = start + Double(turn * 8)
            _ = proof.look([.main: seen], planner.wall(at: at, known), steady: .seconds(turn * 8), isClockTrusted: true)
            if turn % 10_800 == 0 {
                told += proof.takeDays(before: at)
                sizes.insert(proof.size)
            }
        }
        #expect((sizes.max() ?? 0) <= 13)
        #expect(told.count >= 29 * 12 && told.dropFirst(12).allSatisfy { $0.seconds >= 7_000 })
    }
}
