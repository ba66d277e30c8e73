import Foundation
import KoreanText
import Testing

struct KoreanClockTests {
    private let clock = KoreanClock(zone: TimeZone(secondsFromGMT: 9 * 3_600) ?? .gmt)

    private func instant(_ text: String) throws -> Date {
        try Date.ISO8601FormatStyle(timeZone: TimeZone(secondsFromGMT: 9 * 3_600) ?? .gmt).parse(text + "+09:00")
    }

    @Test(arguments: [
        ("15:30", "오후 3시 30분", "오후 세 시 삼십 분"), ("09:00", "오전 9시", "오전 아홉 시"), ("00:00", "밤 12시", "밤 열두 시"),
        ("12:00", "낮 12시", "낮 열두 시"), ("12:05", "낮 12시 5분", "낮 열두 시 오 분"), ("23:59", "오후 11시 59분", "오후 열한 시 오십구 분"),
        ("01:10", "오전 1시 10분", "오전 한 시 십 분"),
    ])
    func `a time of day`(time: String, written: String, spoken: String) throws {
        let date = try instant("2026-11-21T\(time):00")
        #expect(clock.time(date) == written)
        #expect(clock.spokenTime(date) == spoken)
    }

    @Test(arguments: [
        ("2026-11-21", "11월 21일 토요일", "십일월 이십일일 토요일"), ("2026-06-01", "6월 1일 월요일", "유월 일일 월요일"),
        ("2026-10-31", "10월 31일 토요일", "시월 삼십일일 토요일"), ("2028-02-29", "2월 29일 화요일", "이월 이십구일 화요일"),
        ("2026-01-04", "1월 4일 일요일", "일월 사일 일요일"),
    ])
    func `a day`(day: String, written: String, spoken: String) throws {
        let date = try instant("\(day)T00:30:00")
        #expect(clock.day(date) == written)
        #expect(clock.spokenDay(date) == spoken)
    }

    @Test(arguments: [
        ("2026-11-21T11:59:59", "방금"), ("2026-11-21T11:59:40", "20초 전"), ("2026-11-21T11:55:00", "5분 전"),
        ("2026-11-21T11:00:00", "한 시간 전"), ("2026-11-21T00:00:00", "열두 시간 전"), ("2026-11-20T23:00:00", "어제"),
        ("2026-11-20T00:00:00", "어제"), ("2026-11-19T23:59:59", "그저께"), ("2026-11-18T12:00:00", "3일 전"),
        ("2026-11-15T00:00:00", "6일 전"), ("2026-11-14T23:00:00", "11월 14일"), ("2025-11-14T23:00:00", "2025년 11월 14일"),
    ])
    func `an age at noon`(then: String, words: String) throws {
        #expect(clock.age(of: try instant(then), at: try instant("2026-11-21T12:00:00")) == words)
    }

    @Test(arguments: [
        ("2026-11-20T23:50:00", "20분 전"), ("2026-11-20T22:00:00", "두 시간 전"), ("2026-11-20T17:00:00", "어제"),
    ])
    func `an age soon after midnight`(then: String, words: String) throws {
        #expect(clock.age(of: try instant(then), at: try instant("2026-11-21T00:10:00")) == words)
    }

    @Test(arguments: [
        ("2026-11-21T15:30:00", "오후 3시 30분"), ("2026-11-22T15:30:00", "11월 22일"),
        ("2027-11-22T15:30:00", "2027년 11월 22일"),
    ])
    func `what comes from the future has no age`(then: String, words: String) throws {
        #expect(clock.age(of: try instant(then), at: try instant("2026-11-21T12:00:00")) == words)
    }
}
