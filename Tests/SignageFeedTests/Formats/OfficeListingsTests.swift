import Foundation
import Testing

@testable import SignageFeed

@Suite struct OfficeListingsTests {
    private let context = FeedSamples.context

    @Test func `a spreadsheet of jobs is read by its Korean columns`() throws {
        let csv = """
            번호,공고명,모집기관,근무지,급여,마감일,비고\r
            1,"경로당 도우미, 2명",가상시니어클럽,옥천읍,월 29만 원,2026.11.30,"첫째 줄
            둘째 줄"\r
            2,학교 급식 도우미,,,,2026-11-20 09:00,\r
            ,,,,,,\r
            3,,기관만,,,,\r
            1,"경로당 도우미, 3명",가상시니어클럽,옥천읍,월 29만 원,언젠가,\r
            """
        guard case .partial(let fact, let problems) = JobOffer.parse(Array(csv.utf8), context) else {
            throw FeedSamples.SampleError.otherContent
        }
        #expect(fact.value.map(\.title) == ["학교 급식 도우미", "경로당 도우미, 3명"])
        #expect(fact.value.map(\.id) == ["2", "1"] && fact.value[1].employer == "가상시니어클럽")
        #expect(fact.value[0].isOpen(at: FeedSamples.now) && !fact.value[0].isOpen(at: FeedSamples.now + 1))
        #expect(
            problems == [FeedProblem(.unusableRow, row: 2), FeedProblem(.unreadableDate, row: 3, field: "closes")])
    }

    @Test func `a bare last day ends at its end`() throws {
        let json = #"{"items":[{"title":"서예","opens":"2026-11-16","closes":"2026-11-20","hours":"월 10시"}]}"#
        guard case .ok(let fact) = Course.parse(Array(json.utf8), context) else {
            throw FeedSamples.SampleError.otherContent
        }
        let course = try #require(fact.value.first)
        #expect(course.id == "서예" && course.opensAt == FeedSamples.korean("2026-11-16 00:00"))
        #expect(course.isOpen(at: FeedSamples.korean("2026-11-20 23:59")))
        #expect(!course.isOpen(at: FeedSamples.korean("2026-11-21 00:00")))
        #expect(!course.isOpen(at: FeedSamples.korean("2026-11-15 23:59")))
    }

    @Test func `a list in CP949 is Korean, too`() throws {
        let bytes = try #require("강좌명;강사\n펲시 만들기;홍길동".data(using: KoreanCodePage.encoding))
        guard case .ok(let fact) = Course.parse(Array(bytes), context) else {
            throw FeedSamples.SampleError.otherContent
        }
        #expect(fact.value == [Course(id: "펲시 만들기", title: "펲시 만들기", instructor: "홍길동")])
    }

    @Test(arguments: [
        ("", FeedError(.emptyBody)), ("<html>", FeedError(.webPage)), ("<a/>", FeedError(.unexpectedShape)),
        ("그냥 글", FeedError(.bareText)), ("{}", FeedError(.unexpectedShape)),
        ("[", FeedError(.json(.malformed(offset: 1)))),
        ("a,b\n\"x", FeedError(.csv(.openQuote))), ("[1]", FeedError(.unexpectedShape)),
        ("a,b\n1,2", FeedError(.unexpectedShape)),
    ])
    func `what is no list is told apart`(text: String, error: FeedError) {
        #expect(JobOffer.parse(Array(text.utf8), context) == .failed(error))
    }

    @Test func `a list of nothing is empty, and one too long is cut`() {
        #expect(JobOffer.parse(Array("[]".utf8), context) == .empty)
        let many = "[" + (0..<1_001).map { "{\"title\":\"\($0)\"}" }.joined(separator: ",") + "]"
        guard case .partial(let fact, let problems) = JobOffer.parse(Array(many.utf8), context) else {
            Issue.record("a long list is read in part")
            return
        }
        #expect(fact.value.count == 1_000 && problems == [FeedProblem(.tooManyItems)])
    }

    @Test func `tables are bounded and forgiving`() throws {
        #expect(try SafeCSV.rows("a,b\n\"x\"\"y\"z,2,\n\n3") == [["a", "b"], ["x\"y", "2", ""], ["3"]])
        #expect(try SafeCSV.rows("a\tb\r1\t2") == [["a", "b"], ["1", "2"]])
        #expect(try SafeCSV.rows("a,") == [["a", ""]])
        #expect(throws: SafeCSVError.tooManyColumns) { try SafeCSV.rows(String(repeating: ",", count: 101)) }
        #expect(throws: SafeCSVError.tooManyRows) { try SafeCSV.rows("a\nb\nc", rowLimit: 2) }
    }
}
