import Foundation
import Testing

@testable import SignageFeed

@Suite struct ShowWindowTests {
    /// Seconds on the wall's own clock.
    private func second(_ text: String) -> Int {
        Int(FeedSamples.korean(text).timeIntervalSince1970) + KoreanTime.offset
    }

    @Test(arguments: [
        ("2026-11-20 08:59", false), ("2026-11-20 09:00", true), ("2026-11-20 11:59", true),
        ("2026-11-20 12:00", false),
    ])
    func `hours end before their end`(time: String, isOpen: Bool) throws {
        let window = ShowWindow(hours: try WallSamples.hours("09:00", "12:00"))
        #expect(window.phase(at: second(time)).isOpen == isOpen)
    }

    /// 2026-11-20 is a Friday.
    @Test(arguments: [
        ("2026-11-20 21:59", false), ("2026-11-20 22:00", true), ("2026-11-21 05:59", true),
        ("2026-11-21 06:00", false),
        ("2026-11-21 22:30", false), ("2026-11-20 03:00", false),
    ])
    func `a window overnight belongs to the day on which it starts`(time: String, isOpen: Bool) throws {
        let friday = ShowWindow(weekdays: .friday, hours: try WallSamples.hours("22:00", "06:00"))
        #expect(friday.phase(at: second(time)).isOpen == isOpen)
    }

    @Test func `the last day goes on until its night has ended`() throws {
        let window = ShowWindow(
            last: try WallSamples.day("2026-11-20"), hours: try WallSamples.hours("22:00", "06:00"))
        let night = window.phase(at: second("2026-11-21 02:00"))
        #expect(night == .init(isOpen: true, since: second("2026-11-20 22:00"), until: second("2026-11-21 06:00")))
        #expect(window.phase(at: second("2026-11-21 23:00")).until == .max)
    }

    @Test func `a leap day is a day`() throws {
        let leap = try WallSamples.day("2028-02-29")
        let window = ShowWindow(first: leap, last: leap)
        #expect(
            window.phase(at: second("2028-02-29 12:00"))
                == .init(isOpen: true, since: second("2028-02-29 00:00"), until: second("2028-03-01 00:00")))
        #expect(!window.phase(at: second("2028-03-01 00:00")).isOpen)
        #expect(CivilDay("2027-02-29") == nil && CivilDay("2100-02-29") == nil)
        #expect(leap.description == "2028-02-29")
    }

    @Test(arguments: ["2026-1-01", "2026-13-01", "20261101", "2026-11-31", "", "２０２６-11-01", "2026-11-01 "])
    func `a day that is none is refused`(text: String) { #expect(CivilDay(text) == nil) }

    @Test(arguments: [
        ("24:00", "06:00"), ("09:00", "09:00"), ("9:00", "12:00"), ("09:60", "12:00"), ("-1:00", "02:00"),
    ])
    func `hours that are none are refused`(from: String, to: String) { #expect(DayHours(from: from, to: to) == nil) }

    @Test func `from midnight to midnight is no limit`() throws {
        #expect(ShowWindow(hours: try WallSamples.hours("00:00", "24:00")) == .always)
    }

    /// The phase against a check of every minute, for many windows around the days where something changes.
    @Test func `a phase holds from its beginning to its end, and changes there`() throws {
        var random = SplitMix(state: 11)
        let origin = second("2028-02-24 00:00")
        for _ in 0..<300 {
            let window = try Self.window(&random)
            let at = origin + Int.random(in: 0..<14 * 1_440, using: &random) * 60
            let phase = window.phase(at: at)
            #expect(phase.isOpen == Self.isOpen(window, at), "\(window) \(at)")
            for edge in [phase.since, phase.until] where edge != .min && edge != .max {
                #expect(Self.isOpen(window, edge) != Self.isOpen(window, edge - 60), "\(window) \(at) \(edge)")
            }
            let (start, end) = (max(phase.since, at - 9 * 86_400), min(phase.until, at + 9 * 86_400))
            let isSteady = stride(from: start, to: end, by: 600).allSatisfy { Self.isOpen(window, $0) == phase.isOpen }
            #expect(isSteady, "\(window) \(at)")
        }
    }

    private static func window(_ random: inout SplitMix) throws -> ShowWindow {
        let weekdays = Weekdays(rawValue: UInt8.random(in: 1...127, using: &random))
        let first = try WallSamples.day("2028-02-2\(Int.random(in: 0...9, using: &random))")
        var window = ShowWindow(weekdays: Bool.random(using: &random) ? .all : weekdays)
        if Bool.random(using: &random) { window.first = first }
        if Bool.random(using: &random) {
            window.last = CivilDay(number: first.number + Int.random(in: 0...9, using: &random))
        }
        if Bool.random(using: &random) {
            window.hours = DayHours(
                from: Int.random(in: 0..<1_440, using: &random), to: Int.random(in: 0...1_440, using: &random))
        }
        return window
    }

    /// The rule in the words of the decision, minute by minute.
    private static func isOpen(_ window: ShowWindow, _ second: Int) -> Bool {
        let (day, minute) = (CivilDay(second: second), second.remainder(by: 86_400) / 60)
        guard let hours = window.hours else { return window.allows(day) }
        let before = CivilDay(number: day.number - 1)
        if hours.to > hours.from { return window.allows(day) && minute >= hours.from && minute < hours.to }
        return (window.allows(day) && minute >= hours.from) || (window.allows(before) && minute < hours.to)
    }
}
