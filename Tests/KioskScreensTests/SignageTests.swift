import Foundation
import KioskUI
import SignageFeed
import Testing

@testable import KioskScreens

struct SignageTests {
    private var house: House

    init() throws { house = try House() }

    private static func notice(_ title: String) -> SignageItem {
        SignageItem(id: title, content: .notice(title: title, text: ""), seconds: 20)
    }

    private func shows(_ text: String) -> Bool { house.texts.contains { $0.contains(text) } }

    @Test mutating func `a playlist has the main place, and what the wall shows by itself comes back without it`() {
        house.send(.playlistChanged(Playlist(items: [Self.notice("내일은 쉬어요")]), missingPictures: []))
        #expect(shows("내일은 쉬어요"))
        house.send(.playlistChanged(nil, missingPictures: []))
        #expect(!shows("내일은 쉬어요"))
        #expect(!house.app.wall.signage.plan(at: house.now.wall).zones.isEmpty)
    }

    @Test mutating func `the touch kiosk invites whatever has the main place`() {
        for item in Gallery.contents.map({ SignageItem(id: $0.name, content: $0.content) }) {
            house.send(.playlistChanged(Playlist(items: [item]), missingPictures: []))
            #expect(shows(house.words.wall.invitation), "\(item.id)")
        }
    }

    @Test mutating func `the wall wakes when the next item is due`() throws {
        house.send(.playlistChanged(Playlist(items: ["하나", "둘"].map(Self.notice)), missingPictures: []))
        let before = try #require(["하나", "둘"].first { shows($0) })
        let plan = house.app.wall.signage.plan(at: house.now.wall)
        let wait = try #require(house.app.wallTick(house.now))
        #expect(abs(wait.seconds - plan.nextChange.timeIntervalSince(house.now.wall)) < 0.002)
        house.wait(wait.seconds)
        #expect(!shows(before))
    }

    @Test mutating func `a notice that was just published has its turn within five minutes`() {
        var snapshot = Gallery.snapshot
        var fresh = snapshot.notices[0]
        (fresh.id, fresh.title) = ("fresh", "내일은 쉬어요")
        snapshot.notices.insert(fresh, at: 0)
        house.send(.wallChanged(snapshot))
        let seen = (0..<60).contains { _ in
            house.wait(5)
            return shows("내일은 쉬어요")
        }
        #expect(seen)
    }

    @Test mutating func `what was on goes on after somebody was there`() throws {
        house.send(.playlistChanged(Playlist(items: ["하나", "둘"].map(Self.notice)), missingPictures: []))
        let before = try #require(["하나", "둘"].first { shows($0) })
        let touched = house.tap("wall")
        try #require(touched != nil)
        house.wait(121)
        #expect(house.app.screenName == "wall")
        #expect(shows(before))
    }

    @Test mutating func `what needs a picture that is not there is passed over, also when it fails only when drawn`() {
        let items = [SignageItem(id: "picture", content: .picture(Gallery.picture, caption: "나들이"))]
        house.send(.playlistChanged(Playlist(items: items), missingPictures: []))
        #expect(shows("나들이"))
        house.send(.pictureFailed(Gallery.picture))
        #expect(!shows("나들이"))
        house.send(.playlistChanged(Playlist(items: items), missingPictures: [Gallery.picture]))
        #expect(!shows("나들이"))
    }

    @Test mutating func `by a clock that nobody knows no class is announced`() {
        house.send(
            .playlistChanged(Playlist(items: [SignageItem(id: "c", content: .classOfToday)]), missingPictures: []))
        #expect(shows("노래교실"))
        house.send(.clockJudged(.unknown))
        let plan = house.app.wall.signage.plan(at: house.now.wall)
        #expect(plan.zones.map(\.shown) != [.item("c")])
    }

    @Test mutating func `a class that is on has the wall, and what was there goes on afterwards`() throws {
        let items = ["하나", "둘"].map(Self.notice)
        house.send(.playlistChanged(Playlist(items: items), missingPictures: []))
        let lesson = try #require(Gallery.snapshot.classes.first)
        house.wait(lesson.startsAt.timeIntervalSince(house.now.wall) - 5)
        let wait = try #require(house.app.wallTick(house.now))
        #expect(wait <= .seconds(5.1))
        house.wait(5)
        #expect(shows(lesson.programme) && shows(house.words.story.running) && !shows("하나") && !shows("둘"))
        let waiting = house.app.plan(at: house.now).zones[0].shown
        let page = try #require(house.app.wallPage)
        house.wait(1_800)
        // Nothing turns beside it.
        #expect(house.app.wallPage == page && shows(lesson.programme))
        house.wait(1_800)
        #expect(house.app.plan(at: house.now).zones[0].shown == waiting && !shows(house.words.story.running))
        #expect(shows("하나") || shows("둘"))
    }

