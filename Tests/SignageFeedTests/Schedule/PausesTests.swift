import Testing

@testable import SignageFeed

@Suite struct PausesTests {
    @Test func `content runs only between pauses`() {
        var pauses = Pauses()
        pauses.note(isPaused: true, at: 100)
        pauses.note(isPaused: true, at: 120)
        #expect(pauses.running(from: 50, to: 130) == 50)
        pauses.note(isPaused: false, at: 150)
        #expect(pauses.running(from: 50, to: 170) == 70 && pauses.running(from: 110, to: 170) == 20)
        #expect(pauses.instant(70, before: 170) == 50 && pauses.instant(20, before: 170) == 150)
        #expect(pauses.instant(21, before: 170) == 99)
    }

    @Test func `they are forgotten after two days, and a clock that went back forgets what is ahead`() {
        var pauses = Pauses()
        for start in stride(from: 0, to: 3_000_000, by: 600) {
            pauses.note(isPaused: true, at: start)
            pauses.note(isPaused: false, at: start + 300)
        }
        #expect(pauses.past.count <= 256)
        pauses.note(isPaused: true, at: 2_999_800)
        pauses.note(isPaused: true, at: 1_000)
        #expect(pauses.past.isEmpty && pauses.openSince == 1_000)
        pauses.note(isPaused: false, at: 10)
        #expect(pauses.past.isEmpty && pauses.openSince == nil)
    }
}
