import ArgumentParser
import Foundation
import KioskScreens
import SignageFeed

/// `kiosk bench wall`: what is on the wall, asked for at one instant after the other over a year, for a playlist of
/// items of every kind under conditions of every kind.
struct WallBench: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "wall", abstract: "Microseconds a plan of the wall.")

    @Option(help: "Items.") var items = 500
    @Option(help: "Plans that count.") var count = 20_000

    private struct Answer: Encodable {
        var items: Int
        var count: Int
        /// Microseconds a plan at instants that have nothing to do with each other.
        var anyInstant: Double
        /// The same by a planner that is asked for instants in order, as a kiosk asks.
        var inOrder: Double
        /// How many different items were on, so that nobody can leave the work out.
        var shown: Int
    }

    func run() throws {
        try reporting {
            let schedule = WallSchedule(Playlist(items: (0..<items).map(Self.item)))
            var planner = WallPlanner(schedule)
            var shown: Set<String> = []
            let anyInstant = measure {
                schedule.wall(at: Self.instant($0 &* 7_919), Self.state(at: $0))
            } seen: {
                shown.insert($0)
            }
            let inOrder = measure {
                planner.wall(at: Self.instant($0), Self.state(at: $0))
            } seen: {
                shown.insert($0)
            }
            try write(
                Answer(items: items, count: count, anyInstant: anyInstant, inOrder: inOrder, shown: shown.count))
        }
    }

    /// Microseconds a plan.
    private func measure(_ plan: (Int) -> FramePlan, seen: (String) -> Void) -> Double {
        for number in 0..<100 { _ = plan(number) }
        var plans: [FramePlan] = []
        plans.reserveCapacity(count)
        let start = MonotonicTime.nanoseconds
        for number in 0..<count { plans.append(plan(number)) }
        let microseconds = Double(MonotonicTime.nanoseconds - start) / 1e3 / Double(count)
        for case .item(let id) in plans.flatMap({ $0.zones.map(\.shown) }) { seen(id) }
        return microseconds
    }

    /// Every 20 seconds from 2027 on.
    private static func instant(_ number: Int) -> Date {
        Date(timeIntervalSince1970: 1_798_729_200 + Double(number % 1_576_800) * 20)
    }

    private static func state(at number: Int) -> WallState {
        WallState(trust: .known, facts: WallYear.everFresh(instant(number)))
    }

    private static func item(_ number: Int) -> SignageItem {
        let contents: [SignageContent] = [
            .notice(title: "알림 \(number)", text: String(repeating: "모두 함께 읽는 소식이에요. ", count: 20)),
            .job(.init(title: "일자리 \(number)", text: "")), .weather(.today), .buses,
            .practice(title: "체조 \(number)", steps: ["하나", "둘"]), .care, .classOfToday,
        ]
        var window = ShowWindow()
        if number.isMultiple(of: 3) { window.hours = DayHours(from: number % 12 * 60, to: 1_200) }
        if number.isMultiple(of: 5) { window.weekdays = [.monday, .wednesday, .friday] }
        if number.isMultiple(of: 7) { window.last = CivilDay("2027-06-30") }
        return SignageItem(
            id: String(number), content: contents[number % contents.count], window: window, priority: number % 4,
            share: number % 50 == 0 ? 2 : nil)
    }
}
