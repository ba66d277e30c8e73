import FitnessMeasure
import Foundation
import Testing

@Suite struct PlanDayTests {
    @Test(
        arguments: [
            ("2026-11-21", 56, "2027-01-16"), ("2026-12-31", 1, "2027-01-01"), ("2028-02-28", 1, "2028-02-29"),
            ("2027-02-28", 1, "2027-03-01"), ("2100-02-28", 1, "2100-03-01"), ("2000-02-28", 1, "2000-02-29"),
            ("2026-11-21", 0, "2026-11-21"), ("2026-11-21", -5, "2026-11-21"), ("2026-01-01", 365, "2027-01-01"),
            ("9999-12-31", 3, "9999-12-31"),
        ])
    func `days are counted`(from: String, days: Int, to: String) throws {
        #expect(try #require(PlanDay(from)).adding(days: days).description == to)
    }

    @Test(
        arguments: [
            "2026-02-29", "2026-13-01", "2026-00-10", "2026-04-31", "26-04-30", "2026-4-30", "2026/04/30", "",
            "2026-11-2١",
        ])
    func `a day that does not exist is none`(text: String) { #expect(PlanDay(text) == nil) }

    @Test func `days are ordered and written as text`() throws {
        let days = ["2026-11-21", "2026-12-01", "2027-01-01"].compactMap(PlanDay.init)
        #expect(days.sorted() == days && days.count == 3)
        let data = try JSONEncoder().encode(days)
        #expect(String(decoding: data, as: UTF8.self) == #"["2026-11-21","2026-12-01","2027-01-01"]"#)
        #expect(try JSONDecoder().decode([PlanDay].self, from: data) == days)
        #expect(throws: DecodingError.self) { try JSONDecoder().decode([PlanDay].self, from: Data(#"["x"]"#.utf8)) }
    }
}
