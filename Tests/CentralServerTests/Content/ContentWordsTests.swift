import Foundation
import Testing

@testable import CentralServer

@Suite struct ContentWordsTests {
    /// Saturday, 21 November 2026, 10:20 in Korea.
    private static let now = DashboardOffice.morning

    private static func words(
        _ window: ContentWindow, kind: ContentKind = .weatherWeek, change: (inout ContentItem) -> Void = { _ in }
    ) -> ContentWords {
        var item = ContentItem(
            id: "i", municipalityId: "wonju", centreId: nil, position: 1, kind: kind,
            text: ContentText(title: kind.parts.isEmpty ? nil : "가"),
            window: window, priority: 0, screens: [], state: .published, createdBy: "u", createdAt: now, changedBy: "u",
            changedAt: now)
        change(&item)
        return ContentWords(item, pictures: [], at: now)
    }

    static let windows: [(ContentWindow, when: String, next: String, state: String)] = [
        (.init(), "날마다 하루 종일 보여 드려요.", "지금이 보여 드릴 때예요.", "보이는 중"),
        (
            .init(first: "2026-11-21", last: "2026-11-21"), "11월 21일 토요일 하루 동안 하루 종일 보여 드려요.",
            "지금이 보여 드릴 때예요.", "보이는 중"
        ),
        (.init(last: "2026-11-20"), "11월 20일 금요일까지 날마다 하루 종일 보여 드려요.", "보여 드릴 때가 지났어요.", "끝남"),
        (
            .init(first: "2026-11-25", from: "09:30", to: "12:00"),
            "11월 25일 수요일부터 날마다 오전 9시 30분부터 정오까지 보여 드려요.", "다음에는 11월 25일 수요일 오전 9시 30분에 나와요.",
            "기다리는 중"
        ),
        (
            .init(weekdays: ["fri", "sat"], from: "22:00", to: "06:00"),
            "금·토요일에 오후 10시부터 다음 날 오전 6시까지 보여 드려요.", "다음에는 11월 21일 토요일 오후 10시에 나와요.", "기다리는 중"
        ),
        (
            .init(weekdays: ["sun"], from: "00:00", to: "24:00"), "일요일에 자정부터 자정까지 보여 드려요.",
            "다음에는 11월 22일 일요일 자정에 나와요.", "기다리는 중"
        ),
    ]

    @Test(arguments: windows)
    func `when an item is shown is said in words`(window: ContentWindow, when: String, next: String, state: String) {
        let words = Self.words(window)
        #expect(words.when == when)
        #expect(words.more(at: Self.now).last == next)
        #expect(words.state(isHeld: false, at: Self.now).word == state)
        #expect(words.state(isHeld: true, at: Self.now).word == "살펴봐 주세요")
    }

    @Test func `how long, how often and where is said, too`() {
        let words = Self.words(.init(), kind: .notice) { item in
            (item.priority, item.share, item.seconds, item.screens) = (3, 20, 30, ["거실"])
        }
        let more = words.more(at: Self.now)
        #expect(more.prefix(4).map { $0.prefix(7) } == ["한 번에 30", "순위가 3이라", "언제나 전체 ", "거실 화면에만"])
        #expect(Self.words(.init(), kind: .notice).more(at: Self.now).first == "글 길이에 맞춰 한 번에 8초쯤 나와요.")
    }

    @Test func `an item that kiosks leave out says so, not that it waits or is empty`() {
        for words in [
            Self.words(.init(), kind: .notice) { $0.priority = 99 }, Self.words(.init(), kind: .picture),
            Self.words(.init(first: "2026-12-02", last: "2026-12-01")),
        ] {
            #expect(words.isUnreadable && words.state(isHeld: false, at: Self.now).word == "나올 수 없음")
            #expect(words.more(at: Self.now).last?.contains("기기가 읽지 못하는 게시물") == true)
        }
        #expect(!Self.words(.init(), kind: .jobList).isUnreadable)
    }

    @Test func `a list has its window though it has no line yet`() {
        let words = Self.words(.init(last: "2026-11-20"), kind: .jobList)
        #expect(words.state(isHeld: false, at: Self.now).word == "끝남")
    }
}
