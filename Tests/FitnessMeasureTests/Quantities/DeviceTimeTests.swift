import Foundation
import Testing

@testable import FitnessMeasure

@Suite struct DeviceTimeTests {
    /// Foundation's calendar is the anchor; 1600 to 2870, in steps that meet every month and weekday.
    @Test func `seconds are those of the calendar`() {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = .gmt
        for seconds in stride(from: -11_676_096_000, through: 28_400_000_000, by: 86_400 * 37 + 4321) {
            let parts = calendar.dateComponents(
                [.year, .month, .day, .hour, .minute, .second], from: Date(timeIntervalSince1970: Double(seconds)))
            let time = DeviceTime(seconds: seconds)
            let expected = [parts.year, parts.month, parts.day, parts.hour, parts.minute, parts.second]
            #expect([time.year, time.month, time.day, time.hour, time.minute, time.second] == expected)
            #expect(time.seconds == seconds)
        }
    }

    @Test func `a moment is shown as the kiosk's zone has it`() throws {
        let seoul = try #require(TimeZone(identifier: "Asia/Seoul"))
        #expect(DeviceTime(Date(timeIntervalSince1970: 1_795_167_005.9), in: seoul) == .noon(18, 30, 5))
    }

    @Test(arguments: [(2026, 0, 20), (2026, 2, 29), (0, 1, 1), (2026, 13, 1)])
    func `a date that is unknown or none has no seconds`(year: Int, month: Int, day: Int) {
        let time = DeviceTime(year: year, month: month, day: day, hour: 0, minute: 0, second: 0)
        #expect(time.seconds == nil)
        #expect(time.advanced(bySeconds: 60) == nil)
    }

    @Test func `adding goes over the end of a leap year's February`() {
        let time = DeviceTime(year: 2028, month: 2, day: 28, hour: 23, minute: 59, second: 59)
        #expect(time.advanced(bySeconds: 1)?.day == 29)
        #expect(time.advanced(bySeconds: 86_401)?.month == 3)
    }
}
