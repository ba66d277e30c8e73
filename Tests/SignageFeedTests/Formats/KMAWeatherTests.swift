import Foundation
import Testing

@testable import SignageFeed

@Suite struct KMAWeatherTests {
    @Test func `a village forecast becomes hours and days`() throws {
        let fact = try FeedSamples.weather("kma/vilage_normal.json", as: .kmaVillage)
        #expect(fact.issuedAt == FeedSamples.korean("2026-11-20 08:00"))
        #expect(fact.fetchedAt == FeedSamples.now)
        #expect(fact.value.hours.map(\.temperature) == [3, 5, 9, -2])
        let first = try #require(fact.value.hours.first)
        #expect(first.at == FeedSamples.now)
        #expect(first.sky == .clear && first.precipitation == .none && first.precipitationChance == 0)
        #expect(first.humidity == 65 && first.windSpeed == 1.8 && first.rainfall == PrecipitationAmount.none)
        #expect(fact.value.hours[2].precipitation == .rain && fact.value.hours[2].rainfall == .about(6.2))
        #expect(fact.value.hours[3].precipitation == .snow && fact.value.hours[3].snowfall == .about(0.7))
        #expect(
            fact.value.days == [
                Weather.Day(date: FeedSamples.korean("2026-11-20 00:00"), highest: 9),
                Weather.Day(date: FeedSamples.korean("2026-11-21 00:00"), lowest: -2),
            ])
    }

    @Test func `XML and JSON give the same forecast`() throws {
        let json = try FeedSamples.parse("kma/vilage_normal.json", as: .kmaVillage)
        #expect(try FeedSamples.parse("kma/vilage_normal.xml", as: .kmaVillage) == json)
        guard case .ok = json else { throw FeedSamples.SampleError.otherContent }
    }

    @Test func `a nowcast is one hour`() throws {
        let fact = try FeedSamples.weather("kma/ncst_normal.json", as: .kmaNowcast)
        #expect(fact.issuedAt == FeedSamples.korean("2026-11-20 08:00"))
        #expect(fact.value.hours.map(\.temperature) == [2.6])
        #expect(fact.value.hours.first?.humidity == 71)
        #expect(fact.value.hours.first?.sky == nil)
    }

    @Test func `the ultra-short forecast knows drizzle`() throws {
        let fact = try FeedSamples.weather("kma/ultrafcst_normal.json", as: .kmaUltraShort)
        let hour = try #require(fact.value.hours.first)
        #expect(hour.precipitation == .drizzle && hour.rainfall == .lessThan(1) && hour.temperature == 3)
    }

    @Test func `the last day's codes are not millimetres`() throws {
        let fact = try FeedSamples.weather("kma/vilage_extended_qualitative.json", as: .kmaVillage)
        let hour = try #require(fact.value.hours.first)
        #expect(hour.rainfall == .intensity(.medium) && hour.snowfall == .intensity(.weak))
        #expect(hour.windSpeed == nil && hour.temperature == 11)
    }

    @Test func `every way to write an amount of rain is read`() throws {
        let fact = try FeedSamples.weather("kma/vilage_pcp_variants.json", as: .kmaVillage)
        let expected: [PrecipitationAmount] = [
            .none, .lessThan(1), .lessThan(1), .about(1), .about(29.9), .between(30, 50), .atLeast(50), .atLeast(50),
            .none, .none, .none, .about(6.2),
        ]
        #expect(fact.value.hours.map(\.rainfall) == expected)
        #expect(fact.value.hours[1].precipitation == .rain && fact.value.hours[0].precipitation == .none)
    }

    @Test(arguments: ["kma/vilage_resultcode_one_digit.xml"])
    func `one zero is success, too`(name: String) throws {
        #expect(try FeedSamples.weather(name, as: .kmaVillage).value.hours.map(\.temperature) == [3])
    }

    @Test(arguments: ["-998.9", "-999", "900", "999.0"])
    func `a missing value stays missing`(value: String) throws {
        let row = #"{"baseDate":"20261120","baseTime":"0800","fcstDate":"20261120","fcstTime":"0900","#
        let json = """
            {"response":{"header":{"resultCode":"00"},"body":{"items":{"item":[
            \(row)"category":"TMP","fcstValue":"\(value)"},\(row)"category":"REH","fcstValue":"50"}]}}}}
            """
        let outcome = FeedFormat.kmaVillage.parse(Array(json.utf8), context: FeedSamples.context)
        guard case .ok(.weather(let fact)) = outcome else { throw FeedSamples.SampleError.otherContent }
        #expect(fact.value.hours == [Weather.Hour(at: FeedSamples.now, humidity: 50)])
    }

    @Test func `an impossible value is a problem and not a number`() throws {
        let row = #"{"baseDate":"20261120","baseTime":"0800","fcstDate":"20261120","fcstTime":"0900","#
        let json = """
            {"response":{"header":{"resultCode":"00"},"body":{"totalCount":9,"items":{"item":[
            \(row)"category":"TMP","fcstValue":"3"},\(row)"category":"REH","fcstValue":"150"},
            \(row)"category":"PTY","fcstValue":"8"}, "x", {"category":"TMP"}]}}}}
            """
        let outcome = FeedFormat.kmaVillage.parse(Array(json.utf8), context: FeedSamples.context)
        guard case .partial(.weather(let fact), let problems) = outcome else {
            throw FeedSamples.SampleError.otherContent
        }
        #expect(fact.value.hours.map(\.humidity) == [nil])
        #expect(
            Set(problems.map(\.kind)) == [.unusableRow, .incompletePage, .unreadableValue])
    }
}

