import Foundation
import Testing

@testable import SignageFeed

@Suite struct FreshnessTests {
    private static let table: [(Freshness.Kind, Int, Freshness)] = [
        (.weather, 0, .fresh),
        (.weather, 14400, .fresh),
        (.weather, 14401, .old),
        (.weather, 86400, .old),
        (.weather, 86401, .expired),
        (.weather, -300, .fresh),
        (.weather, -301, .unknown),
        (.buses, 90, .fresh),
        (.buses, 91, .expired),
        (.buses, -300, .fresh),
        (.buses, -301, .unknown),
        (.air, 7200, .fresh),
        (.air, 7201, .old),
        (.air, 21601, .expired),
        (.warnings, 1801, .old),
        (.warnings, 21601, .expired),
        (.notices, 86400, .fresh),
        (.notices, 86401, .old),
        (.notices, 34560000, .old),
        (.notices, -34560000, .unknown),
    ]

    @Test(arguments: table)
    func `each kind of fact ages at its own pace`(kind: Freshness.Kind, age: Int, expected: Freshness) {
        let issued = FeedSamples.now
        #expect(Freshness.of(kind, issuedAt: issued, now: issued.addingTimeInterval(TimeInterval(age))) == expected)
    }

    private static let countdowns: [(Int?, Int, Int?)] = [
        (372, 0, 372), (372, 60, 312), (372, 90, 282), (372, 91, nil), (372, -200, 372), (372, -301, nil), (30, 30, 0),
        (30, 31, nil), (nil, 0, nil),
    ]

    @Test(arguments: countdowns)
    func `a countdown is honest or absent`(seconds: Int?, age: Int, left: Int?) {
        let arrival = BusBoard.Arrival(route: "603", seconds: seconds)
        let now = FeedSamples.now.addingTimeInterval(TimeInterval(age))
        #expect(arrival.remaining(at: now, issuedAt: FeedSamples.now) == left)
    }
}

@Suite struct WeatherMomentsTests {
    private static func at(_ text: String) -> Date { FeedSamples.korean("2026-11-" + text) }
    private static let seoul: Calendar = {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = TimeZone(secondsFromGMT: 9 * 3_600) ?? .gmt
        return calendar
    }()
    private let weather = Weather(
        hours: [
            .init(at: at("20 09:00"), temperature: 3), .init(at: at("20 10:00"), temperature: 5),
            .init(at: at("20 12:00"), temperature: 8), .init(at: at("20 15:00"), temperature: 9, sky: .clear),
            .init(at: at("20 18:00"), temperature: 6), .init(at: at("21 06:00"), temperature: -2, sky: .overcast),
            .init(
                at: at("21 09:00"), temperature: 1, sky: .mostlyCloudy, precipitation: .snow, precipitationChance: 70),
        ],
        days: [.init(date: at("21 00:00"), lowest: -2, highest: 4)])

    private static let moments: [(String, Double?)] = [
        ("20 07:59", nil), ("20 08:00", 3), ("20 08:59", 3), ("20 09:00", 3), ("20 09:59", 3), ("20 10:00", 5),
        ("20 11:59", 5), ("20 12:00", 8),
        ("20 14:59", 8), ("20 18:59", 6), ("20 19:00", nil), ("21 04:59", nil), ("21 05:59", -2), ("21 09:59", 1),
        ("21 10:00", nil),
        ("30 09:00", nil),
    ]

    @Test(arguments: moments)
    func `only the hour that lasts is now`(time: String, temperature: Double?) {
        #expect(weather.now(at: Self.at(time))?.temperature == temperature)
    }

    @Test func `the next points are three-hourly and lie ahead`() {
        let points = weather.next(from: Self.at("20 09:00"), calendar: Self.seoul)
        #expect(points.map(\.temperature) == [8, 9, 6, -2])
        #expect(weather.next(from: Self.at("30 00:00"), calendar: Self.seoul) == [])
    }

    @Test func `a clock in the past still finds points to show`() {
        let points = weather.next(from: Date(timeIntervalSince1970: 0), calendar: Self.seoul)
        #expect(points.count == 4 && weather.now(at: Date(timeIntervalSince1970: 0)) == nil)
    }

    @Test func `tomorrow is told in brief`() {
        let expected = Weather.Outlook(
            date: Self.at("21 00:00"), lowest: -2, highest: 4, sky: .overcast, precipitation: .snow,
            precipitationChance: 70)
        #expect(weather.tomorrow(from: Self.at("20 23:59")) == expected)
        #expect(weather.tomorrow(from: Self.at("21 00:00")) == nil)
    }

    @Test func `a nowcast improves its hour only`() {
        let observed = Weather(
            hours: [.init(at: Self.at("20 10:00"), temperature: 4.6, precipitation: .drizzle, humidity: 71)], days: [])
        let updated = weather.updated(with: observed)
        #expect(updated.hours.map(\.temperature) == [3, 4.6, 8, 9, 6, -2, 1])
        #expect(updated.hours[1].precipitation == .drizzle && updated.days == weather.days)
    }

    @Test func `the morning's lowest survives the next issue`() {
        let earlier = Weather(hours: [], days: [.init(date: Self.at("20 00:00"), lowest: -1, highest: 8)])
        let newer = Weather(hours: weather.hours, days: [.init(date: Self.at("20 00:00"), highest: 9)])
        #expect(newer.keeping(earlier).days == [.init(date: Self.at("20 00:00"), lowest: -1, highest: 9)])
    }

    @Test func `the running hour survives an issue that begins with the next one`() {
        let earlier = Weather(
            hours: [.init(at: Self.at("20 05:00"), temperature: 0), .init(at: Self.at("20 08:00"), temperature: 2)],
            days: [])
        let kept = weather.keeping(earlier)
        #expect(kept.now(at: Self.at("20 08:30"))?.temperature == 2)
        #expect(kept.hours.count == weather.hours.count + 1)
    }
}
