import Foundation
import Testing

@testable import SignageFeed

@Suite struct NoticeFeedTests {
    static let halfPastEight = FeedSamples.korean("2026-11-20 08:30")

    @Test func `an RSS feed becomes notices`() throws {
        let notices = try FeedSamples.notices("rss/normal_utf8.xml")
        #expect(
            notices == [
                Notice(
                    id: "1", title: "경로당 난방비 지원 안내", text: "본문입니다.", from: "가상군 공지사항", publishedAt: Self.halfPastEight,
                    link: "https://example.invalid/n/1"),
                Notice(
                    id: "2", title: "무료 독감 예방접종", text: "본문입니다.", from: "가상군 공지사항", publishedAt: Self.halfPastEight,
                    link: "https://example.invalid/n/2"),
            ])
    }

    @Test(arguments: [
        ("rss/cp949_declared_euckr.xml", "똠방각하 펲시콜라 뷁 안내"), ("rss/ksc5601_declared.xml", "안내"),
        ("rss/euckr_declared_utf8_bytes.xml", "경로당 난방비 지원 안내"), ("rss/utf16le_bom.xml", "안내"),
        ("rss/bom_and_leading_newline.xml", "안내"), ("rss/seoul_style.xml", "새소식"),
        ("rss/raw_ampersand.xml", "A & B 안내"),
        ("rss/control_chars.xml", "안내문끝"), ("rss/atom.xml", "난방비 지원"), ("rss/duplicate_guid.xml", "같은 글 (수정)"),
    ])
    func `whatever the label says, the title is read`(name: String, title: String) throws {
        #expect(try FeedSamples.notices(name).map(\.title) == [title])
    }

    @Test func `a lone ampersand keeps the whole link`() throws {
        #expect(
            try FeedSamples.notices("rss/raw_ampersand.xml").first?.link == "https://example.invalid/v?a=1&b=2&idx=3")
    }

    @Test func `HTML becomes lines`() throws {
        let notices = try FeedSamples.notices("rss/html_description.xml")
        #expect(notices.map(\.text) == ["첫째 줄\n둘째 줄 끝", "첫째\n둘째 끝 & 참고"])
    }

    @Test func `XHTML becomes lines`() throws {
        #expect(try FeedSamples.notices("rss/atom.xml").first?.text == "첫째\n둘째")
    }

    @Test func `JSON Feed takes numbers as ids and drops items without`() throws {
        let outcome = try FeedSamples.parse("rss/jsonfeed.json", as: .jsonFeed)
        guard case .partial(.notices(let fact), let problems) = outcome else {
            throw FeedSamples.SampleError.otherContent
        }
        #expect(fact.value.map(\.id) == ["1", "2"] && fact.value.map(\.title) == ["난방비 지원", "둘째"])
        #expect(problems == [FeedProblem(.unusableRow, row: 2)])
    }

    @Test func `a feed without items works`() throws {
        #expect(try FeedSamples.parse("rss/no_items.xml", as: .rss) == .empty)
    }

    @Test func `dates that cannot be read leave the notice on the wall`() throws {
        let notices = try FeedSamples.notices("rss/broken_dates.xml")
        #expect(notices.count == 27)
        let dates = Dictionary(uniqueKeysWithValues: notices.map { ($0.id, $0.publishedAt) })
        let day = FeedSamples.korean("2026-11-20 00:00")
        let expected: [Int: Date] = [
            6: day, 7: day, 10: day, 12: day, 15: FeedSamples.korean("2026-11-20 12:30"),
            16: FeedSamples.korean("2026-11-20 00:30"), 20: day,
        ]
        for number in 0...26 {
            let date = number <= 20 ? expected[number] ?? Self.halfPastEight : nil
            #expect(dates["\(number)"] == .some(date), "date \(number)")
        }
        #expect(notices.suffix(6).map(\.id) == ["21", "22", "23", "24", "25", "26"])
    }

    @Test(arguments: ["rss/hostile_laughs.xml", "rss/hostile_xxe.xml"])
    func `a document type is refused unread`(name: String) throws {
        #expect(try FeedSamples.parse(name, as: .rss) == .failed(FeedError(.xml(.documentType))))
    }

    @Test func `a feed that ends in the middle is refused`() throws {
        #expect(try FeedSamples.parse("rss/truncated.xml", as: .rss) == .failed(FeedError(.xml(.malformed))))
    }

    @Test func `RSS 1 has its items beside the channel`() throws {
        let rdf = """
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/">
            <channel rdf:about="x"><title>소식</title></channel><item rdf:about="https://example.invalid/7">
            <title>하나</title><dc:date>2026-11-20T08:30:00+09:00</dc:date></item></rdf:RDF>
            """
        let outcome = FeedFormat.rss.parse(Array(rdf.utf8), context: FeedSamples.context)
        guard case .ok(.notices(let fact)) = outcome else { throw FeedSamples.SampleError.otherContent }
        #expect(fact.value.map(\.id) == ["https://example.invalid/7"])
        #expect(fact.value.map(\.publishedAt) == [Self.halfPastEight])
    }

    @Test(arguments: [
        #"<description/><dc:description xmlns:dc="http://purl.org/dc/elements/1.1/">내일 쉬어요.</dc:description>"#,
        #"<i:summary xmlns:i="http://www.itunes.com/dtds/podcast-1.0.dtd">내일 쉬어요.</i:summary>"#,
    ])
    func `an item without a description has the text that stands for it`(text: String) throws {
        let rss = "<rss><channel><item><guid>1</guid><title>휴관</title>\(text)</item></channel></rss>"
        let outcome = FeedFormat.rss.parse(Array(rss.utf8), context: FeedSamples.context)
        guard case .ok(.notices(let fact)) = outcome else { throw FeedSamples.SampleError.otherContent }
        #expect(fact.value.map(\.text) == ["내일 쉬어요."])
    }

    @Test func `items without a channel are read, and a root with neither is no feed`() throws {
        let rss = "<rss><item><guid>1</guid><title>휴관</title></item></rss>"
        let outcome = FeedFormat.rss.parse(Array(rss.utf8), context: FeedSamples.context)
        guard case .ok(.notices(let fact)) = outcome else { throw FeedSamples.SampleError.otherContent }
        #expect(fact.value.map(\.title) == ["휴관"])
        #expect(
            FeedFormat.rss.parse(Array("<rss/>".utf8), context: FeedSamples.context)
                == .failed(FeedError(.unexpectedShape)))
    }

    @Test func `Atom 0.3 is read as well`() throws {
        let atom = """
            <a:feed xmlns:a="http://purl.org/atom/ns#" version="0.3"><a:title>소식</a:title><a:entry><a:id>3</a:id>
            <a:title type="text/html" mode="escaped">&lt;b&gt;셋째&lt;/b&gt;</a:title>
            <a:modified>2026-11-19T23:30:00Z</a:modified></a:entry></a:feed>
            """
        let outcome = FeedFormat.atom.parse(Array(atom.utf8), context: FeedSamples.context)
        guard case .ok(.notices(let fact)) = outcome else { throw FeedSamples.SampleError.otherContent }
        #expect(fact.value.map(\.title) == ["셋째"] && fact.value.map(\.publishedAt) == [Self.halfPastEight])
    }

    @Test func `a title in angle brackets is not a tag`() throws {
        let rss = "<rss><channel><item><guid>1</guid><title>&lt;공고&gt; 모집</title></item></channel></rss>"
        let outcome = FeedFormat.rss.parse(Array(rss.utf8), context: FeedSamples.context)
        guard case .ok(.notices(let fact)) = outcome else { throw FeedSamples.SampleError.otherContent }
        #expect(fact.value.map(\.title) == ["<공고> 모집"])
    }

    @Test func `a thousand notices do not drown the wall`() throws {
        let items = (0..<1_000).map { "<item><guid>\($0)</guid><title>글</title></item>" }.joined()
        let outcome = FeedFormat.rss.parse(
            Array("<rss><channel>\(items)</channel></rss>".utf8), context: FeedSamples.context)
        guard case .partial(.notices(let fact), let problems) = outcome else {
            throw FeedSamples.SampleError.otherContent
        }
        #expect(fact.value.count == 200 && problems == [FeedProblem(.tooManyItems)])
    }
}