@Suite struct FeelsLikeTests {
    @Test(arguments: [(33.0, 50, 32.48), (35.0, 60, 35.46)])
    func `summer goes by humidity`(air: Double, humidity: Int, expected: Double) throws {
        let felt = try #require(FeelsLike.celsius(temperature: air, humidity: humidity, windSpeed: nil, month: 7))
        #expect(abs(felt - expected) < 0.005)
    }

    @Test func `winter goes by wind`() throws {
        let felt = try #require(FeelsLike.celsius(temperature: -10, humidity: nil, windSpeed: 5, month: 1))
        #expect(abs(felt - -17.45) < 0.005)
    }

    @Test(arguments: [(10.1, 5.0, 1), (5.0, 1.2, 1), (-10.0, 5.0, 7)])
    func `outside its formula nothing is claimed`(air: Double, wind: Double, month: Int) {
        #expect(FeelsLike.celsius(temperature: air, humidity: nil, windSpeed: wind, month: month) == nil)
    }
}

@Suite struct KMABaseTimeTests {
    @Test(arguments: [
        (KMABaseTime.village, "2026-11-20 09:00", "2026-11-20 08:00"),
        (.village, "2026-11-20 08:09", "2026-11-20 05:00"),
        (.village, "2026-11-20 08:10", "2026-11-20 08:00"), (.village, "2026-11-20 02:09", "2026-11-19 23:00"),
        (.village, "2026-11-20 00:30", "2026-11-19 23:00"), (.nowcast, "2026-11-20 09:09", "2026-11-20 08:00"),
        (.nowcast, "2026-11-20 09:10", "2026-11-20 09:00"), (.ultraShort, "2026-11-20 09:44", "2026-11-20 08:30"),
        (.ultraShort, "2026-11-20 09:45", "2026-11-20 09:30"), (.ultraShort, "2026-11-20 00:20", "2026-11-19 23:30"),
    ])
    func `the newest published issue is asked for`(kind: KMABaseTime, now: String, issue: String) {
        #expect(kind.latest(at: FeedSamples.korean(now)) == FeedSamples.korean(issue))
    }
}

@Suite struct KMAGridTests {
    @Test(arguments: [
        (37.5665, 126.9780, 60, 127), (37.3422, 127.9202, 76, 122), (37.5264, 126.8962, 58, 126),
        (35.1798, 129.0750, 98, 76), (37.488201, 126.929810, 59, 125), (35.8714, 128.6014, 89, 91),
        (36.3504119, 127.3845475, 67, 100), (37.4563, 126.7052, 55, 124), (33.511389, 126.493889, 52, 38),
        (35.1595, 126.8526, 58, 74), (36.3064, 127.5715, 71, 100), (35.5384, 129.3114, 102, 84),
        (37.4844, 130.9058, 127, 127), (37.9670, 124.6300, 20, 135), (38, 126, 43, 136), (37.8813, 127.7298, 73, 134),
    ])
    func `places fall into their cells`(latitude: Double, longitude: Double, nx: Int, ny: Int) throws {
        let cell = try #require(KMAGrid(latitude: latitude, longitude: longitude))
        #expect((cell.nx, cell.ny) == (nx, ny))
    }

    @Test(arguments: [(0.0, 0.0), (51.5, 0.0), (.nan, 127.0), (90.0, 126.0)])
    func `places outside Korea have no cell`(latitude: Double, longitude: Double) {
        #expect(KMAGrid(latitude: latitude, longitude: longitude) == nil)
    }
}
