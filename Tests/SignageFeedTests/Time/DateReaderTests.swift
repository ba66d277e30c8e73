import Foundation
import Testing

@testable import SignageFeed

@Suite struct DateReaderTests {
    @Test(arguments: [
        "Fri, 20 Nov 2026 08:30:00 +0900", "Fri, 20 Nov 2026 08:30:00 KST", "20 Nov 2026 08:30",
        "Thu, 19 Nov 2026 23:30:00 GMT",
        "Thu, 19 Nov 2026 23:30:00 Z", "2026-11-20 08:30:00", "2026-11-20T08:30:00+09:00", "2026-11-19T23:30:00Z",
        "2026-11-19T23:30:00.123456Z", "2026-11-19T18:30:00-05:00", "2026.11.20. 08:30", "2026. 11. 20. 08:30:00",
        "2026/11/20 8:30",
        "20261120083000", "202611200830", "20261120T083000", "2026년 11월 20일 8시 30분", "2026년 11월 20일(금) 오전 8:30",
        "2026-11-20 오전 8:30:00", "2026-11-20 08:30 AM", "금, 20 11월 2026 08:30:00 +0900", "Fri Nov 20 08:30:00 KST 2026",
        "26.11.20 08:30", "Friday, November 20, 2026 8:30 am", "Fri, 20 Nov 2026 08:30:00 GMT+0900",
        "월, 20 11월 2026 08:30:00",
        "2026 년 11 월 20 일 08:30", "20 Nov 26 08:30 +0900", "2026-11-20  08:30:00.0", "Thu, 19 Nov 2026 18:30:00 EST",
    ])
    func `half past eight in Korea has many spellings`(text: String) {
        #expect(DateReader.date(text) == FeedSamples.korean("2026-11-20 08:30"))
    }

    @Test(arguments: [
        ("2026-11-20", "2026-11-20 00:00"), ("2026.11.20", "2026-11-20 00:00"), ("20261120", "2026-11-20 00:00"),
        ("2026-11-19 24:00", "2026-11-20 00:00"), ("2026-11-20 오후 12:30", "2026-11-20 12:30"),
        ("2026-11-20 오전 12:30", "2026-11-20 00:30"), ("2026-11-20 오후 1:05", "2026-11-20 13:05"),
        ("2024-02-29 00:00", "2024-02-29 00:00"), ("2026-12-31 24:00:00", "2027-01-01 00:00"),
        ("오후 3:00 2026-11-20", "2026-11-20 15:00"), ("2026-11-20 13:00 오후", "2026-11-20 13:00"),
    ])
    func `other hours and bare days are read`(text: String, expected: String) {
        #expect(DateReader.date(text) == FeedSamples.korean(expected))
    }

    @Test(arguments: [
        "", " ", "방금 전", "0000-00-00 00:00:00", "2026-02-29", "2026-13-01", "2026-11-31", "2026-11-20 25:00",
        "2026-11-20 24:01",
        "2026-11-20 오전 13:00", "2026-11-20 08:61", "11-20", "2026", "yesterday", "20/11/2026", "3일 전",
        "2026-11-20 08:30:00 XYZ",
        "99999999999999999999", "2026-11-20 08:30:00 +99:00", "1", "::", "08:30", "+", "2026-11-20 08:30 09:30",
    ])
    func `what no calendar has is no date`(text: String) {
        #expect(DateReader.date(text) == nil)
    }

    @Test func `a page is no date`() {
        #expect(DateReader.date(String(repeating: "2026-11-20 ", count: 100)) == nil)
    }

    @Test(arguments: [
        "1969-12-31 23:59", "1970-01-01 09:00", "2000-02-29 12:00", "2026-11-20 00:00", "2100-03-01 00:00",
    ])
    func `Korean time agrees with the system's calendar`(text: String) {
        let instant = FeedSamples.korean(text)
        let time = KoreanTime(instant)
        let written = "\(time.compactDay) \(time.compactMinute)"
        #expect(written == text.filter { $0 != "-" && $0 != ":" })
        #expect(KoreanTime.date(time.year, time.month, time.day, time.hour, time.minute) == instant)
    }
}
