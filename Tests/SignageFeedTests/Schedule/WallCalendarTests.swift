import Foundation
import Testing

@testable import SignageFeed

@Suite struct WallCalendarTests {
    private func utc(_ text: String) -> Date { FeedSamples.korean(text) + Double(KoreanTime.offset) }

    private func newYork() throws -> WallCalendar {
        WallCalendar(try #require(TimeZone(identifier: "America/New_York")))
    }

    private func isOn(_ hours: DayHours, _ utc: Date) throws -> Bool {
        let screen = ScreenProfile(calendar: try newYork())
        let plan = WallSamples.schedule([WallSamples.item("a", ShowWindow(hours: hours))], screen)
            .wall(at: utc, WallState(trust: .known))
        return WallSamples.shown(plan) == "a"
    }

    /// 2027-03-14: at 02:00 the clocks go to 03:00.
    @Test(arguments: ["06:30", "06:59", "07:00", "07:15", "07:45"])
    func `a window in the hour that spring leaves out does not open`(time: String) throws {
        #expect(try !isOn(WallSamples.hours("02:15", "02:45"), utc("2027-03-14 \(time)")))
    }

    /// 2027-11-07: at 02:00 the clocks go back to 01:00.
    @Test(arguments: [("05:30", true), ("06:30", true), ("07:30", false), ("04:30", false)])
    func `a window in the hour that autumn repeats opens twice`(time: String, isOn: Bool) throws {
        #expect(try self.isOn(WallSamples.hours("01:15", "01:45"), utc("2027-11-07 \(time)")) == isOn)
    }

    @Test func `a year with two changes of the clock has no gap`() throws {
        let items = [
            WallSamples.item("a", seconds: 600),
            WallSamples.item("night", ShowWindow(hours: try WallSamples.hours("23:00", "05:00")), seconds: 600),
        ]
        let year = WallYear(WallSamples.schedule(items, ScreenProfile(calendar: try newYork())))
        let report = try #require(year.report(of: 2027))
        #expect(report.gaps == 0 && report.secondsByItem.values.reduce(0, +) == 365 * 86_400)
    }

    @Test func `an offset holds from one change to the next`() throws {
        let calendar = try newYork()
        let summer = calendar.stretch(at: utc("2027-07-01 00:00").wholeSecond)
        #expect(summer.offset == -4 * 3_600)
        #expect(summer.start == utc("2027-03-14 07:00").wholeSecond)
        #expect(summer.end == utc("2027-11-07 06:00").wholeSecond)
        #expect(calendar.stretch(at: summer.end).offset == -5 * 3_600)
        #expect(WallCalendar.korea.stretch(at: 0) == .init(offset: 9 * 3_600, start: .min, end: .max))
    }
}
