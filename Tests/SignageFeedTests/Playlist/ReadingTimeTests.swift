import Testing

@testable import SignageFeed

@Suite struct ReadingTimeTests {
    @Test(arguments: [("경로당 3층", 5), ("", 0), ("TV", 1), ("QR 코드", 3), ("敬老堂", 3), ("1,200원", 5), ("ㅋㅋ… !", 0)])
    func `syllables are what is spoken`(text: String, count: Int) { #expect(ReadingTime.syllables(in: text) == count) }

    @Test(arguments: [(0, 8), (17, 8), (18, 9), (70, 23), (126, 39), (400, 60)])
    func `time grows with the text, within bounds`(syllables: Int, seconds: Int) {
        #expect(ReadingTime.seconds(for: String(repeating: "가", count: syllables)) == seconds)
    }

    @Test func `a short text is one page`() { #expect(TextPages.split("함께해요") == ["함께해요"]) }
    @Test func `no text is one empty page`() { #expect(TextPages.split("") == [""]) }

    @Test func `a long text is cut between words, and nothing is lost`() {
        let words = (0..<60).map { "낱말번호\($0)" }
        let pages = TextPages.split(words.joined(separator: " "))
        #expect(pages.count == 3)
        #expect(pages.allSatisfy { ReadingTime.syllables(in: $0) <= TextPages.syllables })
        #expect(pages.joined(separator: " ").split(separator: " ").map(String.init) == words)
    }

    @Test func `what no wall can hold is marked as cut`() {
        let pages = TextPages.split(String(repeating: "가나다라 ", count: 500))
        #expect(pages.count == TextPages.limit && pages.last?.hasSuffix("…") == true)
    }

    @Test func `a word beyond a page comes in pieces`() {
        let pages = TextPages.split(String(repeating: "가", count: 300))
        #expect(pages.map(\.count) == [126, 126, 48])
    }

    @Test func `the time of an item is that of its pages`() {
        let long = String(repeating: "가나다라마 ", count: 50)
        let notice = SignageItem(id: "a", content: .notice(title: "제목", text: long))
        #expect(notice.dwell == [40, 40])
        var fixed = notice
        fixed.seconds = 10
        #expect(fixed.dwell == [8, 8])
        let buses = SignageItem(id: "b", content: .buses, seconds: 8)
        #expect(buses.dwell == [8])
    }

    @Test(
        arguments: [
            .weather(.today), .weather(.tomorrow), .weather(.week), .buses, .classOfToday, .care, .noticeFeed,
            .job(.init(title: "일", text: "")), .course(.init(title: "반", text: "")), .frames(source: "a"),
            .practice(title: "체조", steps: ["하나"]), .unknown(kind: "x"),
        ] as [SignageContent])
    func `nothing flits by`(content: SignageContent) {
        let dwell = SignageItem(id: "a", content: content).dwell
        #expect(!dwell.isEmpty && dwell.allSatisfy { (8...60).contains($0) })
    }
}
