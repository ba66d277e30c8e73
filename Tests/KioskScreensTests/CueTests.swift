import FitnessMeasure
import KioskUI
import Testing

@testable import KioskScreens

/// What a clock says stands on the screen for a moment.
@Suite struct CueTests {
    private var house: House

    init() throws {
        house = try House()
        try house.welcome()
    }

    private mutating func open(_ id: FitnessTestID) throws {
        let test = try #require(house.app.setup.tests[id])
        house.app.open(test, house.now)
        _ = house.tap("start")
    }

    private var said: TimerCue.Word? {
        if case .test(let measuring) = house.app.screen { measuring.said?.word } else { nil }
    }

    @Test mutating func `go, ten seconds left, and then the seconds again`() throws {
        try open(.chairStand)
        house.wait(3.1)
        #expect(said == .go)
        #expect(house.texts.contains(house.words.cues.go))
        house.wait(5)
        #expect(!house.texts.contains(house.words.cues.go))
        house.wait(15.2)
        #expect(said == .tenSecondsLeft)
        #expect(house.texts.contains(house.words.cues.tenSecondsLeft))
        house.wait(3)
        #expect(!house.texts.contains(house.words.cues.tenSecondsLeft))
    }

    @Test mutating func `whoever is off too early is told, and begins anew`() throws {
        try open(.upAndGo)
        house.wait(1)
        #expect(house.tap("too-early") != nil)
        #expect(said == .falseStart)
        #expect(house.texts.contains(house.words.test.falseStart))
        #expect(house.tap("start") != nil)
        house.wait(3.1)
        #expect(said == .go)
    }

    @Test mutating func `a cue that comes too late is not said`() throws {
        try open(.chairStand)
        house.wait(3.1)
        house.wait(22)
        #expect(said == .go, "ten seconds left were two seconds ago")
    }

    @Test mutating func `what the clock says is to be heard while its test is on`() throws {
        #expect(house.app.cue == nil)
        try open(.chairStand)
        house.wait(3.1)
        #expect(house.app.cue?.word == .go)
        let go = house.app.cue
        house.wait(1)
        #expect(house.app.cue == go)
        house.send(.homeTapped)
        #expect(house.app.cue == nil)
    }
}
