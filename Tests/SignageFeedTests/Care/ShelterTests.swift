import Foundation
import Testing

@testable import SignageFeed

@Suite struct ShelterTests {
    private static let weekdays: Weekdays = [.monday, .tuesday, .wednesday, .thursday, .friday]

    @Test(
        arguments: [
            ("문래 주민 센터 | 월-금 | 09:00-18:00", weekdays, "09:00", "18:00"), ("도서관|09:00~22:00", .all, "09:00", "22:00"),
            ("복지관 | 월·수·금 | 9:30 ~ 12:00", [.monday, .wednesday, .friday], "09:30", "12:00"),
            ("체육관 | 토요일,일요일 | 10:00–17:00", [.saturday, .sunday], "10:00", "17:00"),
            ("마을 회관 | 평일 | 22:00-06:00", weekdays, "22:00", "06:00"),
            ("A | mon-wed | 09:00-10:00", [.monday, .tuesday, .wednesday], "09:00", "10:00"),
        ] as [(String, Weekdays, String, String)])
    func `a line is a name, days and hours`(line: String, days: Weekdays, from: String, to: String) throws {
        let shelter = try Shelter(parsing: line)
        #expect(shelter.window == ShowWindow(weekdays: days, hours: try WallSamples.hours(from, to)))
        let copy = try JSONDecoder().decode(Shelter.self, from: JSONEncoder().encode(shelter))
        #expect(copy == shelter)
    }

    @Test(arguments: [
        "", "복지관", "| 09:00-18:00", "복지관 | 9-18", "복지관 | 월-금", "복지관 | 금-월 | 09:00-18:00", "복지관 | 낮 | 09:00-18:00",
        "복지관 | 09:00-09:00", "가 | 나 | 다 | 라",
    ])
    func `what nobody can read opens no door`(line: String) {
        #expect(throws: Shelter.ParseError(line: line)) { try Shelter(parsing: line) }
    }

    @Test func `the office's list is a table; a row without hours is told and left out`() throws {
        let table = "쉼터명,운영요일,운영시간\n문래 주민 센터,월-금,09:00-18:00\n도서관,,\n복지관,매일,09:00~21:00\n"
        let outcome = FeedFormat.shelters.parse(Array(table.utf8), context: FeedContext(receivedAt: FeedSamples.now))
        guard case .partial(.shelters(let fact), let problems) = outcome else {
            Issue.record("\(outcome)")
            return
        }
        #expect(fact.value.map(\.name) == ["문래 주민 센터", "복지관"] && problems.map { $0.row } == [1])
        let copy = try JSONDecoder().decode(FeedContent.self, from: JSONEncoder().encode(FeedContent.shelters(fact)))
        #expect(copy == .shelters(fact))
    }
}
