import Foundation
import Testing

@testable import SignageFeed

@Suite struct CareRuleTests {
    private static let folder = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("assets/care")
    private static let languages = ["ko", "en", "zh", "ja"]
    private let now = FeedSamples.korean("2026-07-20 11:00")

    private static func bytes(_ name: String) throws -> [UInt8] {
        Array(try Data(contentsOf: folder.appendingPathComponent(name)))
    }

    private func rules() throws -> [CareRule] { try CareRule.load(Self.bytes("rules.json")) }

    private func weather(_ hours: [(Double, feels: Double?, air: Double)], age: Double = 3_600) -> Fact<Weather> {
        let weather = Weather(
            hours: hours.map { .init(at: now + $0.0 * 3_600, temperature: $0.air, feelsLike: $0.feels) }, days: [])
        return Fact(weather, issuedAt: now - age, fetchedAt: now)
    }

    private func cards(_ conditions: CareConditions) throws -> [CareCard] { try rules().cards(at: now, conditions) }

    @Test(arguments: [(32.9, nil), (33.0, "heat-33"), (34.9, "heat-33"), (35.0, "heat-35")] as [(Double, String?)])
    func `heat counts from its bound on`(feels: Double, rule: String?) throws {
        let cards = try cards(.init(weather: weather([(3, feels, 30)]), trust: .known))
        #expect(cards.first?.rule == rule)
        if rule != nil { #expect(cards.first?.until == now + 4 * 3_600) }
    }

    @Test(arguments: [(-11.9, nil), (-12.0, "cold-12"), (-15.0, "cold-15")] as [(Double, String?)])
    func `cold counts from its bound on`(air: Double, rule: String?) throws {
        #expect(try cards(.init(weather: weather([(10, nil, air)]), trust: .known)).first?.rule == rule)
    }

    @Test func `what is past, far ahead, too old or of an unknown day moves nobody`() throws {
        let late = weather([(-2, 36, 36), (13, 36, 36)])
        #expect(try cards(.init(weather: late, trust: .known)).isEmpty)
        #expect(try cards(.init(weather: weather([(1, 36, 36)], age: 90_000), trust: .known)).isEmpty)
        #expect(try cards(.init(weather: weather([(1, 36, 36)]), trust: .unknown)).isEmpty)
        #expect(try cards(.init(trust: .known)).isEmpty)
    }

    @Test(arguments: [(1, nil), (2, nil), (3, "dust-3"), (4, "dust-4")] as [(Int, String?)])
    func `the worse of the two dusts counts`(grade: Int, rule: String?) throws {
        let air = AirQuality(
            station: nil, pm10: .init(grade: .good), pm25: .init(grade: .init(rawValue: grade)), measuredAt: now - 1_800
        )
        let cards = try cards(.init(air: Fact(air, issuedAt: now, fetchedAt: now), trust: .known))
        #expect(cards.first?.rule == rule && (rule == nil || cards.first?.until == now - 1_800 + 21_600))
    }

    @Test func `a warning in force is enough, one to come is not`() throws {
        func warning(_ hazard: Int, startsAt: Date?) -> Fact<[WeatherWarning]> {
            let warning = WeatherWarning(
                area: "L1", areaName: "", hazard: .init(rawValue: hazard), level: .advisory, issuedAt: now,
                startsAt: startsAt)
            return Fact([warning], issuedAt: now, fetchedAt: now)
        }
        #expect(try cards(.init(warnings: warning(8, startsAt: nil), trust: .known)).map(\.words) == ["snow"])
        #expect(try cards(.init(warnings: warning(8, startsAt: now + 60), trust: .known)).isEmpty)
        #expect(try cards(.init(warnings: warning(99, startsAt: nil), trust: .known)).isEmpty)
    }

    @Test func `the gravest comes first, and nothing is said twice`() throws {
        let warning = WeatherWarning(
            area: "L1", areaName: "", hazard: .init(rawValue: 12), level: .warning, issuedAt: now)
        let conditions = CareConditions(
            weather: weather([(1, 36, 36)]), warnings: Fact([warning], issuedAt: now, fetchedAt: now), trust: .known)
        #expect(try cards(conditions).map(\.words) == ["heat-danger", "heat"])
    }

    @Test func `a shelter is named while it is open`() throws {
        let shelters = [
            Shelter(name: "복지관", window: ShowWindow(hours: try WallSamples.hours("09:00", "18:00"))),
            Shelter(name: "주민센터", window: ShowWindow(hours: try WallSamples.hours("09:00", "21:00"))),
            Shelter(name: "도서관", window: ShowWindow(hours: try WallSamples.hours("13:00", "22:00"))),
        ]
        let hot = weather([(0, 36, 36), (11, 36, 36)])
        let card = try #require(try cards(.init(weather: hot, shelters: shelters, trust: .known)).first)
        #expect(card.shelter == .init(name: "주민센터", closesAt: FeedSamples.korean("2026-07-20 21:00")))
        #expect(card.until == FeedSamples.korean("2026-07-20 13:00") && card.nextShelter == nil && !card.lacksShelter)
        let late = FeedSamples.korean("2026-07-20 23:00")
        let night = Fact(
            Weather(hours: [.init(at: late + 3_600, temperature: 35, feelsLike: 36)], days: []), issuedAt: late - 3_600,
            fetchedAt: late)
        let closed = try #require(
            try rules().cards(at: late, .init(weather: night, shelters: shelters, trust: .known)).first)
        #expect(closed.shelter == nil && !closed.lacksShelter)
        #expect(closed.nextShelter == .init(name: "복지관", opensAt: FeedSamples.korean("2026-07-21 09:00")))
        #expect(try cards(.init(weather: hot, trust: .known)).first?.lacksShelter == true)
        let unsure = CareConditions(weather: hot, shelters: shelters, trust: .suspect(lastGood: now))
        #expect(try cards(unsure).first?.shelter == nil && cards(unsure).first?.lacksShelter == true)
        let dusty = try rules().filter { $0.wantsShelter }.map(\.words)
        #expect(!dusty.contains("dust"))
    }

    @Test func `each rule has words in four languages, and says where it comes from`() throws {
        let rules = try rules()
        #expect(Set(rules.map(\.id)).count == rules.count)
        #expect(rules.allSatisfy { !$0.source.isEmpty && ["found", "recalled"].contains($0.confidence) })
        let korean = try CareWords(Self.bytes("ko.json"))
        for language in Self.languages {
            let words = try CareWords(Self.bytes("\(language).json"))
            #expect(Set(words.texts.keys) == Set(korean.texts.keys), "\(language)")
            #expect(Set(rules.map(\.words)).isSubset(of: words.texts.keys), "\(language)")
            for text in words.texts.values {
                #expect(!text.title.isEmpty && (1...3).contains(text.sentences.count))
                #expect(text.sentences.allSatisfy { $0.count <= 60 })
            }
        }
    }

    @Test func `Korean sentences are polite, short and of one thing`() throws {
        for text in try CareWords(Self.bytes("ko.json")).texts.values {
            #expect(text.title.hasSuffix("요"))
            for sentence in text.sentences {
                #expect(sentence.hasSuffix("요."), "\(sentence)")
                #expect(ReadingTime.syllables(in: sentence) <= 20, "\(sentence)")
            }
        }
    }

    @Test func `a card finds its words`() throws {
        let card = try #require(try cards(.init(weather: weather([(1, 36, 36)]), trust: .known)).first)
        #expect(try CareWords(Self.bytes("ko.json")).text(for: card)?.title == "몹시 더운 날이에요")
    }
}
