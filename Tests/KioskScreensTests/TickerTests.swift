import Foundation
import KioskUI
import SignageFeed
import Testing

@testable import KioskScreens

struct TickerTests {
    private static let long = [String](repeating: "겨울에는 수도를 살펴 주세요", count: 5).joined(separator: " ")

    private func house(_ line: String = long, speed: Double? = 20) throws -> House {
        var house = try House()
        house.app.wall.ticker = try speed.map { try #require(TickerPace(speed: $0)) }
        let items = [
            SignageItem(id: "main", content: .notice(title: "하나", text: "")),
            SignageItem(id: "foot", content: .notice(title: line, text: ""), zones: [.strip]),
        ]
        house.send(.playlistChanged(Playlist(items: items), missingPictures: []))
        return house
    }

    /// Where the line's first letter is, in pixels of the panel.
    private func place(_ house: House) -> Int? {
        for case .text(let text, let x, _, _, _) in house.frame.commands where text == Self.long { return x }
        return nil
    }

    @Test(arguments: [0.0, 4.9, 30.1, -10, .infinity, .nan]) func `other speeds are refused`(speed: Double) {
        #expect(TickerPace(speed: speed) == nil)
    }

    @Test func `it stands, moves for five seconds at its speed, and stands again`() throws {
        let pace = try #require(TickerPace(speed: 20))
        let shifts = stride(from: 0.0, through: 20, by: 0.04).map { pace.shift(of: Self.long, after: $0) }
        let steps = zip(shifts, shifts.dropFirst()).map { $1 - $0 }
        #expect(steps.allSatisfy { $0 >= -1e-9 && $0 <= 20 * 0.04 + 1e-9 })
        #expect(pace.shift(of: Self.long, after: 5) == 0 && pace.shift(of: Self.long, after: 10) == 100)
        #expect(pace.shift(of: Self.long, after: 15) == 100 && pace.shift(of: Self.long, after: 17.5) == 150)
        var running = 0
        for step in steps {
            running = step > 1e-9 ? running + 1 : 0
            #expect(running <= 126)
        }
    }

    @Test func `it begins anew after its end, at any time, and a short line never moves`() throws {
        let pace = try #require(TickerPace(speed: 30))
        for elapsed in stride(from: -100.0, to: 100_000, by: 977.3) {
            #expect((0...2_000).contains(pace.shift(of: Self.long, after: elapsed)))
            #expect(try #require(pace.nextStep(of: Self.long, after: elapsed)) >= TickerPace.step)
        }
        #expect(pace.nextStep(of: "짧은 줄", after: 7) == nil && pace.shift(of: "짧은 줄", after: 7) == 0)
    }

    @Test func `on the wall it moves by whole pixels, never past its end, and wakes the stage only to move`() throws {
        var house = try house()
        var places: Set<Int> = []
        var ticks = 0
        let end = house.now.wall + 60
        while house.now.wall < end {
            places.insert(try #require(place(house)))
            house.wait(try #require(house.app.nextTick(after: house.now)).seconds)
            ticks += 1
        }
        #expect(places.count > 50 && ticks < 60 * 25 * 6 / 10)
        let line = house.frame.texts.first { $0.text == Self.long }
        #expect(line != nil && house.frame.problems == [])
    }

    @Test func `off, nothing moves, and the wall sleeps as long as without it`() throws {
        let standing = try house(speed: nil)
        let tick = try #require(standing.app.nextTick(after: standing.now))
        #expect(tick > .seconds(1))
    }

    @Test func `while an alert is on nothing moves`() throws {
        var house = try house()
        var snapshot = Gallery.snapshot
        snapshot.alerts = [
            AlertMessage(
                reference: .init(sender: "test", identifier: "1", sent: house.now.wall),
                infos: [
                    .init(
                        language: "ko-KR", event: "한파", severity: .moderate, text: "살펴 주십시오.",
                        effective: house.now.wall, expires: house.now.wall + 600)
                ])
        ]
        house.send(.wallChanged(snapshot))
        #expect(try place(self.house()) != nil)
        #expect(place(house) == nil && house.frame.regions[RegionID(.strip)] == nil)
        #expect(try #require(house.app.nextTick(after: house.now)) > .milliseconds(500))
    }
}
