import FitnessMeasure
import Foundation
import SeniorCard
import SignageFeed
import Testing

@testable import KioskScreens

struct TimeTests {
    private var house: House

    init() throws { house = try House() }

    private var next: Duration? { house.app.nextTick(after: house.now) }

    @Test(arguments: [0.0, 12.5, 59.5])
    mutating func `a wall without buses wakes for its minute`(second: Double) {
        house.app.wall.snapshot?.buses = nil
        // Alone, an item stays.
        house.send(
            .playlistChanged(Playlist(items: [SignageItem(id: "w", content: .weather(.today))]), missingPictures: []))
        house.now.wall += second
        #expect(next == .milliseconds(Int((60 - second) * 1000) + 20))
    }

    @Test mutating func `a wall with buses wakes every ten seconds`() {
        house.now.wall += 4
        #expect(next == .milliseconds(6020))
    }

    @Test mutating func `a person's page wakes for the question, and then every second`() throws {
        try house.welcome()
        #expect(next == .seconds(90))
        house.wait(60)
        #expect(next == .seconds(30))
        house.wait(30)
        #expect(next == .seconds(1))
    }

    @Test mutating func `a message wakes for its end`() {
        house.send(.scanned(.barcode))
        #expect(next == .seconds(15))
    }

    @Test mutating func `a rest shows its seconds, and a running test its tenths`() throws {
        try house.welcome()
        house.app.screen = .pressure(PressureMeasuring(phase: .resting(until: house.now.monotonic + .seconds(300))))
        #expect(next == .seconds(1))
        house.app.progress = try Panel.gallery().passed()
        house.send(.home(.fitnessTapped))
        house.send(.fitness(.testTapped(.chairStand)))
        house.send(.test(.startTapped))
        #expect(next == .milliseconds(100))
    }

    @Test(arguments: [
        (0.0, "10초 전"), (29, "20초 전"), (60, "1분 전"), (3599, "59분 전"), (7200, "2시간 전"), (172_800, "2일 전"),
        (-5, "10초 전"),
    ])
    func `ages are told in what one would say`(seconds: Double, said: String) {
        #expect(house.words.ago(seconds) == said)
    }

    @Test(arguments: [(272.0, "4:32"), (60, "1:00"), (0.4, "0:01"), (0, "0:00")])
    func `a rest counts down to nought`(seconds: Double, shown: String) {
        #expect(house.words.countdown(.seconds(seconds)) == shown)
    }
}
