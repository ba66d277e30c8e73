import Foundation
import Testing

@testable import SignageFeed

@Suite struct PlaylistTests {
    private static let hash = String(repeating: "ab", count: 32)

    private func read(_ items: String) throws -> Playlist.Reading {
        try Playlist.read(Array(#"{"version":7,"items":[\#(items)]}"#.utf8))
    }

    private func problem(_ item: String) throws -> PlaylistProblem.Reason? {
        let reading = try read(item)
        #expect(reading.problems.count <= 1)
        return reading.problems.first?.reason
    }

    @Test func `an item with everything`() throws {
        let reading = try read(
            """
            {"id":"a","kind":"notice","title":"김장 나눔","text":"금요일\\n함께해요","days":{"first":"2026-11-01",\
            "last":"2026-11-30"},"weekdays":["mon","fri"],"hours":{"from":"22:00","to":"06:00"},"priority":3,"share":10,\
            "zones":["main","side"],"seconds":12,"screens":["lobby"],"x-author":"행정과"}
            """)
        let window = ShowWindow(
            first: try WallSamples.day("2026-11-01"), last: try WallSamples.day("2026-11-30"),
            weekdays: [.monday, .friday], hours: try WallSamples.hours("22:00", "06:00"))
        #expect(reading.problems.isEmpty && reading.playlist.version == 7)
        #expect(
            reading.playlist.items == [
                SignageItem(
                    id: "a", content: .notice(title: "김장 나눔", text: "금요일\n함께해요"), window: window, priority: 3,
                    share: 10,
                    zones: [.main, .side], seconds: 12, screens: ["lobby"])
            ])
    }

    static let kinds: [(String, SignageContent)] = [
        (#""kind":"weather-today""#, .weather(.today)), (#""kind":"weather-tomorrow""#, .weather(.tomorrow)),
        (#""kind":"weather-week""#, .weather(.week)), (#""kind":"buses""#, .buses),
        (#""kind":"notices""#, .noticeFeed), (#""kind":"class-of-today""#, .classOfToday), (#""kind":"care""#, .care),
        (#""kind":"job","title":"급식 도우미""#, .job(.init(title: "급식 도우미", text: ""))),
        (
            #""kind":"course","title":"휴대전화 배우기","text":"월요일","apply-by":"2026-12-17""#,
            .course(.init(title: "휴대전화 배우기", text: "월요일", applyBy: CivilDay("2026-12-17")))
        ),
        (
            #""kind":"practice","title":"손뼉 치기","steps":["팔을 펴요","손뼉을 쳐요"]"#,
            .practice(title: "손뼉 치기", steps: ["팔을 펴요", "손뼉을 쳐요"])
        ),
        (#""kind":"frames","source":"exercise""#, .frames(source: "exercise")),
    ]

    @Test(arguments: kinds.indices) func `each kind is read`(index: Int) throws {
        let (text, content) = Self.kinds[index]
        let reading = try read(#"{"id":"a",\#(text)}"#)
        #expect(reading.problems.isEmpty && reading.playlist.items.map(\.content) == [content])
    }

    @Test func `pictures are named by their hash alone`() throws {
        let hash = try #require(ContentHash(Self.hash))
        let reading = try read(
            """
            {"id":"p","kind":"picture","picture":"\(Self.hash)","caption":"가을 나들이"},
            {"id":"n","kind":"newsletter","title":"소식지","page":2,"picture":"\(Self.hash)"}
            """)
        #expect(
            reading.playlist.items.map(\.content) == [
                .picture(hash, caption: "가을 나들이"), .newsletter(title: "소식지", page: 2, picture: hash),
            ])
        #expect(reading.playlist.pictures == [hash])
        #expect(try problem(#"{"id":"p","kind":"picture","picture":"../../etc/passwd"}"#) == .invalid("picture"))
        #expect(try problem(#"{"id":"p","kind":"picture"}"#) == .missing("picture"))
    }

    @Test(
        arguments: [
            (#"7"#, .notAnObject), (#"{"kind":"buses"}"#, .missing("id")), (#"{"id":"a"}"#, .missing("kind")),
            (#"{"id":1,"kind":"buses"}"#, .invalid("id")), (#"{"id":"","kind":"buses"}"#, .invalid("id")),
            (#"{"id":"a","kind":"alert","title":"대피"}"#, .alertIsNoContent),
            (#"{"id":"a","kind":"local-pin","picture":"x"}"#, .pinIsLocal),
            (#"{"id":"a","kind":"buses","if-weather":"rain"}"#, .unknownMember("if-weather")),
            (#"{"id":"a","kind":"buses","priority":10}"#, .invalid("priority")),
            (#"{"id":"a","kind":"buses","priority":"3"}"#, .invalid("priority")),
            (#"{"id":"a","kind":"buses","share":0}"#, .invalid("share")),
            (#"{"id":"a","kind":"buses","share":51}"#, .invalid("share")),
            (#"{"id":"a","kind":"buses","seconds":4}"#, .invalid("seconds")),
            (#"{"id":"a","kind":"buses","seconds":1e2}"#, .invalid("seconds")),
            (#"{"id":"a","kind":"buses","zones":[]}"#, .invalid("zones")),
            (#"{"id":"a","kind":"buses","zones":"main"}"#, .invalid("zones")),
            (#"{"id":"a","kind":"buses","screens":[1]}"#, .invalid("screens")),
            (#"{"id":"a","kind":"buses","weekdays":["월"]}"#, .invalid("weekdays")),
            (#"{"id":"a","kind":"buses","hours":{"from":"09:00"}}"#, .missing("to")),
            (#"{"id":"a","kind":"buses","hours":{"from":"09:00","to":"25:00"}}"#, .invalid("hours")),
            (#"{"id":"a","kind":"buses","hours":{"from":"09:00","to":"10:00","zone":"UTC"}}"#, .invalid("hours")),
            (#"{"id":"a","kind":"buses","hours":{}}"#, .invalid("hours")),
            (#"{"id":"a","kind":"buses","days":{"first":"2026-11-31"}}"#, .invalid("first")),
            (#"{"id":"a","kind":"buses","days":{"first":"2026-12-01","last":"2026-11-01"}}"#, .invalid("days")),
            (#"{"id":"a","kind":"buses","days":{"until":"2026-12-01"}}"#, .invalid("days")),
            (#"{"id":"a","kind":"newsletter","title":"소식지"}"#, .missing("page")),
            (#"{"id":"a","kind":"practice","title":"체조"}"#, .missing("steps")),
        ] as [(String, PlaylistProblem.Reason)])
    func `a bad item is left out with its reason`(item: String, reason: PlaylistProblem.Reason) throws {
        let reading = try read(item + #",{"id":"good","kind":"buses"}"#)
        #expect(reading.problems.map(\.reason) == [reason] && reading.problems.first?.index == 0)
        #expect(reading.playlist.items.map(\.id) == ["good"])
    }

    @Test func `an unknown kind is kept, reported and not shown`() throws {
        let reading = try read(#"{"id":"a","kind":"hologram","depth":3}"#)
        #expect(reading.problems == [PlaylistProblem(index: 0, id: "a", reason: .unknownKind("hologram"))])
        #expect(reading.playlist.items.map(\.content) == [.unknown(kind: "hologram")])
        let plan = WallSchedule(reading.playlist).wall(at: FeedSamples.now, WallState(trust: .known))
        #expect(plan.zones.map(\.shown) == [.house(.greeting)] || plan.zones[0].reasons.contains(.nothingScheduled))
    }

    @Test func `of two items with one id the first counts`() throws {
        let reading = try read(#"{"id":"a","kind":"buses"},{"id":"a","kind":"care"}"#)
        #expect(reading.playlist.items.map(\.content) == [.buses])
        #expect(reading.problems.map(\.reason) == [.duplicateID])
    }

    @Test func `more items than any office has are cut off`() throws {
        let many = (0...Playlist.itemLimit).map { #"{"id":"\#($0)","kind":"buses"}"# }.joined(separator: ",")
        let reading = try read(many)
        #expect(reading.playlist.items.count == Playlist.itemLimit)
        #expect(reading.problems.map(\.reason) == [.tooMany(limit: Playlist.itemLimit)])
    }

    @Test func `a document that is none leaves the one before`() {
        #expect(throws: PlaylistError.tooLarge(limit: 2_000_000)) {
            try Playlist.read(Array(repeating: 32, count: 2_000_001))
        }
        #expect(throws: PlaylistError.undecodableText) { try Playlist.read([0x7B, 0xFF]) }
        #expect(throws: PlaylistError.notAPlaylist) { try Playlist.read(Array(#"{"items":[]}"#.utf8)) }
        #expect(throws: PlaylistError.self) { try Playlist.read(Array("[".utf8)) }
    }

    @Test func `controls and tricks of direction do not reach the wall`() throws {
        let reading = try read(#"{"id":"a","kind":"notice","title":"가\u202e나\u0007","text":"다\u200b라"}"#)
        #expect(reading.playlist.items.map(\.content) == [.notice(title: "가나", text: "다라")])
    }

    @Test func `a posting ends with its last day to apply`() throws {
        let reading = try read(
            #"{"id":"a","kind":"job","title":"일","apply-by":"2026-11-25","days":{"last":"2026-12-31"}}"#)
        #expect(reading.playlist.items.first?.window.last == CivilDay("2026-11-25"))
    }

    @Test func `each notice of the feeds becomes an item with its own end`() throws {
        let reading = try read(#"{"id":"feed","kind":"notices","priority":2}"#)
        let end = FeedSamples.korean("2026-11-20 18:00")
        let notices = (0..<60).map {
            Notice(id: "\($0)", title: "소식", text: "글", from: "시", publishedAt: nil, showUntil: $0 == 0 ? end : nil)
        }
        let items = reading.playlist.expanded(with: notices).items
        #expect(items.count == 50 && items[0].id == "feed/0" && items[0].priority == 2)
        #expect(items[0].window.closesAt == end && items[1].window.closesAt == nil)
    }
}
