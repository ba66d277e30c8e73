import Foundation
import Testing

@testable import CentralServer

@Suite struct KoreanTimeTests {
    private static let spoken: [(secondsAgo: Double, words: String)] = [
        (0, "방금"), (3, "3초 전"), (59, "59초 전"), (60, "1분 전"), (3599, "59분 전"), (3600, "오늘 오전 9시 20분"),
        (8400, "오늘 오전 8시"), (20 * 3600, "어제 오후 2시 20분"), (37200, "오늘 자정"), (37260, "어제 오후 11시 59분"),
        (80400, "어제 정오"), (2 * 86_400, "그저께 오전 10시 20분"), (18 * 86_400, "11월 3일 오전 10시 20분"),
        (400 * 86_400, "2025년 10월 17일 오전 10시 20분"), (-86_400, "11월 22일 오전 10시 20분"),
    ]

    @Test(arguments: spoken)
    func `times are said as people say them`(secondsAgo: Double, words: String) {
        let now = DashboardOffice.morning
        #expect(KoreanTime.spoken(now.addingTimeInterval(-secondsAgo), at: now) == words)
    }

    @Test func `a moment is told in full`() {
        #expect(KoreanTime.full(DashboardOffice.morning) == "11월 21일 토요일 오전 10시 20분")
    }

    @Test(arguments: [
        "2026-02-30", "2026-1-01", "26-01-01", "2026-13-01", "1999-12-31", "+026-01-01", "", "2026-01-01 ",
    ])
    func `what is no day is none`(text: String) { #expect(LocalDay(text) == nil) }

    @Test(arguments: [
        ("2026-11-21", 1, "2026-11-22"), ("2026-02-28", 1, "2026-03-01"), ("2028-02-28", 1, "2028-02-29"),
        ("2027-01-01", -1, "2026-12-31"), ("2026-11-21", -365, "2025-11-21"),
    ])
    func `days are counted over months and years`(day: String, count: Int, result: String) throws {
        let (start, end) = (try #require(LocalDay(day)), try #require(LocalDay(result)))
        #expect(start.adding(days: count) == end && end.days(since: start) == count && "\(end)" == result)
    }

    @Test func `months follow each other`() throws {
        let december = try #require(LocalDay("2026-12-24"))
        #expect("\(december.firstOfNextMonth)" == "2027-01-01" && "\(december.firstOfPreviousMonth)" == "2026-11-01")
        #expect(december.monthText == "2026-12" && december.weekday == "목")
    }

    @Test(arguments: [
        ("김순자", "김○자"), ("이준", "이○"), ("남궁옥분", "남○○분"), ("복", "○"), ("", "○"), ("김 순 자", "김○자"),
    ])
    func `names are masked`(name: String, masked: String) { #expect(SeniorWords.masked(name) == masked) }

    @Test(arguments: [(1948, 11, 78), (1948, 12, 77), (1926, 1, 100)])
    func `ages are completed years`(year: Int, month: Int, age: Int) {
        #expect(SeniorWords.age(birthYear: year, birthMonth: month, on: LocalDay(DashboardOffice.morning)) == age)
    }

    @Test(arguments: [(0, "0"), (999, "999"), (1204, "1,204"), (51_200, "51,200"), (-1_234_567, "-1,234,567")])
    func `thousands are grouped`(number: Int, text: String) { #expect(number.grouped == text) }
}