    @Test(arguments: [(AlertMessage.Severity.severe, false), (.extreme, true), (.moderate, false)])
    mutating func `only the gravest alert breaks into a class, and the others have the wall after it`(
        severity: AlertMessage.Severity, breaksIn: Bool
    ) throws {
        let lesson = try #require(Gallery.snapshot.classes.first)
        house.wait(lesson.startsAt.timeIntervalSince(house.now.wall) + 60)
        var snapshot = Gallery.snapshot
        snapshot.alerts = [
            AlertMessage(
                reference: .init(sender: "test", identifier: "1", sent: house.now.wall),
                infos: [
                    .init(
                        language: "ko-KR", event: "산불", severity: severity, text: "대피하십시오.",
                        effective: house.now.wall, expires: house.now.wall + 7_200)
                ])
        ]
        house.send(.wallChanged(snapshot))
        #expect(shows("대피하십시오.") == breaksIn)
        #expect((house.app.announcement(house.words) != nil) == breaksIn)
        house.wait(lesson.endsAt.timeIntervalSince(house.now.wall))
        #expect(shows("대피하십시오.") && house.app.announcement(house.words) != nil)
    }

    @Test mutating func `by a clock that is not known no class has the wall`() throws {
        let lesson = try #require(Gallery.snapshot.classes.first)
        house.send(.playlistChanged(Playlist(items: [Self.notice("하나")]), missingPictures: []))
        house.wait(lesson.startsAt.timeIntervalSince(house.now.wall) + 60)
        #expect(!shows("하나"))
        house.send(.clockJudged(.suspect(lastGood: house.now.wall)))
        #expect(shows("하나"))
    }

    @Test mutating func `somebody who comes in a class has the screen, and the class has it again afterwards`() throws {
        let lesson = try #require(Gallery.snapshot.classes.first)
        house.wait(lesson.startsAt.timeIntervalSince(house.now.wall) + 60)
        try #require(house.tap("wall") != nil)
        #expect(house.app.screenName == "start")
        house.wait(121)
        #expect(house.app.screenName == "wall" && shows(house.words.story.running))
    }

    @Test mutating func `what a playlist puts beside and at the foot stands there, and nothing does without`() {
        let main = Self.notice("하나")
        func item(_ title: String, _ zone: Zone) -> SignageItem {
            SignageItem(id: title, content: .notice(title: title, text: ""), zones: [zone])
        }
        house.send(.playlistChanged(Playlist(items: [main]), missingPictures: []))
        #expect(Set(house.frame.regions.keys) == [RegionID(.main)])
        let items = [main, item("옆에", .side), item("아래에", .strip)]
        house.send(.playlistChanged(Playlist(items: items), missingPictures: []))
        #expect(shows("하나") && shows("옆에") && shows("아래에") && shows(house.words.wall.invitation))
        let places = house.frame.regions
        #expect(Set(places.keys) == [RegionID(.main), RegionID(.side), RegionID(.strip)])
        #expect((places[RegionID(.strip)]?.y ?? 0) > (places[RegionID(.side)]?.y ?? 0))
        #expect(house.frame.problems == [])
    }

    @Test mutating func `the weather beside the main place stands there once`() {
        let side = SignageItem(id: "weather", content: .weather(.today), zones: [.side])
        house.send(.playlistChanged(Playlist(items: [Self.notice("하나"), side]), missingPictures: []))
        #expect(house.texts.count { $0.contains("느낌은") } == 1)
        #expect(house.frame.regions[RegionID(.side)] != nil)
    }

    @Test mutating func `a paper that was pinned hangs until its last day has ended`() {
        house.send(.playlistChanged(Playlist(items: []), missingPictures: []))
        let pin = LocalPin(
            picture: Gallery.picture, title: "김장 나눔", pinnedAt: house.now.wall, last: CivilDay(number: 20_777))
        house.send(.pinChanged(pin))
        #expect(shows(house.words.story.pin))
        #expect(shows("김장 나눔"))
        house.wait(86_400)
        #expect(!shows(house.words.story.pin))
    }

    @Test(arguments: [0.0, 1_795_133_520, -1, -86_400.5]) func `each part of a long alert has its turn, on any clock`(
        at: Double
    ) {
        let parts = ["가", "나", "다"]
        var now = Date(timeIntervalSince1970: at)
        var seen: [Int] = []
        for _ in 0..<4 {
            let turn = AlertPage.turn(parts, at: now)
            #expect(turn.until > now)
            seen.append(turn.index)
            now = turn.until
        }
        #expect(Set(seen) == [0, 1, 2])
        #expect(seen[3] == seen[0])
        #expect(zip(seen, seen.dropFirst()).allSatisfy { $1 == ($0 + 1) % 3 })
    }

    @Test mutating func `the wall wakes when the next part of an alert is due`() throws {
        let piece = try #require(try Panel.gallery().pieces.first { $0.name == "wall-alert-long" })
        house.app = piece.app
        let wait = try #require(house.app.wallTick(house.now))
        let text = try #require(house.texts.max { $0.count < $1.count })
        house.wait(wait.seconds)
        #expect(house.texts.max { $0.count < $1.count } != text)
    }
}
