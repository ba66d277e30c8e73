import Foundation
import Testing

@testable import SignageFeed

@Suite struct PolledFactsTests {
    private static let now = FeedSamples.now
    private static func fact<Value>(_ value: Value, age: TimeInterval = 0) -> Fact<Value> {
        Fact(value, issuedAt: now - age, fetchedAt: now)
    }

    private static func day(_ number: Int) -> Date { FeedSamples.korean("2026-11-\(number) 00:00") }

    @Test func `the week is one list in which each day says how old it is`() throws {
        let village = try FeedSamples.weather("kma/vilage_normal.json", as: .kmaVillage)
        let land = try FeedSamples.weather("kma_mid/land_normal.json", as: .kmaMidTerm)
        let temperature = try FeedSamples.weather("kma_mid/ta_normal.json", as: .kmaMidTerm)
        let facts = PolledFacts([
            (.kmaMidTerm, .weather(land)), (.kmaMidTerm, .weather(temperature)), (.kmaVillage, .weather(village)),
        ])
        let weather = try #require(facts.weather)
        #expect(weather.issuedAt == village.issuedAt && weather.value.hours == village.value.hours)
        let dates = weather.value.days.map(\.date)
        #expect(dates == dates.sorted() && Set(dates).count == dates.count)
        let far = try #require(weather.value.days.last)
        #expect(far.midTermIssuedAt == land.issuedAt && far.lowest != nil && far.morning?.words == "맑음")
        let near = weather.value.days.filter { $0.midTermIssuedAt == nil }
        #expect(near.allSatisfy { day in village.value.days.contains(day) })
    }

    @Test func `a day of both forecasts is as old as its older part, and what is nearer counts`() {
        let village = Weather(hours: [], days: [.init(date: Self.day(24), lowest: 1)])
        let half = Weather.Day.Half(words: "맑음", sky: .clear, precipitation: .none, precipitationChance: 0)
        let far = Weather(hours: [], days: [.init(date: Self.day(24), lowest: 9, highest: 12, morning: half)])
        let facts = PolledFacts([
            (.kmaVillage, .weather(Self.fact(village))), (.kmaMidTerm, .weather(Self.fact(far, age: 10_800))),
        ])
        let day = facts.weather?.value.days.first
        #expect(day?.lowest == 1 && day?.highest == 12 && day?.morning == half)
        #expect(day?.midTermIssuedAt == Self.now - 10_800)
    }

    @Test func `the mid-term forecast alone is joined and as old as its older part`() {
        let half = Weather.Day.Half(words: "흐림", sky: .overcast, precipitation: .none, precipitationChance: 30)
        let land = Weather(hours: [], days: [.init(date: Self.day(25), morning: half)])
        let heat = Weather(hours: [], days: [.init(date: Self.day(25), lowest: -1, highest: 6)])
        let facts = PolledFacts([
            (.kmaMidTerm, .weather(Self.fact(land))), (.kmaMidTerm, .weather(Self.fact(heat, age: 43_200))),
        ])
        #expect(facts.weather?.issuedAt == Self.now - 43_200)
        #expect(facts.weather?.value.days.first?.morning == half && facts.weather?.value.days.first?.highest == 6)
    }

    static func board(_ stop: String, arrivals: Int) -> BusBoard {
        BusBoard(stop: stop, arrivals: (0..<arrivals).map { .init(route: "\($0)", seconds: 60) })
    }

    @Test(arguments: [
        ("the first counts", 2, 0.0, 2, 0.0, "a"), ("one that knows of no bus steps back", 0, 0, 2, 0, "b"),
        ("one that is long silent steps back", 2, 91, 2, 0, "b"), ("a little older still counts", 2, 90, 2, 0, "a"),
        ("nobody knows of a bus", 0, 0, 0, 0, "a"),
    ])
    func `buses come from the source that has them`(
        rule: String, first: Int, firstAge: TimeInterval, second: Int, secondAge: TimeInterval, expected: String
    ) {
        let facts = PolledFacts([
            (.gtfsRealtime, .buses(Self.fact(Self.board("a", arrivals: first), age: firstAge))),
            (.tagoArrivals, .buses(Self.fact(Self.board("b", arrivals: second), age: secondAge))),
        ])
        #expect(facts.buses?.value.stop == expected, "\(rule)")
    }

    @Test func `lists and warnings of several sources are joined, each entry once`() {
        let jobs = [JobOffer(id: "1", title: "가"), JobOffer(id: "2", title: "나")]
        let cold = WeatherWarning(
            area: "L1", areaName: "원주시", hazard: .init(rawValue: 3), level: .advisory, issuedAt: Self.now)
        var wind = cold
        wind.hazard = .init(rawValue: 1)
        let facts = PolledFacts([
            (.jobs, .jobs(Self.fact(jobs))),
            (.jobs, .jobs(Self.fact([jobs[1], JobOffer(id: "3", title: "다")], age: 9))),
            (.kmaWarnings, .warnings(Self.fact([cold], age: 5))), (.kmaWarnings, .warnings(Self.fact([cold, wind]))),
        ])
        #expect(facts.jobs?.value.map(\.id) == ["1", "2", "3"] && facts.jobs?.issuedAt == Self.now - 9)
        #expect(facts.warnings?.value == [cold, wind] && facts.warnings?.issuedAt == Self.now - 5)
    }

    @Test func `a snapshot of before is still read, and a new one holds the lists`() throws {
        let old = Data(#"{"version":4,"publishedAt":0,"notices":[],"classes":[]}"#.utf8)
        #expect(try JSONDecoder().decode(WallSnapshot.self, from: old).jobs == nil)
        var facts = PolledFacts()
        facts.courses = Self.fact([Course(id: "c", title: "스마트폰 첫걸음")])
        let snapshot = facts.snapshot(version: 5, at: Self.now)
        let again = try JSONDecoder().decode(WallSnapshot.self, from: try JSONEncoder().encode(snapshot))
        #expect(again == snapshot && again.courses?.value.first?.title == "스마트폰 첫걸음")
    }
}
