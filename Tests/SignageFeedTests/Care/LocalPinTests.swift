import Foundation
import Testing

@testable import SignageFeed

@Suite struct LocalPinTests {
    private let now = FeedSamples.now

    private func picture() throws -> ContentHash { try #require(ContentHash(String(repeating: "a", count: 64))) }

    @Test func `a paper hangs until its last day has ended, and survives a restart`() throws {
        let file = DurableValue<LocalPinBoard>("pin", in: "/d", files: PowerCutDisk())
        var board = LocalPinBoard()
        try board.put(picture(), title: "김장 나눔", until: WallSamples.day("2026-11-22"), at: now, .known)
        try file.write(board)
        let pin = try #require(file.read().value?.pin)
        let schedule = WallSamples.schedule([pin.item])
        func isOn(_ time: String) -> Bool {
            WallSamples.shown(schedule.wall(at: FeedSamples.korean(time), WallState(trust: .known))) == "local-pin"
        }
        #expect(isOn("2026-11-20 09:00") && isOn("2026-11-22 23:59") && !isOn("2026-11-23 00:00"))
    }

    @Test func `there is room for one`() throws {
        var board = LocalPinBoard()
        let (day, later) = (try WallSamples.day("2026-11-22"), try WallSamples.day("2026-11-30"))
        try board.put(picture(), title: "김장 나눔", until: day, at: now, .known)
        #expect(throws: LocalPinBoard.Refusal.occupied) {
            try board.put(picture(), title: "김장 나눔", until: later, at: now, .known)
        }
        try board.put(picture(), title: "김장 나눔", until: later, at: now + 3 * 86_400, .known)
        board.takeOff()
        #expect(board.pin == nil)
        try board.put(picture(), title: "김장 나눔", until: day, at: now, .suspect(lastGood: now))
    }

    @Test func `its end is within a month, and the day must be known`() throws {
        var board = LocalPinBoard()
        let picture = try picture()
        #expect(throws: LocalPinBoard.Refusal.endsBeforeToday) {
            try board.put(picture, title: "김장 나눔", until: WallSamples.day("2026-11-19"), at: now, .known)
        }
        #expect(throws: LocalPinBoard.Refusal.tooLong(days: 31)) {
            try board.put(picture, title: "김장 나눔", until: WallSamples.day("2026-12-21"), at: now, .known)
        }
        #expect(throws: LocalPinBoard.Refusal.clockUnknown) {
            try board.put(picture, title: "김장 나눔", until: WallSamples.day("2026-11-21"), at: now, .unknown)
        }
        try board.put(picture, title: "김장 나눔", until: WallSamples.day("2026-12-20"), at: now, .known)
    }

    @Test func `it has a title, in one line, that names nobody`() throws {
        var board = LocalPinBoard()
        let (picture, day) = (try picture(), try WallSamples.day("2026-11-22"))
        #expect(throws: LocalPinBoard.Refusal.noTitle) {
            try board.put(picture, title: " \n", until: day, at: now, .known)
        }
        let found = PersonalDataGuard.Finding(kind: .residentNumber, count: 1)
        #expect(throws: LocalPinBoard.Refusal.personalData([found])) {
            try board.put(picture, title: "김가람 450101-2******", until: day, at: now, .known)
        }
        try board.put(picture, title: "김장\n나눔", until: day, at: now, .known)
        #expect(board.pin?.title == "김장 나눔")
    }

    @Test func `whether it is over is told by a clock that is known only`() throws {
        let pin = LocalPin(picture: try picture(), title: "가", pinnedAt: now, last: try WallSamples.day("2026-11-20"))
        let morrow = FeedSamples.korean("2026-11-21 00:00")
        #expect(!pin.isOver(at: FeedSamples.korean("2026-11-20 23:59"), .known))
        #expect(pin.isOver(at: morrow, .known) && !pin.isOver(at: morrow, .suspect(lastGood: now)))
    }

    @Test func `a board whose picture has a wrong name is not read`() throws {
        let text = #"{"pin":{"picture":"../x","title":"가","pinnedAt":0,"last":20000}}"#
        #expect(throws: DecodingError.self) { try JSONDecoder().decode(LocalPinBoard.self, from: Data(text.utf8)) }
    }
}
